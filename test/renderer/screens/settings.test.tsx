// The settings that shape all policies: read by the desk, changed by administrators, saved by section, never lost unasked.
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../../src/shared/domain/role.ts'
import type { ScoringSettings } from '../../../src/shared/domain/settings.ts'
import { useNavigation } from '../../../src/renderer/navigation.ts'
import { openSettings, useSettings, type Section } from '../../../src/renderer/screens/settings/state.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { INDICATORS, SETTINGS } from '../made-catalogue.ts'
import type { MadeDesk } from '../made-desk.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const TITLES: Readonly<Record<Exclude<Section, 'general'>, string>> = {
  indicators: 'Indicators',
  domains: 'Domains',
  exclusions: 'Exclusions',
  detection: 'Detection',
  groups: 'Priority groups',
  assets: 'Priority physical assets'
}

async function open(section: Exclude<Section, 'general'>, answers = madeAnswers(), roles?: Role[]) {
  const opened = await openWindow(
    { screen: 'settings' },
    { answers, ...(roles === undefined ? {} : { workspace: { roles } }) }
  )
  act(() => openSettings(section))
  const page = await screen.findByRole('region', { name: TITLES[section] })
  return { ...opened, page }
}

/** Pasted, since letter by letter takes jsdom seconds. */
async function fill(user: UserEvent, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

const requestOf = (desk: MadeDesk, name: string) => desk.asked.filter((each) => each.name === name).at(-1)?.request
const saved = (desk: MadeDesk): ScoringSettings | undefined =>
  (requestOf(desk, 'setting.change') as { settings: ScoringSettings } | undefined)?.settings
const SAVE = { name: 'Save and bring scores up to date' }
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent)

describe('the index of the settings', () => {
  test('leads through the sections by mouse and by keys', async () => {
    const { user } = await openWindow({ screen: 'settings' }, { answers: madeAnswers() })
    const index = screen.getByRole('navigation', { name: 'Sections of the settings' })
    expect(within(index).getByRole('button', { name: 'Window and workspace' })).toHaveAttribute('aria-current', 'page')
    expect(screen.getByRole('region', { name: 'Operators' })).toBeInTheDocument()
    await user.keyboard(']]')
    expect(await screen.findByRole('region', { name: 'Domains' })).toBeInTheDocument()
    await user.keyboard('[[')
    expect(await screen.findByRole('region', { name: 'Indicators' })).toBeInTheDocument()
    await user.click(within(index).getByRole('button', { name: 'Detection' }))
    expect(await screen.findByRole('region', { name: 'Detection' })).toBeInTheDocument()
  })

  test('offers an auditor only what concerns the window and the workspace', async () => {
    await openWindow({ screen: 'settings' }, { answers: madeAnswers(), workspace: { roles: ['auditor'] } })
    const index = screen.getByRole('navigation', { name: 'Sections of the settings' })
    expect(within(index).getAllByRole('button')).toHaveLength(1)
    act(() => openSettings('domains'))
    expect(screen.queryByRole('region', { name: 'Domains' })).toBeNull()
  })

  test.each(['indicators', 'domains', 'exclusions', 'detection', 'groups', 'assets'] as const)(
    'the section “%s” is read by an analyst and changed by nobody but an administrator',
    async (section) => {
      const { page } = await open(section, madeAnswers(), ['analyst'])
      expect(await within(page).findByText('An administrator changes this.')).toBeInTheDocument()
      expect(within(page).queryByRole('button', SAVE)).toBeNull()
      for (const box of within(page).queryAllByRole('switch')) expect(box).toBeDisabled()
      for (const box of within(page).queryAllByRole('checkbox')) expect(box).toBeDisabled()
      for (const box of within(page).queryAllByRole('radio')) expect(box).toBeDisabled()
      expect(within(page).queryByRole('button', { name: /^(Add|Create|Take out|Delete)/ })).toBeNull()
      await expectAccessible()
    }
  )
})

