/** Names of an event's own properties in flat records and tables, in one spelling; everything else there is event data. */

/** Lower case without blanks, underscores, dashes and apostrophes; words of other languages in English. */
export function plainName(name: string): string {
  const known = plainNames.get(name)
  if (known !== undefined) return known
  const plain = name.toLowerCase().replace(/[\s_'’-]/g, '')
  const english = TRANSLATED.get(plain) ?? plain
  if (plainNames.size >= REMEMBERED) plainNames.clear()
  plainNames.set(name, english)
  return english
}

/** Names repeat in every record; past this many distinct ones the memory is started afresh. */
const REMEMBERED = 5000
const plainNames = new Map<string, string>()

/** Headers of the Event Viewer's table in German and French. */
const TRANSLATED: ReadonlyMap<string, string> = new Map([
  ['ereignisid', 'eventid'],
  ['quelle', 'source'],
  ['datumunduhrzeit', 'dateandtime'],
  ['ebene', 'level'],
  ['aufgabenkategorie', 'taskcategory'],
  ['schlüsselwörter', 'keywords'],
  ['iddelévénement', 'eventid'],
  ['dateetheure', 'dateandtime'],
  ['niveau', 'level'],
  ['catégoriedelatâche', 'taskcategory'],
  ['motsclés', 'keywords']
])

/** Properties of the event or of the tool that carried it; what is not here is data of the event. */
export const ENVELOPE: ReadonlySet<string> = new Set([
  ...[
    'eventid',
    'eventcode',
    'eventidentifier',
    'id',
    'activity',
    'version',
    'qualifiers',
    'instanceid',
    'categorynumber'
  ],
  ...[
    'channel',
    'logname',
    'eventlog',
    'logfile',
    'sourcename',
    'providername',
    'eventsourcename',
    'source',
    'provider'
  ],
  ...['providerguid', 'providerid', 'hostname', 'computer', 'computername', 'machinename', 'host', 'sourcecomputerid'],
  ...['recordnumber', 'eventrecordid', 'recordid', 'index', 'eventoriginid', 'eventdata', 'userdata', 'message', 'api'],
  ...[
    '@timestamp',
    '@version',
    'timegenerated',
    'timecreated',
    'timecreatedutc',
    'timecollected',
    'timewritten',
    'date'
  ],
  ...['eventtime', 'eventreceivedtime', 'eventtimewritten', 'dateandtime', 'timestamp', 'time', 'systemtime', 'tags'],
  ...['keywords', 'keywordsdisplaynames', 'eventtype', 'entrytype', 'type', 'severity', 'severityvalue', 'level'],
  ...[
    'leveldisplayname',
    'eventlevel',
    'eventlevelname',
    'task',
    'taskcategory',
    'taskdisplayname',
    'category',
    'opcode'
  ],
  ...[
    'opcodevalue',
    'opcodedisplayname',
    'processid',
    'threadid',
    'executionprocessid',
    'executionthreadid',
    'process'
  ],
  ...['activityid', 'relatedactivityid', 'properties', 'containerlog', 'matchedqueryids', 'bookmark', 'containername'],
  ...['sourcemodulename', 'sourcemoduletype', 'tenantid', 'sourcesystem', 'mg', 'managementgroupname', 'resourceid'],
  ...[
    'rendereddescription',
    'parameterxml',
    'userid',
    'usersid',
    'accounttype',
    'domain',
    'port',
    'user',
    'eventcategory'
  ],
  ...['username', 'data', 'site', 'replacementstrings', 'binarydata', 'column1', 'eventdatadynamic', 'eventdatastring']
])

/** Names that only data of Windows events has; they tell a record that came without log and provider. */
export const TELLING_DATA: ReadonlySet<string> = new Set([
  'subjectusername',
  'targetusername',
  'subjectusersid',
  'targetusersid',
  'newprocessname',
  'processguid',
  'layerrtid',
  'subjectlogonid'
])
