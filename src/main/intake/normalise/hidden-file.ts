/** A file that is made so that nobody sees it gets a name of its own; the logs say no more than that it was made. */
import { textOf } from './field.ts'
import type { Filling } from './filling.ts'

export function nameHiddenFile(draft: Filling, isHidden: unknown): void {
  if (draft.operation === 'FileCreated' && textOf(isHidden).trim().toLowerCase() === 'true')
    draft.operation = 'HiddenFileCreated'
}