describe('indicators', () => {
  test('are switched one by one and by category, found by name, and saved with the rest untouched', async () => {
    const { desk, user, page } = await open('indicators')
    const category = await within(page).findByRole('region', { name: 'Exfiltration' })
    expect(page).toHaveTextContent(`${INDICATORS.length - 1} of ${INDICATORS.length} on`)
    await user.click(within(category).getByRole('switch', { name: 'Copies files to removable media' }))
    expect(category).toHaveTextContent('1 of 2 on')
    await user.click(within(category).getByRole('button', { name: 'All off that are shown: Exfiltration' }))
    expect(category).toHaveTextContent('0 of 2 on')
    await user.click(within(page).getByRole('button', { name: 'Off' }))
    expect(within(page).getAllByRole('switch')).toHaveLength(3)
    await user.click(screen.getByRole('textbox', { name: 'Search the indicators' }))
    await user.paste('shares')
    expect(within(page).getAllByRole('switch')).toHaveLength(1)
    await expectAccessible()
    await user.click(within(page).getByRole('button', SAVE))
    expect(await screen.findByText(/Indicators: saved. All scores are up to date/)).toBeInTheDocument()
    expect(saved(desk)).toEqual({
      ...SETTINGS,
      indicatorsOff: [...SETTINGS.indicatorsOff, 'share-outside', 'copy-to-usb']
    })
    expect(within(page).getByRole('button', SAVE)).toBeDisabled()
  })

  test('switched off and on again are no change', async () => {
    const { user, page } = await open('indicators')
    const one = await within(page).findByRole('switch', { name: 'Copies files to removable media' })
    await user.click(one)
    expect(page).toHaveTextContent('Changed, not saved yet.')
    await user.click(one)
    expect(page).toHaveTextContent('Nothing is changed.')
    expect(within(page).getByRole('button', SAVE)).toBeDisabled()
  })

  test('lead to their entry of the catalogue', async () => {
    const { user, page } = await open('indicators')
    await user.click(
      await within(page).findByRole('button', { name: 'What it means: Copies files to removable media' })
    )
    expect(await screen.findByRole('complementary', { name: 'Indicator' })).toHaveTextContent('copy-to-usb')
  })
})

describe('domains', () => {
  test('are pasted line by line; what is none stays in the field with its reason', async () => {
    const { desk, user, page } = await open('domains')
    expect(page).toHaveTextContent('these 2 count as own, as the addresses of the people tell: tenant.example')
    await user.click(await within(page).findByRole('tab', { name: 'Unallowed (2)' }))
    const field = within(page).getByRole('textbox', { name: 'Add to: Unallowed domains' })
    await fill(user, field, 'https://new.example/x\nSHARE.example\nsomebody@private.example\n*.more.example')
    expect(page).toHaveTextContent('“somebody@private.example”: the address of somebody, not a domain')
    expect(within(page).getByRole('button', SAVE)).toBeDisabled()
    await user.click(within(page).getByRole('button', { name: 'Add 2 domains' }))
    expect(page).toHaveTextContent('2 domains added. 1 domain stood there already.')
    expect(field).toHaveValue('somebody@private.example')
    expect(page).toHaveTextContent('Lines are typed but not added yet.')
    await expectAccessible()
    await user.clear(field)
    const table = within(page).getByRole('grid', { name: 'Unallowed domains' })
    expect(rowsOf(table)).toEqual(['share.example', '*.drop.example', 'new.example', '*.more.example'])
    await user.click(within(page).getByRole('button', SAVE))
    await waitFor(() =>
      expect(saved(desk)?.domains).toEqual({
        ...SETTINGS.domains,
        unallowed: ['share.example', '*.drop.example', 'new.example', '*.more.example']
      })
    )
  })

  test('are searched within their list and taken out', async () => {
    const { user, page } = await open('domains')
    await user.click(await within(page).findByRole('tab', { name: 'Unallowed (2)' }))
    await user.click(within(page).getByRole('textbox', { name: 'Search in: Unallowed domains' }))
    await user.paste('drop')
    const table = within(page).getByRole('grid', { name: 'Unallowed domains' })
    expect(rowsOf(table)).toEqual(['*.drop.example'])
    expect(page).toHaveTextContent('1 of 2 domains')
    await user.click(within(table).getByRole('checkbox', { name: 'Select row 1' }))
    await user.click(within(page).getByRole('button', { name: 'Take out 1 domain' }))
    expect(within(page).getByRole('tab', { name: 'Unallowed (1)' })).toBeInTheDocument()
  })

  test('that are unallowed and allowed at once are pointed out', async () => {
    const { user, page } = await open('domains')
    await user.click(await within(page).findByRole('tab', { name: 'Allowed (1)' }))
    await fill(user, within(page).getByRole('textbox', { name: 'Add to: Allowed domains' }), 'share.example')
    await user.click(within(page).getByRole('button', { name: 'Add 1 domain' }))
    expect(within(page).getByRole('note')).toHaveTextContent('share.example')
  })
})

