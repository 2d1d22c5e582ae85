/** What came of the last import: the sum over its files, files that were refused and why, findings, and the alerts that it raised. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { FINDING_KINDS, type Receipt } from '../../../shared/contract/import.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { ReceiptSum, writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { FilePath } from './file-path.tsx'
import { FindingMark } from './finding-mark.tsx'
import { forgetResult, useImportRun, type ImportResult } from './state.ts'
import { SumBar } from './sum-bar.tsx'
import type { FindingKind } from './words.ts'

export function LastResult() {
  const { result, failure } = useImportRun()
  if (result === null && failure === null) return null
  return (
    <Box
      component="section"
      aria-label="Result of the import"
      role="status"
      sx={{
        px: 4,
        py: 3,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        display: 'flex',
        gap: 4
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <FailureNote failure={failure} />
        {result === null ? null : <Result result={result} />}
      </Box>
      <Box>
        <Button onClick={forgetResult}>Close</Button>
      </Box>
    </Box>
  )
}

function Result({ result }: { readonly result: ImportResult }) {
  const mayList = useMay('alert.list')
  const sum = sumOf(result.imports)
  const refused = result.imports.filter(({ status }) => status === 'refused')
  const findings = findingsOf(result.imports)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box>
        <b>
          {result.wasCancelled ? 'Stopped: ' : ''}
          {result.imports.length === 1 ? '1 file' : `${writeCount(result.imports.length)} files`}.
        </b>{' '}
        <ReceiptSum receipt={sum} />
      </Box>
      <SumBar sum={sum} />
      {refused.slice(0, REFUSED_SHOWN).map(({ id, path, refusal }) => (
        <Box
          key={id}
          sx={{ borderLeft: 3, borderColor: 'error.main', pl: 3, display: 'flex', flexWrap: 'wrap', columnGap: 2 }}
        >
          <Link
            component="button"
            onClick={() => go({ screen: 'import', id })}
            sx={{ font: 'inherit', maxWidth: '100%' }}
          >
            <FilePath path={path} />
          </Link>
          <span>{refusal ?? 'refused'}</span>
        </Box>
      ))}
      {refused.length > REFUSED_SHOWN ? (
        <Box sx={{ color: 'text.secondary' }}>
          {writeCount(refused.length - REFUSED_SHOWN)} more files were refused; each receipt says why.
        </Box>
      ) : null}
      {findings.length === 0 ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1 }}>
          {findings.map(({ kind, files }) => (
            <span key={kind}>
              <FindingMark kind={kind} /> in {files === 1 ? '1 file' : `${writeCount(files)} files`}
            </span>
          ))}
        </Box>
      )}
      <Box>
        {result.alertsRaised === 1 ? '1 alert raised' : `${writeCount(result.alertsRaised)} alerts raised`},{' '}
        {writeCount(result.alertsUpdated)} updated.{' '}
        {mayList && result.alertsRaised > 0 ? (
          <Button variant="outlined" sx={{ ml: 2 }} onClick={() => go({ screen: 'alerts' })}>
            Review the alerts
          </Button>
        ) : null}
      </Box>
    </Box>
  )
}

/** More would push the receipts out of sight. */
const REFUSED_SHOWN = 3

function findingsOf(receipts: readonly Receipt[]): readonly { readonly kind: FindingKind; readonly files: number }[] {
  return FINDING_KINDS.map((kind) => ({
    kind,
    files: receipts.filter(({ findings }) => findings.some((finding) => finding.kind === kind)).length
  })).filter(({ files }) => files > 0)
}

function sumOf(receipts: readonly Receipt[]) {
  const add = (key: 'rowsRead' | 'kept' | 'duplicate' | 'rejected' | 'ignored') =>
    receipts.reduce((sum, receipt) => sum + receipt[key], 0)
  return {
    rowsRead: add('rowsRead'),
    kept: add('kept'),
    duplicate: add('duplicate'),
    rejected: add('rejected'),
    ignored: add('ignored')
  }
}
