/** The parts of a badge record under the names that access control systems give them: who, at which door, when, let in or not. */
import { type Fields, trimmed } from '../field.ts'
import { plainNames } from '../plain-names.ts'
import { topicWordsOf } from '../topic.ts'
import { type Access, accessOf } from './access.ts'

export interface Swipe {
  readonly id: string
  /** As written; empty where the reader did not know the card. */
  readonly person: string
  readonly assetId: string
  readonly assetName: string
  /** Kind of door or area, in lower case with hyphens; empty where none is told. */
  readonly topic: string
  readonly time: string
  readonly access: Access
  /** What the system calls it, where that is more than let in or turned away. */
  readonly words: string
}

export function readSwipe(record: Fields): Swipe {
  const fields = plainNames(record)
  const status = textIn(fields, STATUSES)
  const access = accessOf(status)
  return {
    id: textIn(fields, IDS),
    person: textIn(fields, PEOPLE) || fullName(fields),
    assetId: textIn(fields, ASSET_IDS),
    assetName: textIn(fields, ASSET_NAMES) || textIn(fields, PLACES),
    topic: topicWordsOf(textIn(fields, KINDS)),
    time: timeIn(fields),
    access,
    // One word for being let in says no more than the operation does.
    words: [access.isKnown && !status.includes(' ') ? '' : status, textIn(fields, DIRECTIONS)]
      .filter(Boolean)
      .join(', ')
  }
}

/** Whether a record can be nothing else: the schema's own names, or a door with a time, and words that let in or turn away. */
export function isSwipe(record: Fields): boolean {
  const fields = plainNames(record)
  if (timeIn(fields) === '') return false
  const isNamed = textIn(fields, ASSET_IDS) !== '' || textIn(fields, ASSET_NAMES) !== ''
  if (fields['accessstatus'] !== undefined && isNamed) return true
  return isNamed && fields['assetid'] === undefined && accessOf(textIn(fields, STATUSES)).isKnown
}

/** The names of the reference product's connector, which asks for times in UTC. */
export function isOfSchema(record: Fields): boolean {
  const fields = plainNames(record)
  return fields['eventtime'] !== undefined && fields['accessstatus'] !== undefined && fields['assetid'] !== undefined
}

function timeIn(fields: Fields): string {
  const whole = textIn(fields, TIMES)
  if (whole !== '') return whole
  return [textIn(fields, ['date', 'eventdate', 'datum']), textIn(fields, ['time', 'eventtimeonly', 'uhrzeit'])]
    .filter(Boolean)
    .join(' ')
}

function textIn(fields: Fields, names: readonly string[]): string {
  for (const name of names) {
    const text = trimmed(fields[name])
    if (text !== '') return text
  }
  return ''
}

function fullName(fields: Fields): string {
  return [textIn(fields, ['firstname', 'givenname', 'vorname']), textIn(fields, ['lastname', 'surname', 'nachname'])]
    .filter(Boolean)
    .join(' ')
}

/** An address says most, the number of a card least. */
const PEOPLE = [
  'userid',
  'userprincipalname',
  'upn',
  'email',
  'emailaddress',
  'useremail',
  'username',
  'user',
  'employeeid',
  'employeenumber',
  'personnelnumber',
  'personid',
  'personalnummer',
  'cardholder',
  'cardholdername',
  'badgeholder',
  'badgeholdername',
  'employeename',
  'employee',
  'personname',
  'person',
  'name',
  'cardholderid',
  'badgeid',
  'badgenumber',
  'badge',
  'cardid',
  'cardnumber',
  'cardno',
  'credentialid',
  'credential',
  'ausweisnummer'
]
const ASSET_IDS = [
  'assetid',
  'doorid',
  'readerid',
  'doornumber',
  'readernumber',
  'accesspointid',
  'turnstileid',
  'gateid',
  'cardreaderid',
  'badgereaderid'
]
const ASSET_NAMES = [
  'assetname',
  'doorname',
  'door',
  'readername',
  'reader',
  'cardreader',
  'badgereader',
  'accesspointname',
  'accesspoint',
  'turnstile',
  'gate',
  'gatename',
  'tur',
  'porte'
]
/** Kinds only: an area may be called after whoever sits there, and a topic is shown to everybody. */
const KINDS = ['assettype', 'doortype', 'readertype', 'areatype', 'zonetype']
/** They name a place only beside a door. */
const PLACES = ['area', 'areaname', 'zone', 'location', 'site', 'building']
const TIMES = [
  'eventtime',
  'eventdatetime',
  'timestamp',
  'datetime',
  'eventtimestamp',
  'accesstime',
  'swipetime',
  'scantime',
  'badgetime',
  'occurredat',
  'zeitpunkt',
  'zeitstempel'
]
const STATUSES = [
  'accessstatus',
  'accessresult',
  'accessdecision',
  'access',
  'decision',
  'result',
  'outcome',
  'status',
  'eventtype',
  'eventname',
  'event',
  'eventdescription',
  'description',
  'transactiontype',
  'transaction',
  'message',
  'ergebnis'
]
const DIRECTIONS = ['direction', 'inout', 'entryexit', 'richtung']
const IDS = ['eventid', 'recordid', 'transactionid', 'swipeid', 'eventguid', 'id']
