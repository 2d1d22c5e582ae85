/** Which nouns an operation changes, so that whoever shows them asks again. */
import type { Noun, OperationName } from '../../shared/contract/index.ts'

const CHANGED: Partial<Record<OperationName, readonly Noun[]>> = {
  'workspace.create': ['workspace', 'policy', 'import', 'alert', 'person', 'case', 'audit'],
  'workspace.unlock': ['workspace', 'policy', 'import', 'alert', 'person', 'case', 'audit'],
  'workspace.lock': ['workspace'],
  'workspace.timezone': ['workspace', 'activity', 'alert', 'person', 'audit'],
  'operator.add': ['workspace', 'audit'],
  'import.start': ['import', 'progress', 'activity', 'alert', 'person', 'policy', 'workspace', 'audit'],
  'import.cancel': ['progress', 'audit'],
  'watch.choose': ['watch', 'audit'],
  'watch.stop': ['watch', 'audit'],
  'import.undo': ['import', 'activity', 'alert', 'person', 'policy', 'workspace', 'audit'],
  'policy.create': ['policy', 'alert', 'person', 'workspace', 'audit'],
  'policy.edit': ['policy', 'alert', 'person', 'workspace', 'audit'],
  'policy.copy': ['policy', 'alert', 'person', 'workspace', 'audit'],
  'policy.switch': ['policy', 'alert', 'person', 'workspace', 'audit'],
  'policy.delete': ['policy', 'alert', 'person', 'workspace', 'audit'],
  'setting.change': ['setting', 'policy', 'alert', 'person', 'activity', 'workspace', 'audit'],
  'group.create': ['setting', 'policy', 'alert', 'person', 'workspace', 'audit'],
  'group.add': ['setting', 'policy', 'alert', 'person', 'workspace', 'audit'],
  'group.remove': ['setting', 'policy', 'alert', 'person', 'workspace', 'audit'],
  'group.delete': ['setting', 'policy', 'alert', 'person', 'workspace', 'audit'],
  'asset.change': ['setting', 'policy', 'alert', 'person', 'activity', 'workspace', 'audit'],
  'score.run': ['alert', 'person', 'policy', 'workspace', 'audit'],
  'alert.dismiss': ['alert', 'person', 'workspace', 'audit'],
  'alert.confirm': ['alert', 'case', 'person', 'workspace', 'audit'],
  'alert.undo': ['alert', 'case', 'person', 'workspace', 'audit'],
  'alert.undoLast': ['alert', 'case', 'person', 'workspace', 'audit'],
  'person.scope': ['person', 'policy', 'alert', 'workspace', 'audit'],
  'person.unscope': ['person', 'policy', 'alert', 'workspace', 'audit'],
  'person.find': ['audit'],
  'case.note': ['case', 'audit'],
  'case.resolve': ['case', 'alert', 'person', 'workspace', 'audit'],
  'reveal.request': ['reveal', 'case', 'audit'],
  'reveal.approve': ['reveal', 'case', 'audit'],
  'reveal.refuse': ['reveal', 'case', 'audit'],
  'reveal.withdraw': ['reveal', 'case', 'audit'],
  'reveal.show': ['reveal', 'case', 'audit'],
  'audit.checkpoint': ['audit'],
  'export.case': ['case', 'audit']
}

export function nounsChangedBy(name: OperationName): readonly Noun[] {
  return CHANGED[name] ?? []
}
