/** The running import, what came of the last one, and the tab; kept outside of the screen, so that it may be left meanwhile. */
import type { RequestOf, ResponseOf } from '../../../shared/contract/index.ts'
import type { Source } from '../../../shared/domain/source.ts'
import { ask, DeskFailure } from '../../desk.ts'
import { createUntilLock } from '../../memory.ts'
import { go } from '../../navigation.ts'

/** What the operator has said so far of an import to come; it stays from one step of the dialog to the other. */
export interface Intake {
  readonly source: Source | null
  readonly zone: string | null
  readonly label: string
}

export type ImportResult = ResponseOf<'import.start'>

interface ImportRun {
  readonly isStarting: boolean
  readonly result: ImportResult | null
  readonly failure: DeskFailure | null
}

export const useImportRun = createUntilLock<ImportRun>(() => ({ isStarting: false, result: null, failure: null }))

/** Returns when the import has ended; the engine announces everything that changed. */
export async function runImport(request: RequestOf<'import.start'>): Promise<void> {
  useImportRun.setState({ isStarting: true, result: null, failure: null })
  try {
    useImportRun.setState({ result: await ask('import.start', request) })
  } catch (error) {
    if (!(error instanceof DeskFailure)) throw error
    useImportRun.setState({ failure: error })
  } finally {
    useImportRun.setState({ isStarting: false })
  }
}

export const forgetResult = (): void => useImportRun.setState({ result: null, failure: null })

export type ImportsTab = 'receipts' | 'coverage'
export const useImportsTab = createUntilLock<{ readonly tab: ImportsTab }>(() => ({ tab: 'receipts' }))

/** From anywhere to the coverage calendar. */
export function openCoverage(): void {
  useImportsTab.setState({ tab: 'coverage' })
  go({ screen: 'imports' })
}
