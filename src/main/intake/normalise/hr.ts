/**
 * Makes of one row of an HR file the event or the profile that it tells of: resignation, termination, job level change,
 * performance review, improvement plan, employee profile. One row gives one draft or one reason.
 */
import { createHash } from 'node:crypto'
import type { HrEventDraft, HrEventKind, ProfileDraft, ProfileFacts } from '../../../shared/domain/draft.ts'
import { boundedName } from './bounded.ts'
import type { HrBinding } from './hr/binding.ts'
import { type DateOrder, hrDate } from './hr/dates.ts'
import type { HrField } from './hr/fields.ts'
import { identityOf } from './m365/identity.ts'

export interface HrRow {
  readonly cells: readonly string[]
  readonly raw: string
  readonly ordinal: number
  readonly line: number
  readonly byteOffset: number
}

type HrOutcome = { readonly event: HrEventDraft } | { readonly profile: ProfileDraft } | { readonly reason: string }

interface HrReading {
  readonly binding: HrBinding
  readonly order: DateOrder
  readonly timezone: string
}

export function normaliseHr(row: HrRow, reading: HrReading): HrOutcome {
  const read = (field: HrField): string => cellOf(row, reading.binding, field)
  const identity = identityOf(read('identity') || read('userName') || read('employeeId')).name
  if (identity === '') return { reason: 'The row names no person.' }
  const kind = kindOf(read, reading.binding)
  if (kind === null)
    return {
      reason:
        read('scenario') === ''
          ? 'The row has no date and describes nobody.'
          : 'The HR scenario of the row is not known.'
    }
  return kind === 'profile' ? profileOf(row, identity, read, reading) : eventOf(row, identity, kind, read, reading)
}

function cellOf(row: HrRow, binding: HrBinding, field: HrField): string {
  const index = binding.columnOf.get(field)
  return index === undefined ? '' : (row.cells[index] ?? '').trim()
}

function kindOf(read: (field: HrField) => string, binding: HrBinding): HrEventKind | 'profile' | null {
  const scenario = read('scenario')
  if (scenario !== '') return kindOfWords(scenario.toLowerCase())
  if (read('terminationDate') !== '') return 'termination'
  if (read('resignationDate') !== '' || read('lastWorkingDate') !== '') return 'resignation'
  const hasLevels = binding.columnOf.has('oldLevel') || binding.columnOf.has('newLevel')
  const hasRating = binding.columnOf.has('rating')
  if (read('effectiveDate') !== '' && (hasLevels || hasRating || binding.columnOf.has('remarks'))) {
    if (hasLevels && (!hasRating || read('oldLevel') + read('newLevel') !== '')) return 'job-level-change'
    return binding.isImprovement ? 'improvement-plan' : 'performance-review'
  }
  return describes(read, binding) ? 'profile' : null
}

/** Names alone make no profile where the file is about dates: a row that lost its date is not a person's description. */
function describes(read: (field: HrField) => string, binding: HrBinding): boolean {
  const isAboutDates = (['resignationDate', 'terminationDate', 'lastWorkingDate', 'effectiveDate'] as const).some(
    (field) => binding.columnOf.has(field)
  )
  const names = ['displayName', 'firstName', 'lastName'] as const
  return describesWork(read) || (!isAboutDates && names.some((field) => read(field) !== ''))
}

function describesWork(read: (field: HrField) => string): boolean {
  return (['department', 'title', 'country', 'businessUnit', 'manager', 'hiredDate'] as const).some(
    (field) => read(field) !== ''
  )
}

/** Scenario names are free text in three languages; an improvement plan also says "performance", so it is asked first. */
const SCENARIOS: readonly (readonly [RegExp, HrEventKind | 'profile'])[] = [
  [/improvement|\bpip\b|verbesserung|am[eé]lioration/, 'improvement-plan'],
  [/terminat|dismiss|entlass|licenci/, 'termination'],
  [/resign|k(ü|u|ue)ndigung|d[eé]mission|leav|austritt|d[eé]part(?!ement)/, 'resignation'],
  [/level|grade|stufe|promot|demot|bef(ö|o|oe)rder|niveau/, 'job-level-change'],
  [/review|performance|beurteilung|leistung|[eé]valuation/, 'performance-review'],
  [/profile|employee|mitarbeiter|profil|stammdaten/, 'profile']
]

