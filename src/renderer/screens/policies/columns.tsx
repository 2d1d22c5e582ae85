/** The columns of the policies: how each is, whom it looks at, and what came of it. */
import type { PolicyView } from '../../../shared/contract/policy.ts'
import type { Column } from '../../parts/column.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { HealthMark } from './health-mark.tsx'
import { POLICY_STATUS_WORDS, TEMPLATE_WORDS, worstHealth, writeEffectiveness } from './words.ts'

export const POLICY_COLUMNS: readonly Column<PolicyView>[] = [
  { key: 'status', title: 'State', width: 56, render: ({ status }) => POLICY_STATUS_WORDS[status] },
  {
    key: 'name',
    title: 'Policy',
    width: 'fill',
    text: ({ name }) => name,
    render: ({ name }) => <MaskedText text={name} />
  },
  {
    key: 'template',
    title: 'Template',
    width: 272,
    fromWidth: 960,
    text: ({ template }) => TEMPLATE_WORDS[template],
    render: ({ template }) => TEMPLATE_WORDS[template]
  },
  {
    key: 'scope',
    title: 'In scope',
    width: 80,
    align: 'end',
    fromWidth: 520,
    render: ({ inScope }) => writeCount(inScope)
  },
  {
    key: 'alerts',
    title: 'Active alerts',
    width: 116,
    align: 'end',
    fromWidth: 480,
    render: ({ activeAlerts }) => writeCount(activeAlerts)
  },
  {
    key: 'confirmed',
    title: 'Confirmed',
    width: 88,
    align: 'end',
    fromWidth: 700,
    text: () => 'Alerts of the last 365 days that went into a case',
    render: ({ confirmedAlerts }) => writeCount(confirmedAlerts)
  },
  {
    key: 'effectiveness',
    title: 'Effectiveness',
    width: 108,
    align: 'end',
    fromWidth: 620,
    text: ({ confirmedAlerts, decidedAlerts }) =>
      decidedAlerts === 0
        ? 'Nobody has decided on an alert of this policy in the last 365 days'
        : `${writeCount(confirmedAlerts)} confirmed of ${writeCount(decidedAlerts)} decided in the last 365 days`,
    render: writeEffectiveness
  },
  {
    key: 'health',
    title: 'Health',
    width: 148,
    text: ({ health }) => health.map(({ says, mend }) => `${says} ${mend}`.trim()).join(' '),
    render: ({ health }) => <HealthMark level={worstHealth(health)} />
  }
]
