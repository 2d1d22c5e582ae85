/** One activity with every field that it has, where it comes from, and the record as it was imported, masked. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Fragment, useState } from 'react'
import type { ActivityView } from '../../../shared/contract/activity.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { operationWords } from './operation-words.ts'
import { layOutRecord } from './record.ts'
import { writeSize } from './size.ts'

export function ActivityDetails({ activity }: { readonly activity: ActivityView }) {
  return (
    <Box sx={{ px: 4, py: 3 }}>
      <Box component="h2" sx={{ typography: 'h3', m: 0, pr: 8 }}>
        {operationWords(activity)}
      </Box>
      <Box sx={{ color: 'text.secondary', mb: 3 }}>
        <Moment atMs={activity.atMs} hasSeconds hasRelative />
      </Box>
      <Facts facts={fieldsOf(activity)} />
      <Origin activity={activity} />
      <RawRecord id={activity.id} />
    </Box>
  )
}

/** Fields that the record does not have are left out; none is cut. */
function fieldsOf(activity: ActivityView): readonly Fact[] {
  const text = (name: string, value: string) =>
    value === '' ? [] : [[name, <MaskedText key={name} text={value} />] as const]
  const list = (name: string, values: readonly string[]) => text(name, values.join(', '))
  return [
    [
      'Person',
      activity.pseudonym === null ? `none (${activity.actorKind})` : <PersonOf key="person" activity={activity} />
    ],
    ['Operation', `${activity.workload} ${activity.operation}`],
    ['Outcome', activity.outcome],
    ...text('Item', activity.fileName),
    ...text('New name', activity.newFileName),
    ...text('Subject', activity.subject),
    ...text('Path', activity.path),
    ...text('Site', activity.siteUrl),
    ...list('To', activity.targets),
    ...list('Domains', activity.targetDomains),
    ...(activity.exposure === 'none' ? [] : [['Opened to', EXPOSURE_WORDS[activity.exposure]] as const]),
    ...(activity.labelChange === 'none' ? [] : [['Label', activity.labelChange] as const]),
    ...(activity.alertSeverity === 'none' ? [] : [['Severity in its source', activity.alertSeverity] as const]),
    ...text('Address', activity.address),
    ...text('Device', activity.device),
    ...(activity.sizeBytes === 0
      ? []
      : [['Size', `${writeSize(activity.sizeBytes)} (${writeCount(activity.sizeBytes)} bytes)`] as const]),
    ...(activity.itemCount <= 1 ? [] : [['Stands for', `${writeCount(activity.itemCount)} items`] as const]),
    ...list('Indicators', activity.indicators),
    ...(activity.echoOf === null
      ? []
      : [['Counted', `no: it repeats activity ${writeCount(activity.echoOf)}`] as const])
  ]
}

const EXPOSURE_WORDS: Readonly<Record<ActivityView['exposure'], string>> = {
  none: 'nobody',
  inside: 'people of the organisation',
  guest: 'a named person outside',
  anyone: 'anyone with the link'
}

function PersonOf({ activity }: { readonly activity: ActivityView }) {
  const { pseudonym } = activity
  return pseudonym === null ? null : (
    <PseudonymChip pseudonym={pseudonym} onOpen={() => go({ screen: 'person', pseudonym })} />
  )
}

function Origin({ activity }: { readonly activity: ActivityView }) {
  return (
    <Box sx={{ mt: 3, color: 'text.secondary' }}>
      Record {writeCount(activity.ordinal)} of{' '}
      <ImportLink id={activity.importId} words={`import ${activity.importId}`} />
      {activity.alsoIn.length === 0 ? '' : <AlsoIn imports={activity.alsoIn} />} · activity {writeCount(activity.id)}
    </Box>
  )
}

/** Other files held the very same record: `also in imports 4, 7 and 9`. */
function AlsoIn({ imports }: { readonly imports: readonly number[] }) {
  return (
    <>
      , also in {imports.length === 1 ? '' : 'imports '}
      {imports.map((id, index) => (
        <Fragment key={id}>
          {index === 0 ? '' : index === imports.length - 1 ? ' and ' : ', '}
          <ImportLink id={id} words={imports.length === 1 ? `import ${id}` : String(id)} />
        </Fragment>
      ))}
    </>
  )
}

function ImportLink({ id, words }: { readonly id: number; readonly words: string }) {
  const mayShow = useMay('import.show')
  return mayShow ? (
    <Button
      variant="text"
      aria-label={`import ${id}`}
      sx={{ px: 0.5, py: 0, minWidth: 0, textDecoration: 'underline', verticalAlign: 'baseline' }}
      onClick={() => go({ screen: 'import', id })}
    >
      {words}
    </Button>
  ) : (
    words
  )
}

function RawRecord({ id }: { readonly id: number }) {
  const [isShown, setShown] = useState(false)
  const raw = useRead('activity.raw', { id }, { isEnabled: isShown })
  return (
    <Box component="section" aria-label="The record as imported" sx={{ mt: 3 }}>
      <Button variant="outlined" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide the record' : 'Show the record as imported'}
      </Button>
      {isShown && raw.isLoading ? <LoadingLine /> : null}
      <FailureNote failure={raw.error} onAgain={() => void raw.refetch()} />
      {isShown && raw.data !== undefined ? (
        <Box
          component="pre"
          tabIndex={0}
          aria-label="Record, masked"
          sx={{
            m: 0,
            mt: 2,
            p: 3,
            bgcolor: 'background.default',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere'
          }}
        >
          <MaskedText text={layOutRecord(raw.data.raw)} />
        </Box>
      ) : null}
    </Box>
  )
}
