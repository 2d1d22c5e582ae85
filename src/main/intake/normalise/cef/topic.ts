/**
 * What a CEF record is about: for requests of web pages the category of the site, for the rest what was found. Senders
 * put anything into the category field, so there it counts only where the tables know it.
 */
import { type Fields, trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { knownSiteTopicOf, siteTopicOf } from '../site-topic.ts'
import { knownAlertTopicOf } from '../topic.ts'

/** Labels under which gateways keep the category of a site in a string of their own. */
const SITE_LABEL =
  /^(?:(?:url|web|site|web_?site)[_\s]?)?(?:categor(?:y|ies)|cat)(?:[_\s]?(?:name|desc))?$|^dyn_?cat$|catdesc$/i
const FIELDS = ['cat', 'deviceEventCategory', 'requestContext'] as const

export function topicOf(draft: Filling, extension: Fields, labelled: Fields): string {
  const written = FIELDS.map((field) => trimmed(extension[field])).filter(
    (text) => text !== '' && !text.includes('://')
  )
  if (!isOfWeb(extension)) return knownAlertTopicOf(written.join(','), draft.operation)
  const byLabel = [...Object.entries(labelled), ...Object.entries(extension)]
    .filter(([label, value]) => SITE_LABEL.test(label) && label !== 'cat' && trimmed(value) !== '')
    .map(([, value]) => trimmed(value))
  return knownSiteTopicOf([...byLabel, ...written]) || siteTopicOf(byLabel) || knownAlertTopicOf('', draft.operation)
}

/** A request is one where a page was asked for, or a method that pages are asked for with. */
function isOfWeb(extension: Fields): boolean {
  return trimmed(extension['request']) !== '' || trimmed(extension['requestMethod']) !== ''
}