function kindOfWords(words: string): HrEventKind | 'profile' | null {
  return SCENARIOS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

function eventOf(
  row: HrRow,
  identity: string,
  kind: HrEventKind,
  read: (field: HrField) => string,
  { order, timezone }: HrReading
): HrOutcome {
  const isLeaving = kind === 'resignation' || kind === 'termination'
  const lastDay = isLeaving ? read('lastWorkingDate') : ''
  // Combined files put the one date of a row under whichever date column comes first.
  const own =
    kind === 'termination'
      ? read('terminationDate') || read('resignationDate')
      : isLeaving
        ? read('resignationDate') || read('terminationDate')
        : read('effectiveDate')
  const written =
    own || (isLeaving ? read('effectiveDate') || lastDay : read('resignationDate') || read('terminationDate'))
  if (written === '') return { reason: 'The row has no date.' }
  const atMs = hrDate(written, order, timezone)
  if (atMs === null) return { reason: 'The date of the row cannot be read.' }
  const lastDayMs = lastDay === '' ? null : hrDate(lastDay, order, timezone)
  if (lastDay !== '' && lastDayMs === null) return { reason: 'The last working day of the row cannot be read.' }
  const facts = {
    kind,
    identity,
    atMs,
    lastDayMs,
    oldLevel: read('oldLevel'),
    newLevel: read('newLevel'),
    rating: read('rating'),
    remarks: read('remarks')
  }
  const described = factsOf(identity, read, { order, timezone })
  const profile = described !== null && describesWork(read) ? described : null
  return { event: { ...facts, profile, ...placeOf(row), recordKey: contentKey(facts), raw: row.raw } }
}

const PROFILE_FACTS = [
  'displayName',
  'firstName',
  'lastName',
  'department',
  'title',
  'country',
  'businessUnit',
  'manager',
  'hiredDate'
] as const

function profileOf(
  row: HrRow,
  identity: string,
  read: (field: HrField) => string,
  reading: Pick<HrReading, 'order' | 'timezone'>
): HrOutcome {
  if (PROFILE_FACTS.every((field) => read(field) === '')) return { reason: 'The row says nothing about the person.' }
  const facts = factsOf(identity, read, reading)
  if (facts === null) return { reason: 'The hiring date of the row cannot be read.' }
  return {
    profile: { identity, ...facts, ...placeOf(row), recordKey: contentKey({ identity, ...facts }), raw: row.raw }
  }
}

/** Null when the hiring date cannot be read. */
function factsOf(
  identity: string,
  read: (field: HrField) => string,
  { order, timezone }: Pick<HrReading, 'order' | 'timezone'>
): ProfileFacts | null {
  const hired = read('hiredDate')
  const hiredMs = hired === '' ? null : hrDate(hired, order, timezone)
  if (hired !== '' && hiredMs === null) return null
  return {
    displayName: read('displayName') || [read('firstName'), read('lastName')].filter(Boolean).join(' '),
    firstName: read('firstName'),
    lastName: read('lastName'),
    department: read('department'),
    title: read('title'),
    country: read('country'),
    businessUnit: boundedName(read('businessUnit')),
    manager: identityOf(read('manager')).name,
    hiredMs,
    aliases: aliasesOf(identity, read)
  }
}

function aliasesOf(identity: string, read: (field: HrField) => string): string[] {
  const written = [read('userName'), read('employeeId'), ...read('otherAddress').split(/[;,]/)]
  const names = written.map((text) => identityOf(text.trim()).name)
  return [...new Set(names)].filter((name) => name !== '' && name !== identity)
}

function placeOf({ ordinal, line, byteOffset }: HrRow): {
  readonly ordinal: number
  readonly line: number
  readonly byteOffset: number
} {
  return { ordinal, line, byteOffset }
}

/** HR rows have no ids: the same facts twice are the same event, however the row was written. */
function contentKey(facts: object): string {
  return `content|${createHash('sha256').update(JSON.stringify(facts)).digest('hex')}`
}
