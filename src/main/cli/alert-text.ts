/** Alerts as text: the queue as a table, one alert as its arithmetic. */
import type { AlertDetail, AlertRow } from '../../shared/contract/alert.ts'
import { pairs, plain, table } from './table.ts'
import type { Zone } from './zone.ts'

export function alertTable(rows: readonly AlertRow[], zone: Zone): string {
  return table(
    [
      { head: 'id', isNumber: true, cell: ({ id }) => id },
      { head: 'severity', cell: ({ severity }) => severity },
      { head: 'score', isNumber: true, cell: ({ score }) => score },
      { head: 'person', cell: ({ pseudonym }) => pseudonym },
      { head: 'status', cell: ({ status }) => status },
      { head: 'case', isNumber: true, cell: ({ caseId }) => caseId },
      { head: 'detected', cell: ({ detectedMs }) => zone.say(detectedMs) },
      { head: 'why', cell: ({ topFactor }) => topFactor }
    ],
    rows
  )
}

export function alertText(
  { alert, person, triggers, factors, checked, arithmetic, decisions }: AlertDetail,
  zone: Zone
): string {
  const where = [person.department, person.title, person.country].filter((each) => each !== null).join(', ')
  const head = pairs([
    ['alert', alert.id],
    ['person', alert.pseudonym],
    ['profile', where],
    ['policy', alert.policy],
    ['severity', alert.severity],
    ['score', alert.score],
    ['status', alert.status],
    ['case', alert.caseId === null ? null : `${alert.caseId} (${alert.caseStatus ?? ''})`],
    ['detected', zone.say(alert.detectedMs)],
    ['updated', zone.say(alert.updatedMs)]
  ])
  const why = table(
    [
      { head: 'points', isNumber: true, cell: ({ points }) => points.toFixed(1) },
      { head: 'date', cell: ({ date }) => date },
      { head: 'indicator', cell: ({ indicator }) => indicator },
      { head: 'count', isNumber: true, cell: ({ count }) => count },
      { head: 'says', cell: ({ says, boosters }) => [says, ...boosters].join(' · ') }
    ],
    factors
  )
  return [
    head,
    ...triggers.map(({ says, atMs }) => `trigger: ${plain(says)} (${zone.say(atMs)})`),
    '',
    why,
    '',
    plain(arithmetic),
    ...checked.map(({ cause, result, says }) => plain(`${result}: ${cause}. ${says}`)),
    ...decisions.map(({ says, reason, operator, atMs }) =>
      plain(`${zone.say(atMs)}  ${operator}: ${says}${reason === null ? '' : `. ${reason}`}`)
    )
  ].join('\n')
}
