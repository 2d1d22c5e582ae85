/** The watched folder: new files in it are imported on their own while the window is open. */
import { z } from 'zod'
import { DESK_ROLES, operation } from './operation.ts'
import { maskedText } from './text.ts'

const WatchState = z.strictObject({
  /** The folder's name; null while none is watched. The path stays in the engine. */
  folder: maskedText().nullable(),
  /** Whether the folder is there: a drive may be unplugged. */
  isThere: z.boolean()
})
export type WatchState = z.infer<typeof WatchState>

export const watchOperations = {
  'watch.show': operation('read', DESK_ROLES, z.strictObject({}), WatchState),
  /** Opens the system's folder dialog; nothing changes when it is closed. */
  'watch.choose': operation('change', ['admin'], z.strictObject({}), WatchState),
  'watch.stop': operation('change', ['admin'], z.strictObject({}), WatchState)
} as const
