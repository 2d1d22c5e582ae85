/** The wizard in the made window, opened at one of its steps, and the ways in which an operator moves in it. */
import { screen, within } from '@testing-library/react'
import { madeAnswers } from './made-answers.ts'
import type { MadeDesk } from './made-desk.ts'
import { MADE_TEMPLATES } from './made-policies.ts'
import { openWindow } from './made-window.tsx'

type User = Awaited<ReturnType<typeof openWindow>>['user']

/** The last request of an operation, or nothing. */
export const lastAsked = (desk: MadeDesk, name: string) =>
  desk.asked.filter((each) => each.name === name).at(-1)?.request
export const stepHeading = (name: string) => screen.findByRole('heading', { level: 2, name })
/** Many controls on one page, in a window that jsdom draws, on a machine that may be busy. */
export const LONG_MS = 60_000
export const NEXT = '{Control>}{Enter}{/Control}'
/** Every step behind the first. */
export const STEPS_AFTER_TEMPLATE = [
  'Name',
  'People',
  'Content to prioritise',
  'Triggers',
  'Indicators',
  'Thresholds',
  'Sequences and boosters',
  'Review'
] as const

/** A new policy from a template, at this step, with nothing set yet. */
export async function openWizardAt(
  step: (typeof STEPS_AFTER_TEMPLATE)[number],
  template = MADE_TEMPLATES[0]?.id ?? null
) {
  const opened = await openWindow({ screen: 'policy-new', template }, { answers: madeAnswers() })
  await stepHeading('Name')
  if (step !== 'Name') await toStep(opened.user, step)
  return opened
}

/** By the list at the left. */
export async function toStep(user: User, step: (typeof STEPS_AFTER_TEMPLATE)[number]) {
  const steps = screen.getByRole('navigation', { name: 'Steps' })
  await user.click(within(steps).getByText(step))
  await stepHeading(step)
}

/** Walks with the tabulator until the control has the focus; fails where it is never reached. */
export async function tabTo(user: User, control: HTMLElement) {
  for (let presses = 0; presses < 80; presses += 1) {
    await user.tab()
    if (document.activeElement === control) return
  }
  throw new Error(`the tabulator never reaches ${control.outerHTML.slice(0, 200)}`)
}

/** Quicker than typing, letter by letter, into a field that measures itself. */
export async function paste(user: User, field: HTMLElement, text: string) {
  await user.click(field)
  await user.paste(text)
}
