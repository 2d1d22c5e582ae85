/** Cases: list, page, append-only notes, resolution, and the timelines of their people. */
import { type CaseDetail, RESOLUTIONS } from '../../../shared/contract/case.ts'
import type { Timeline } from '../../../shared/contract/activity.ts'
import type { z } from 'zod'
import { alertTable } from '../alert-text.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { pairs, plain, table } from '../table.ts'
import { ID, oneOf, required, text } from '../value.ts'
import type { Zone } from '../zone.ts'

export const caseList = command(
  { words: ['case', 'list'], does: 'Lists all cases.', operands: {}, rest: null, options: {} },
  async ({ ask, zone }) => {
    const listed = await ask('case.list', {})
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'id', isNumber: true, cell: ({ id }) => id },
        { head: 'name', cell: ({ name }) => name },
        { head: 'status', cell: ({ status, resolution }) => resolution ?? status },
        { head: 'people', cell: ({ people }) => people.join(', ') },
        { head: 'alerts', isNumber: true, cell: ({ alerts }) => alerts },
        { head: 'notes', isNumber: true, cell: ({ notes }) => notes },
        { head: 'score', isNumber: true, cell: ({ highestScore }) => highestScore },
        { head: 'updated', cell: ({ updatedMs }) => zone.say(updatedMs) }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

export const caseShow = command(
  {
    words: ['case', 'show'],
    does: 'Shows a case with its alerts, notes and history.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const shown = await ask('case.show', operands)
    if (!shown.ok) return shown
    const { case: row, ...others } = shown.value
    return print({ ...(documentOf(row) as object), ...(documentOf(others) as object) }, caseText(shown.value, zone))
  }
)

export const caseNote = command(
  {
    words: ['case', 'note'],
    does: 'Adds a note to a case; notes are never changed.',
    operands: { id: ID },
    rest: null,
    options: { text: required(text('TEXT', 8000)) }
  },
  async ({ ask }, { operands, options }) => {
    const noted = await ask('case.note', { ...operands, text: options.text })
    return noted.ok ? print(documentOf(noted.value), `note ${noted.value.id} was added to case ${operands.id}`) : noted
  }
)

export const caseResolve = command(
  {
    words: ['case', 'resolve'],
    does: 'Closes a case as benign or as a confirmed violation.',
    operands: { id: ID },
    rest: null,
    options: { as: required(oneOf(RESOLUTIONS)), text: required(text('TEXT', 4000)) }
  },
  async ({ ask }, { operands, options }) => {
    const resolved = await ask('case.resolve', { ...operands, ...options })
    return resolved.ok
      ? print(documentOf(resolved.value), `case ${operands.id} was resolved as ${options.as}`)
      : resolved
  }
)

export const caseTimeline = command(
  {
    words: ['case', 'timeline'],
    does: 'Shows the timelines of the people of a case.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const shown = await ask('case.show', operands)
    if (!shown.ok) return shown
    const timelines: z.infer<typeof Timeline>[] = []
    for (const pseudonym of shown.value.case.people) {
      const timeline = await ask('activity.timeline', { pseudonym })
      if (!timeline.ok) return timeline
      timelines.push(timeline.value)
    }
    return print(documentOf(timelines), timelines.map((timeline) => timelineText(timeline, zone)).join('\n\n'))
  }
)

function caseText({ case: row, alerts, notes, history }: z.infer<typeof CaseDetail>, zone: Zone): string {
  const head = pairs([
    ['case', row.id],
    ['name', row.name],
    ['status', row.status],
    ['resolution', row.resolution],
    ['people', row.people.join(', ')],
    ['opened', zone.say(row.openedMs)],
    ['updated', `${zone.say(row.updatedMs)} by ${row.updatedBy}`]
  ])
  return [
    head,
    '',
    alertTable(alerts, zone),
    '',
    ...notes.map(({ atMs, operator, kind, text: words }) =>
      plain(`${zone.say(atMs)}  ${operator} (${kind}): ${words}`)
    ),
    '',
    ...history.map(({ atMs, operator, says }) => plain(`${zone.say(atMs)}  ${operator}: ${says}`))
  ].join('\n')
}

function timelineText({ pseudonym, insights, flags }: z.infer<typeof Timeline>, zone: Zone): string {
  const marks = [
    ...insights.map(({ atMs, score, indicator, count, says }) => ({ atMs, score, kind: indicator, count, says })),
    ...flags.map(({ atMs, kind, says }) => ({ atMs, score: null, kind, count: null, says }))
  ].sort((left, right) => left.atMs - right.atMs)
  const lines = table(
    [
      { head: 'time', cell: ({ atMs }) => zone.say(atMs) },
      { head: 'score', isNumber: true, cell: ({ score }) => score },
      { head: 'what', cell: ({ kind }) => kind },
      { head: 'count', isNumber: true, cell: ({ count }) => count },
      { head: 'says', cell: ({ says }) => says }
    ],
    marks
  )
  return `${pseudonym}\n${lines}`
}
