/** Reads the queue and takes decisions; the answer to a decision is the alerts as they are now. */
import { done, refused } from '../../workers/protocol.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

type AlertNames =
  'alert.list' | 'alert.counts' | 'alert.show' | 'alert.dismiss' | 'alert.confirm' | 'alert.undo' | 'alert.undoLast'

const UNDONE_WORDS: Readonly<Record<string, string>> = {
  dismiss: 'The dismissal',
  confirm: 'The confirmation into a case'
}

export const alertHandlers: Pick<Handlers, AlertNames> = {
  'alert.list': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('alert.list', request)),
  'alert.counts': (desk) => withWorkspace(desk, ({ reader }) => reader.read('alert.counts', null)),
  'alert.show': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('alert.show', request)),

  'alert.dismiss': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const changed = await writer.change('alert.dismiss', request, caller)
      return changed.ok ? reader.read('alert.rows', { ids: request.ids }) : changed
    }),

  'alert.confirm': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const changed = await writer.change('alert.confirm', request, caller)
      if (!changed.ok) return changed
      const alerts = await reader.read('alert.rows', { ids: request.ids })
      return alerts.ok ? done({ alerts: alerts.value, caseId: changed.value.caseId }) : alerts
    }),

  'alert.undo': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const changed = await writer.change('alert.undo', request, caller)
      if (!changed.ok) return changed
      const alerts = await reader.read('alert.rows', { ids: [request.id] })
      if (!alerts.ok) return alerts
      const [alert] = alerts.value
      return alert === undefined ? refused('not-found', 'There is no such alert.') : done(alert)
    }),

  'alert.undoLast': (desk) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const changed = await writer.change('alert.undoLast', null, caller)
      if (!changed.ok) return changed
      const alerts = await reader.read('alert.rows', { ids: changed.value.ids })
      const which = changed.value.ids.length === 1 ? 'one alert' : `${String(changed.value.ids.length)} alerts`
      return alerts.ok
        ? done({
            alerts: alerts.value,
            says: `${UNDONE_WORDS[changed.value.kind] ?? 'The decision'} of ${which} was undone.`
          })
        : alerts
    })
}