describe('exclusions', () => {
  test('keep a masked entry as it is shown, and take each kind by its own rule', async () => {
    const { desk, user, page } = await open('exclusions')
    await user.click(await within(page).findByRole('tab', { name: 'Paths (1)' }))
    expect(within(page).getByRole('grid')).toHaveTextContent('/sites/hr/ANON-4K7Q-2M')
    await user.click(within(page).getByRole('tab', { name: 'File types (1)' }))
    await fill(user, within(page).getByRole('textbox', { name: /^Add to/ }), '.BAK\nno type')
    await user.click(within(page).getByRole('button', { name: 'Add 1 file type' }))
    await user.clear(within(page).getByRole('textbox', { name: /^Add to/ }))
    await user.click(within(page).getByRole('button', SAVE))
    await waitFor(() => expect(saved(desk)?.exclusions).toEqual({ ...SETTINGS.exclusions, extensions: ['tmp', 'bak'] }))
  })
})

describe('detection', () => {
  test('sets floor, volume and states, and says that windows belong to each policy', async () => {
    const { desk, user, page } = await open('detection')
    expect(page).toHaveTextContent(/How far a policy looks back and how long it watches on is set in each policy/)
    await expectAccessible()
    await user.click(await within(page).findByRole('radio', { name: /Fewer alerts.*Something real may be missed/ }))
    const floor = within(page).getByRole('textbox', { name: 'Files a day' })
    await fill(user, floor, 'many')
    expect(page).toHaveTextContent('A whole number from 0 to 100 000; until then 10 stays.')
    await fill(user, floor, '25')
    await user.click(within(page).getByRole('checkbox', { name: 'Resolved' }))
    await user.click(within(page).getByRole('button', SAVE))
    await waitFor(() =>
      expect(saved(desk)).toEqual({
        ...SETTINGS,
        alertVolume: 'fewer',
        fileVolumeFloor: 25,
        alertStates: ['unknown', 'new', 'in-progress']
      })
    )
  })

  test('keeps at least one state', async () => {
    const { user, page } = await open(
      'detection',
      answersWith({
        'setting.show': () => ({ settings: { ...SETTINGS, alertStates: ['new'] }, inferredDomains: [] })
      })
    )
    const last = await within(page).findByRole('checkbox', { name: 'New' })
    await user.click(last)
    expect(last).toBeChecked()
  })
})

