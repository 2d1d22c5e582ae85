/** Power BI records: which report, dashboard or dataset, in which workspace, and who was given access or a copy. */
import { type Fields, fieldsOf, isFields, listOf, textOf, trimmed } from '../field.ts'
import { addDomains, addTargets, extensionOf, type Filling } from '../filling.ts'
import { domainsOf, peopleIn } from './identity.ts'

/** What was acted upon stands under the name of its kind. */
const NAMES = [
  'ReportName',
  'DashboardName',
  'DatasetName',
  'DataflowName',
  'ArtifactName',
  'ItemName',
  'WorkSpaceName'
] as const
/** Lists of people whom something was shared with or mailed to. */
const RECIPIENTS = ['SharingInformation', 'SubscribeeInformation', 'ExternalSubscribeeInformation'] as const

export function fillAnalytics(draft: Filling, record: Fields): void {
  draft.itemType = 'other'
  const name = NAMES.map((field) => trimmed(record[field])).find((found) => found !== '') ?? ''
  draft.fileName = name
  draft.path = [trimmed(record['WorkSpaceName']), name].filter(Boolean).join('/') || trimmed(record['ObjectId'])
  const exported = fieldsOf(record['ExportedArtifactInfo'])
  draft.extension = trimmed(exported?.['ExportType']).toLowerCase() || extensionOf(name)
  const found: string[] = []
  for (const field of RECIPIENTS) {
    for (const entry of listOf(record[field]))
      if (isFields(entry)) found.push(textOf(entry['RecipientEmail']), textOf(entry['UserPrincipalName']))
  }
  const people = peopleIn(found)
  addTargets(draft, people)
  addDomains(draft, domainsOf(people))
}
