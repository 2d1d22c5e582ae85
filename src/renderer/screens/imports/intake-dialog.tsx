/**
 * Before an import begins, in two steps: which files and what the operator knows better than recognition; and, for a
 * file that no reader knows, what each of its columns means. Sends a ticket, never a path.
 */
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import type { RequestOf } from '../../../shared/contract/index.ts'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { MappingForm } from './mapping-form.tsx'
import { StartForm } from './start-form.tsx'
import { type Intake, runImport } from './state.ts'

type IntakeStep = 'start' | 'map'

interface IntakeDialogProps {
  readonly ticket: string
  readonly files: readonly string[]
  readonly firstStep?: IntakeStep
  readonly onClose: () => void
  /** The import has begun; it goes on when the dialog is gone. */
  readonly onStarted?: () => void
}

export function IntakeDialog({ ticket, files, firstStep = 'start', onClose, onStarted }: IntakeDialogProps) {
  const titleId = useId()
  const [step, setStep] = useState(firstStep)
  const [intake, setIntake] = useState<Intake>({ source: null, zone: null, label: '' })
  const preview = useRead('import.preview', { ticket })
  const start = (mapping: RequestOf<'import.start'>['mapping']) => {
    const { source, zone, label } = intake
    // What columns mean overrules every reader, so no source is named beside it.
    void runImport({
      ticket,
      source: mapping === null ? source : null,
      timezone: zone,
      label: label.trim(),
      mapping: mapping ?? null
    })
    onClose()
    onStarted?.()
  }
  const isMapping = step === 'map'
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth={isMapping ? 'lg' : 'sm'}>
      <DialogTitle id={titleId}>
        {isMapping
          ? 'What each column means'
          : files.length === 1
            ? 'Import 1 file'
            : `Import ${writeCount(files.length)} files`}
      </DialogTitle>
      {!isMapping ? (
        <StartForm
          files={files}
          preview={preview}
          intake={intake}
          onIntake={setIntake}
          onMap={() => setStep('map')}
          onClose={onClose}
          onImport={() => start(null)}
        />
      ) : preview.data === undefined ? (
        <>
          <DialogContent>
            {preview.error === null ? (
              <LoadingLine says="Looking at the file…" />
            ) : (
              <FailureNote failure={preview.error} onAgain={() => void preview.refetch()} />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </>
      ) : (
        <MappingForm
          preview={preview.data}
          zone={intake.zone}
          onZone={(zone) => setIntake({ ...intake, zone })}
          onBack={firstStep === 'map' ? null : () => setStep('start')}
          onClose={onClose}
          onImport={start}
        />
      )}
    </Dialog>
  )
}