describe('saving', () => {
  test('shows that scores are brought up to date until the engine has answered, and lets nothing else be saved', async () => {
    const { desk, user, page } = await open('detection')
    await user.click(await within(page).findByRole('radio', { name: /More alerts/ }))
    const hold = holdNext(desk, 'setting.change')
    await user.click(within(page).getByRole('button', SAVE))
    expect(await within(page).findByText(/all scores are brought up to date with it/)).toBeInTheDocument()
    expect(within(page).getByRole('radio', { name: /Fewer alerts/ })).toBeDisabled()
    expect(within(page).getByRole('button', SAVE)).toBeDisabled()
    // What is being saved needs no guard.
    await user.keyboard('gl')
    expect(useNavigation.getState().place).toEqual({ screen: 'policies' })
    hold.release()
    expect(await screen.findByText(/Detection: saved/)).toBeInTheDocument()
    expect(useSettings.getState()).toMatchObject({ saving: null, draft: {} })
  })

  test('keeps what another operator has saved meanwhile in other sections', async () => {
    let stored: ScoringSettings = SETTINGS
    const { desk, user, page } = await open(
      'detection',
      answersWith({ 'setting.show': () => ({ settings: stored, inferredDomains: [] }) })
    )
    await user.click(await within(page).findByRole('radio', { name: /More alerts/ }))
    stored = { ...SETTINGS, fileVolumeFloor: 77, domains: { ...SETTINGS.domains, own: ['own.example'] } }
    await user.click(within(page).getByRole('button', SAVE))
    await waitFor(() => expect(saved(desk)).toEqual({ ...stored, alertVolume: 'more' }))
  })

  test('that is refused keeps the changes and says why', async () => {
    const { desk, user, page } = await open('detection')
    await user.click(await within(page).findByRole('radio', { name: /More alerts/ }))
    desk.refuseNext('setting.change', 'busy', 'An import is running.')
    await user.click(within(page).getByRole('button', SAVE))
    expect(await within(page).findByRole('alert')).toHaveTextContent('An import is running.')
    expect(within(page).getByRole('radio', { name: /More alerts/ })).toBeChecked()
    expect(within(page).getByRole('button', SAVE)).toBeEnabled()
  })
})

describe('unsaved changes', () => {
  test('stay while other sections are looked at, are marked, and are not left without a question', async () => {
    const { desk, user, page } = await open('detection')
    await user.click(await within(page).findByRole('radio', { name: /More alerts/ }))
    await user.keyboard('[[')
    expect(await screen.findByRole('region', { name: 'Exclusions' })).toBeInTheDocument()
    const index = screen.getByRole('navigation', { name: 'Sections of the settings' })
    expect(within(index).getByRole('button', { name: /Detection.*not saved/ })).toBeInTheDocument()
    await user.click(within(screen.getByRole('navigation', { name: 'Places' })).getByRole('button', { name: /People/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
    expect(dialog).toHaveTextContent('What was changed in Detection is not saved')
    await expectAccessible()
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(useNavigation.getState().place).toEqual({ screen: 'settings' })
    expect(useSettings.getState().draft).toEqual({ alertVolume: 'more' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(within(screen.getByRole('navigation', { name: 'Places' })).getByRole('button', { name: /People/ }))
    await user.click(await screen.findByRole('button', { name: 'Discard and leave' }))
    expect(await screen.findByRole('grid', { name: 'People' })).toBeInTheDocument()
    expect(useSettings.getState().draft).toEqual({})
    expect(requestOf(desk, 'setting.change')).toBeUndefined()
  })

  test('are discarded by hand', async () => {
    const { user, page } = await open('detection')
    await user.click(await within(page).findByRole('radio', { name: /More alerts/ }))
    await user.click(within(page).getByRole('button', { name: 'Discard the changes' }))
    expect(within(page).getByRole('radio', { name: /As each policy says/ })).toBeChecked()
  })
})

describe('priority physical assets', () => {
  test('are a list that is saved as one', async () => {
    const { desk, user, page } = await open('assets')
    const table = await within(page).findByRole('grid', { name: 'Priority physical assets' })
    await user.click(within(table).getByRole('checkbox', { name: 'Select row 1' }))
    await user.keyboard('{Delete}')
    await fill(user, within(page).getByRole('textbox', { name: /^Add to/ }), 'D-4.117')
    await user.click(within(page).getByRole('button', { name: 'Add 1 asset' }))
    await expectAccessible()
    await user.click(within(page).getByRole('button', SAVE))
    expect(await screen.findByText(/Priority physical assets: saved/)).toBeInTheDocument()
    expect(requestOf(desk, 'asset.change')).toEqual({ assets: ['Vault door B', 'D-4.117'] })
  })
})

/** The next answer of this operation waits until it is released. */
function holdNext(desk: MadeDesk, name: string): { release: () => void } {
  const invoke = desk.invoke.bind(desk)
  let release: () => void = () => undefined
  const held = new Promise<void>((settle) => {
    release = settle
  })
  Object.assign(desk, {
    invoke: async (asked: string, request: unknown) => {
      const answer = await invoke(asked, request)
      if (asked === name) await held
      return answer
    }
  })
  return { release: () => release() }
}
