/** Visits of web sites as a watched browser reports them: the address, and what kind of site it is. */
import { hostOf } from '../destination.ts'
import { type Fields, fieldsOf, listOf, textOf, trimmed } from '../field.ts'
import { addDomains, type Filling } from '../filling.ts'
import { siteTopicOf } from '../site-topic.ts'

/** Does nothing to records that name no address of a page, nor to those that are about a file. */
export function fillWebVisit(draft: Filling, record: Fields): void {
  if (draft.itemType === 'file') return
  const more = fieldsOf(record['EndpointMetaData'])
  const read = (field: string): unknown => record[field] ?? more?.[field]
  const domain = trimmed(read('DomainURL'))
  const page = trimmed(read('URLPath')) || domain
  if (page === '') return
  draft.itemType = 'other'
  draft.path = page
  // The path of some records begins behind the host.
  const host = hostOf(domain) || hostOf(page)
  if (host !== '') addDomains(draft, [host])
  draft.topic = siteTopicOf(categoriesIn(read('Category')))
}

function categoriesIn(written: unknown): readonly string[] {
  const listed = listOf(written).map(textOf).filter(Boolean)
  return listed.length > 0 ? listed : [textOf(written)].filter(Boolean)
}
