/** Settings that shape every policy, priority groups, and physical assets of priority. */
import { z } from 'zod'
import { ScoringSettings } from '../domain/settings.ts'
import { DESK_ROLES, operation } from './operation.ts'
import { code, count, id, maskedText, pseudonym, timeMs, typedText } from './text.ts'

const shownList = z.array(maskedText())

/** As stored; lists that an administrator typed are masked. */
export const ShownSettings = ScoringSettings.extend({
  indicatorsOff: z.array(code()),
  domains: z.strictObject({ own: shownList, unallowed: shownList, allowed: shownList, thirdParty: shownList }),
  exclusions: z.strictObject({
    extensions: shownList,
    paths: shownList,
    sites: shownList,
    keywords: shownList,
    sensitiveTypes: shownList
  })
})
export type ShownSettings = z.infer<typeof ShownSettings>

export const GroupView = z.strictObject({
  id: id(),
  name: maskedText(),
  description: maskedText(),
  members: count(),
  createdMs: timeMs(),
  /** Policies that name it. */
  policies: z.array(maskedText())
})
export type GroupView = z.infer<typeof GroupView>

/** Whom to add: by pseudonym, or as typed or pasted (addresses, user names); those nobody knows are counted, not kept. */
const members = {
  people: z.array(pseudonym()).max(100_000).default([]),
  identities: z.array(typedText(320)).max(10_000).default([])
}
const Membership = z.strictObject({ group: GroupView, added: count(), removed: count(), unknown: count() })

export const settingOperations = {
  'setting.show': operation(
    'read',
    DESK_ROLES,
    z.strictObject({}),
    /** `inferredDomains`: what counts as own while no own domain is set. */
    z.strictObject({ settings: ShownSettings, inferredDomains: z.array(maskedText()) })
  ),
  /** Replaces all; scores are brought up to date. A masked entry that was not touched stays as it was typed. */
  'setting.change': operation('change', ['admin'], z.strictObject({ settings: ScoringSettings }), ShownSettings),
  'group.list': operation('read', DESK_ROLES, z.strictObject({}), z.array(GroupView)),
  'group.members': operation('read', DESK_ROLES, z.strictObject({ id: id() }), z.array(pseudonym())),
  'group.create': operation(
    'change',
    ['admin'],
    z.strictObject({ name: typedText(80), description: z.string().trim().max(400).default(''), ...members }),
    Membership
  ),
  'group.add': operation('change', ['admin'], z.strictObject({ id: id(), ...members }), Membership),
  'group.remove': operation(
    'change',
    ['admin'],
    z.strictObject({ id: id(), people: z.array(pseudonym()).min(1).max(100_000) }),
    Membership
  ),
  'group.delete': operation('change', ['admin'], z.strictObject({ id: id() }), z.strictObject({ id: id() })),
  'asset.list': operation('read', DESK_ROLES, z.strictObject({}), z.array(maskedText())),
  /** Replaces the list: identifiers of doors and rooms as badge records name them. */
  'asset.change': operation(
    'change',
    ['admin'],
    z.strictObject({ assets: z.array(typedText(160)).max(10_000) }),
    z.array(maskedText())
  )
} as const
