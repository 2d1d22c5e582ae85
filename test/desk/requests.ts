/** One well-formed request of every operation. Those that would change something name what is not there. */
import type { OperationName, RequestOf } from '../../src/shared/contract/index.ts'

const pseudonym = 'ANON-0000-00' as RequestOf<'activity.timeline'>['pseudonym']
const NOTHING = 999_999

export const requests: { readonly [Name in OperationName]: RequestOf<Name> } = {
  'workspace.state': {},
  'workspace.choose': { purpose: 'unlock' },
  'workspace.create': { operator: 'avery', passphrase: 'nine slow lanterns over the marsh', sample: false },
  'workspace.unlock': { operator: 'avery', passphrase: 'not the passphrase' },
  'workspace.lock': {},
  'workspace.timezone': { timezone: 'Nowhere/Nothing' },
  'workspace.runtime': {},
  'operator.list': {},
  'operator.add': {
    name: 'nobody',
    roles: ['auditor'],
    passphrase: 'six grey herons by the weir',
    ownPassphrase: 'not my own passphrase'
  },
  'import.choose': { what: 'files' },
  'import.start': { ticket: 'no such ticket', source: null, timezone: null, label: '' },
  'import.progress': {},
  'import.cancel': {},
  'import.preview': { ticket: 'no such ticket' },
  'import.again': { id: NOTHING },
  'import.coverage': {},
  'import.list': {},
  'import.show': { id: NOTHING },
  'import.rejected': { id: NOTHING },
  'import.undo': { id: NOTHING },
  'watch.show': {},
  'watch.choose': {},
  'watch.stop': {},
  'policy.templates': {},
  'policy.list': {},
  'policy.show': { id: NOTHING },
  'policy.create': { name: 'Leaks', template: 'general-data-leaks', definition: null },
  'policy.edit': {
    id: NOTHING,
    definition: {
      template: 'data-theft-by-departing-users',
      triggers: ['hr-resignation'],
      indicators: [],
      thresholds: {},
      sequences: [],
      boosters: { unusualForPerson: true, priorityContent: false },
      priorityContent: { sites: [], extensions: [], keywords: [] },
      windows: { lookBackDays: 30, activationDays: 30 },
      alertLine: 20
    }
  },
  'policy.delete': { id: NOTHING },
  'score.run': { asOfMs: null },
  'alert.list': {},
  'alert.counts': {},
  'alert.show': { id: NOTHING },
  'alert.dismiss': { ids: [NOTHING], reason: 'other', comment: '' },
  'alert.confirm': { ids: [NOTHING], into: { newCase: 'Drawings' }, comment: '' },
  'alert.undo': { id: NOTHING },
  'alert.undoLast': {},
  'activity.list': {},
  'activity.raw': { id: NOTHING },
  'activity.timeline': { pseudonym },
  'person.list': {},
  'person.rank': { from: null, to: null },
  'person.find': { identity: 'mika.sandvall@quarryfield.example', reason: 'tip-off' },
  'case.list': {},
  'case.show': { id: NOTHING },
  'case.note': { id: NOTHING, text: 'a note' },
  'case.resolve': { id: NOTHING, as: 'benign', text: 'nothing to it' },
  'audit.list': {},
  'audit.verify': {},
  'export.case': { caseId: NOTHING, ticket: null }
}
