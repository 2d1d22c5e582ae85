/** Words in which Windows writes the heads of rendered events, by language. What is not listed stays text of the message. */

/** Labels in lower case without blanks around, and the field each one fills. */
export const HEAD_LABELS: ReadonlyMap<string, string> = new Map([
  ['log name', 'LogName'],
  ['source', 'SourceName'],
  ['date', 'Date'],
  ['event id', 'EventID'],
  ['task', 'TaskCategory'],
  ['task category', 'TaskCategory'],
  ['level', 'Level'],
  ['opcode', 'Opcode'],
  ['keyword', 'Keywords'],
  ['keywords', 'Keywords'],
  ['user', 'UserSid'],
  ['user name', 'UserName'],
  ['computer', 'Computer'],
  ['description', 'Message'],
  ['protokollname', 'LogName'],
  ['quelle', 'SourceName'],
  ['datum', 'Date'],
  ['ereignis-id', 'EventID'],
  ['aufgabenkategorie', 'TaskCategory'],
  ['ebene', 'Level'],
  ['schlüsselwörter', 'Keywords'],
  ['benutzer', 'UserSid'],
  ['beschreibung', 'Message'],
  ['nom du journal', 'LogName'],
  ["id de l'événement", 'EventID'],
  ['catégorie de la tâche', 'TaskCategory'],
  ['niveau', 'Level'],
  ['mots clés', 'Keywords'],
  ['utilisateur', 'UserSid'],
  ['ordinateur', 'Computer'],
  ['timecreated', 'Date'],
  ['providername', 'SourceName'],
  ['id', 'EventID'],
  ['message', 'Message']
])

/** First lines of an event in each of the ways in which Windows tools write them. */
export const EVENT_STARTS = {
  /** `wevtutil qe /f:text`. */
  numbered: /^Event\s?\[\d+\]:?\s*$/,
  /** Details copied in the Event Viewer. */
  viewer: /^(Log Name|Protokollname|Nom du journal)\s*:\s/,
  /** `Get-WinEvent | Format-List`. */
  list: /^TimeCreated\s*:\s/,
  /** What collectors write in the manner of WMI: a date in a line of its own, then `LogName=`. */
  assigned: /^LogName=/
} as const
export type RenderedStyle = keyof typeof EVENT_STARTS

/** The date above `LogName=`, always with the month first. */
export const ASSIGNED_DATE = /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}(\.\d+)? [AP]M\s*$/
