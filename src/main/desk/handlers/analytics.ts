/** What people do, aggregated and anonymous, without any policy. */
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

export const analyticsHandlers: Pick<Handlers, 'analytics.run'> = {
  'analytics.run': (desk) => withWorkspace(desk, ({ reader }) => reader.read('analytics.run', null))
}
