/** The alert queue and the decisions on it. */
import { ALERT_STATUSES, type AlertDetail, type AlertRow, DISMISS_REASONS } from '../../../shared/contract/alert.ts'
import { SEVERITIES } from '../../../shared/domain/severity.ts'
import { alertTable, alertText } from '../alert-text.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { collectPages } from '../pages.ts'
import { usageRefusal } from '../refusal.ts'
import { plural } from '../table.ts'
import { ID, integer, oneOf, optional, required, text, withDefault } from '../value.ts'

export const alerts = command(
  {
    words: ['alerts'],
    does: 'Lists the alert queue, highest score first.',
    operands: {},
    rest: null,
    options: {
      status: optional(oneOf(ALERT_STATUSES)),
      severity: optional(oneOf(SEVERITIES)),
      policy: optional(ID),
      limit: withDefault(integer('N', 1, 1_000_000), 1_000_000),
      after: optional(ID)
    }
  },
  async ({ ask, zone, terminal }, { options: { status, severity, policy, limit, after } }) => {
    const everything = after === null ? limit : 1_000_000
    const listed = await collectPages(everything, null, (page) =>
      ask('alert.list', { status, severity, policyId: policy, sort: 'score', ...page })
    )
    if (!listed.ok) return listed
    const from = after === null ? 0 : listed.value.rows.findIndex(({ id }) => id === after) + 1
    if (after !== null && from === 0) return usageRefusal('--after needs the id of an alert of this very list.')
    const rows = listed.value.rows.slice(from, from + limit)
    if (!terminal.given.isJson) return print(null, alertTable(rows, zone))
    const documents: unknown[] = []
    for (const { id } of rows) {
      const detail = await ask('alert.show', { id })
      if (!detail.ok) return detail
      documents.push(alertDocument(detail.value))
    }
    return print(documents, '')
  }
)

export const alertShow = command(
  {
    words: ['alert', 'show'],
    does: 'Shows an alert with the arithmetic of its score.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const shown = await ask('alert.show', operands)
    if (!shown.ok) return shown
    const { alert, factors, ...others } = shown.value
    return print(
      { ...alertDocument(shown.value), factors: documentOf(factors), ...(documentOf(others) as object) },
      alertText(shown.value, zone)
    )
  }
)

export const alertDismiss = command(
  {
    words: ['alert', 'dismiss'],
    does: `Dismisses alerts; the reason is one of ${DISMISS_REASONS.join(', ')}, or any text.`,
    operands: {},
    rest: ID,
    options: { reason: required(text('TEXT', 2000)) }
  },
  async ({ ask, zone }, { rest, options }) => {
    const known = DISMISS_REASONS.find((reason) => reason === options.reason)
    const dismissed = await ask('alert.dismiss', {
      ids: [...rest],
      reason: known ?? 'other',
      comment: known === undefined ? options.reason : ''
    })
    return dismissed.ok ? print(dismissed.value.map(rowDocument), alertTable(dismissed.value, zone)) : dismissed
  }
)

export const alertConfirm = command(
  {
    words: ['alert', 'confirm'],
    does: 'Confirms alerts into a case, an active one or a new one.',
    operands: {},
    rest: ID,
    options: {
      case: optional(ID),
      'new-case': optional(text('NAME', 120)),
      comment: withDefault(text('TEXT', 2000), '')
    }
  },
  async ({ ask }, { rest, options }) => {
    const newCase = options['new-case']
    if ((options.case === null) === (newCase === null)) return usageRefusal('Give either --case ID or --new-case NAME.')
    const into = newCase === null ? { caseId: options.case ?? 0 } : { newCase }
    const confirmed = await ask('alert.confirm', { ids: [...rest], into, comment: options.comment })
    if (!confirmed.ok) return confirmed
    const { alerts: rows, caseId } = confirmed.value
    return print(
      { caseId, alerts: rows.map(rowDocument) },
      `${plural(rows.length, 'alert', 'alerts')} confirmed into case ${caseId}`
    )
  }
)

export const alertUndo = command(
  {
    words: ['alert', 'undo'],
    does: 'Takes the last decision on an alert back.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const undone = await ask('alert.undo', operands)
    return undone.ok ? print(rowDocument(undone.value), alertTable([undone.value], zone)) : undone
  }
)

function rowDocument(row: AlertRow): Record<string, unknown> {
  return documentOf(row) as Record<string, unknown>
}

function alertDocument({ alert, factors }: AlertDetail): Record<string, unknown> {
  return {
    ...rowDocument(alert),
    insights: factors.map(({ indicator, kind, date, points, count, says }) => ({
      indicator,
      kind,
      date,
      points,
      count,
      says
    }))
  }
}
