/** Reads activities and timelines. */
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

export const activityHandlers: Pick<Handlers, 'activity.list' | 'activity.raw' | 'activity.timeline'> = {
  'activity.list': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('activity.list', request)),
  'activity.raw': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('activity.raw', request)),
  'activity.timeline': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('activity.timeline', request))
}
