/** Policies, templates, versions and back-tests of the made workspace, and the engine's answers about them. */
import {
  Backtest,
  PolicyView,
  ShownDefinition,
  type PolicyHealth,
  type ShownDefinition as Shown
} from '../../src/shared/contract/policy.ts'
import { PolicyDefinition, Template, TEMPLATES } from '../../src/shared/domain/policy.ts'
import { INDICATORS } from './made-catalogue.ts'
import { refusal, type MadeDeskOptions } from './made-desk.ts'
import { DAY_MS, NOW_MS, PEOPLE } from './made-people.ts'
import { POLICY_NAMES } from './made-records.ts'

type Answers = NonNullable<MadeDeskOptions['answers']>

export const DEFINITION = PolicyDefinition.parse({
  template: 'data-theft-by-departing-users',
  people: { exclude: { groups: [2], people: [PEOPLE[5]] } },
  triggers: ['hr-resignation', 'hr-termination', 'account-deleted'],
  indicators: [],
  thresholds: { 'download-files': { low: 30, medium: 100, high: 300 }, 'copy-to-usb': { aboveUsual: 4 } },
  sequences: ['download-rename-share'],
  cumulativeExfiltration: true,
  boosters: { unusualForPerson: true, priorityContent: true, pastViolations: false },
  priorityContent: {
    sites: ['https://tenant.example/sites/ANON-9TXA-F3'],
    extensions: ['dwg', 'step'],
    keywords: ['pricing'],
    labels: ['Confidential'],
    sensitiveTypes: []
  },
  windows: { lookBackDays: 90, activationDays: 30 },
  alertLine: 40
})
export const SHOWN: Shown = ShownDefinition.parse(DEFINITION)

const WARNING: PolicyHealth = {
  code: 'no-departures',
  level: 'warning',
  says: 'No HR file is imported, so nobody comes into scope by resignation.',
  mend: 'Import a personnel file with last days, or choose the deleted account as trigger.'
}
const RECOMMENDATION: PolicyHealth = {
  code: 'no-device-activities',
  level: 'recommendation',
  says: 'Indicators of devices are chosen, but no device log is imported.',
  mend: 'Import device logs, or take the indicators out.'
}
const HEALTHY: PolicyHealth = {
  code: 'healthy',
  level: 'healthy',
  says: 'All sources of this policy are imported up to 31 Mar 2025.',
  mend: ''
}

export const POLICIES: readonly PolicyView[] = POLICY_NAMES.map((name, index) =>
  PolicyView.parse({
    id: index + 1,
    name,
    template: TEMPLATES[index * 2],
    status: index === 2 ? 'off' : 'on',
    version: 3 - index,
    createdMs: NOW_MS - (120 - index * 30) * DAY_MS,
    health: [[HEALTHY], [RECOMMENDATION, WARNING], [RECOMMENDATION]][index],
    inScope: [14, 212, 0][index],
    activeAlerts: [5, 9, 0][index],
    confirmedAlerts: [13, 4, 0][index],
    decidedAlerts: [21, 6, 0][index]
  })
)

const NAMES = ['Data theft by departing users', 'General data leaks', 'Data leaks by priority users']
export const MADE_TEMPLATES: readonly Template[] = NAMES.map((name, index) =>
  Template.parse({
    id: TEMPLATES[index],
    name,
    summary: 'Looks at downloads, sharing and removable media of people who are about to leave.',
    definition: {
      ...DEFINITION,
      template: TEMPLATES[index],
      people: {},
      triggers: index === 0 ? ['hr-resignation', 'manual'] : ['exfiltration'],
      thresholds: {},
      boosters: { unusualForPerson: true, priorityContent: true },
      priorityContent: { sites: [], extensions: [], keywords: [] }
    },
    categories: ['collection', 'exfiltration', 'obfuscation'],
    allowedTriggers:
      index === 0
        ? ['hr-resignation', 'hr-termination', 'account-deleted', 'manual']
        : ['dlp-alert', 'exfiltration', 'security-alert', 'chosen', 'manual'],
    needs: index === 2 ? ['priority-group'] : ['departures'],
    prerequisites: ['An HR file with resignations', 'An audit log of the time before']
  })
)

export const BACKTEST: Backtest = Backtest.parse({
  days: Array.from({ length: 60 }, (_, index) => ({
    date: new Date(Date.UTC(2025, 1, 1) + index * DAY_MS).toISOString().slice(0, 10),
    alerts: index === 40 ? 7 : index % 9 === 4 ? 2 : 0
  })),
  alerts: 19,
  people: 11,
  inScope: 38,
  bySeverity: { high: 3, medium: 6, low: 10 },
  noisiest: [
    { id: 'download-files', name: 'Downloads files from sites', alerts: 12, insights: 88 },
    { id: 'download-rename-share', name: 'Download, rename, share', alerts: 4, insights: 5 }
  ],
  difference: { added: 4, gone: 2, higher: 3, lower: 1, same: 9 },
  durationMs: 8_200
})

const CHOICES = {
  departments: ['Engineering', 'Finance', 'Legal', 'Sales'],
  countries: ['Germany', 'Norway'],
  businessUnits: [],
  labels: ['Confidential', 'Internal'],
  sensitiveTypes: ['Bank account number']
}

const policyOf = (id: number) => POLICIES.find((each) => each.id === id)
const unknown = () => refusal('not-found', 'There is no policy of this number.')

export const policyAnswers: Answers = {
  'policy.list': () => [...POLICIES],
  'policy.templates': () => [...MADE_TEMPLATES],
  'policy.show': ({ id }) => {
    const policy = policyOf(id)
    if (policy === undefined) return unknown()
    const indicators = INDICATORS.filter(({ templates }) => templates.includes(SHOWN.template))
    return { policy, definition: SHOWN, indicators }
  },
  'policy.versions': ({ id }) =>
    Array.from({ length: policyOf(id)?.version ?? 0 }, (_, index) => ({
      version: index + 1,
      createdMs: NOW_MS - (100 - index * 20) * DAY_MS,
      operator: index === 1 ? 'bob' : 'alice'
    })),
  'policy.diff': ({ from, to }) => [
    {
      part: 'Alert line',
      before: String(20 + from),
      after: typeof to === 'number' ? String(20 + to) : String(to.definition.alertLine)
    },
    { part: 'Sites', before: '', after: 'https://tenant.example/sites/ANON-9TXA-F3' }
  ],
  'policy.create': ({ name, template }) => ({ ...POLICIES[0], id: 1, name, template, version: 1 }),
  'policy.edit': ({ id }) => {
    const policy = policyOf(id)
    return policy === undefined ? unknown() : { ...policy, version: policy.version + 1 }
  },
  'policy.copy': ({ id, name }) => ({ ...policyOf(id), id: 2, name, version: 1 }),
  'policy.switch': ({ id, isOn }) => ({ ...policyOf(id), status: isOn ? 'on' : 'off' }),
  'policy.delete': ({ id }) => ({ id }),
  'policy.choices': () => CHOICES,
  'policy.backtest': () => BACKTEST,
  'policy.cancelBacktest': () => ({ wasRunning: true })
}
