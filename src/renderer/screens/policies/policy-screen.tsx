/** One policy with everything: health and its mend, the definition in words, its versions, its indicators, and what can be done with it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { PolicyView } from '../../../shared/contract/policy.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { useKeys } from '../../keys.ts'
import { back, go } from '../../navigation.ts'
import { Facts } from '../../parts/facts.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PageHead, Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { DeletePolicy } from './delete-policy.tsx'
import { HealthNotices } from './health-notices.tsx'
import { Indicators } from './indicators.tsx'
import { DefinitionParts, OpenedPolicy } from './shown-policy.tsx'
import { Versions } from './versions.tsx'
import { POLICY_STATUS_WORDS, TEMPLATE_WORDS, writeEffectiveness } from './words.ts'

export function PolicyScreen({ id }: { readonly id: number }) {
  useKeys([{ group: 'Policy', keys: 'Escape', says: 'Back', isHinted: true, run: back }])
  return <OpenedPolicy id={id}>{(shown) => <PolicyPage shown={shown} />}</OpenedPolicy>
}

function PolicyPage({ shown }: { readonly shown: ResponseOf<'policy.show'> }) {
  const { policy, definition, indicators } = shown
  return (
    <>
      <PageHead
        parent={{ words: 'Policies', open: () => go({ screen: 'policies' }) }}
        title={<MaskedText text={policy.name} />}
        actions={<Actions policy={policy} />}
      >
        <strong>{POLICY_STATUS_WORDS[policy.status]}</strong>
        <Box sx={{ color: 'text.secondary' }}>
          {TEMPLATE_WORDS[policy.template]} · version {policy.version}
        </Box>
      </PageHead>
      <Box sx={{ px: 4, py: 4, display: 'grid', gap: 6, maxWidth: 1200 }}>
        <Part title="Health">
          <HealthNotices health={policy.health} />
        </Part>
        <Part title="What came of it">
          <Facts facts={outcome(policy)} />
        </Part>
        <DefinitionParts definition={definition} />
        <Part title="Versions">
          <Versions id={policy.id} />
        </Part>
        <Part title={`Indicators (${writeCount(indicators.length)})`}>
          <Indicators indicators={indicators} thresholds={definition.thresholds} />
        </Part>
      </Box>
    </>
  )
}

function outcome(policy: PolicyView) {
  const { inScope, activeAlerts, confirmedAlerts, decidedAlerts, createdMs } = policy
  return [
    ['In scope', `${writeCount(inScope)} people`],
    ['Active alerts', writeCount(activeAlerts)],
    [
      'Effectiveness',
      decidedAlerts === 0
        ? 'nobody has decided on an alert of it in the last 365 days'
        : `${writeEffectiveness(policy)}: ${writeCount(confirmedAlerts)} confirmed of ${writeCount(decidedAlerts)} decided in the last 365 days`
    ],
    ['Created', <Moment key="created" atMs={createdMs} />]
  ] as const
}

function Actions({ policy }: { readonly policy: PolicyView }) {
  const { id, name, status } = policy
  const [isDeleting, setDeleting] = useState(false)
  const isAlive = status !== 'deleted'
  const mayTest = useMay('policy.backtest') && isAlive
  const mayEdit = useMay('policy.edit') && isAlive
  const mayCopy = useMay('policy.copy') && isAlive
  const mayDelete = useMay('policy.delete') && isAlive
  const backtest = () => go({ screen: 'policy-backtest', id })
  const edit = () => go({ screen: 'policy-edit', id })
  useKeys([{ group: 'Policy', keys: 'b', says: 'Back-test', isHinted: true, run: backtest }], mayTest)
  useKeys([{ group: 'Policy', keys: 'e', says: 'Edit the policy', isHinted: true, run: edit }], mayEdit)
  return (
    <>
      {mayTest ? (
        <Button variant="outlined" onClick={backtest} title="What it would have raised over the imported history (b)">
          Back-test
        </Button>
      ) : null}
      {isAlive ? <Switch policy={policy} /> : null}
      {mayCopy ? (
        <Button variant="outlined" onClick={() => go({ screen: 'policy-copy', id })}>
          Copy
        </Button>
      ) : null}
      {mayDelete ? (
        <Button variant="outlined" onClick={() => setDeleting(true)}>
          Delete…
        </Button>
      ) : null}
      {mayEdit ? (
        <Button variant="contained" onClick={edit} title="Everything but its template and its name (e)">
          Edit
        </Button>
      ) : null}
      {isDeleting ? <DeletePolicy id={id} name={name} onClose={() => setDeleting(false)} /> : null}
    </>
  )
}

function Switch({ policy: { id, status } }: { readonly policy: PolicyView }) {
  const change = useChange('policy.switch')
  const maySwitch = useMay('policy.switch')
  if (!maySwitch) return null
  const isOn = status === 'on'
  const flip = () =>
    change.mutate(
      { id, isOn: !isOn },
      {
        onSuccess: () =>
          tell({ says: isOn ? 'Switched off. Its alerts stay; it raises no new ones.' : 'Switched on.' }),
        onError: ({ message }) => tell({ says: message })
      }
    )
  return (
    <Button variant="outlined" disabled={change.isPending} onClick={flip}>
      {isOn ? 'Switch off' : 'Switch on'}
    </Button>
  )
}
