/** Reads the data of an event back out of its rendered message, for tools that kept only the words. Unknown labels are left. */
import {
  ACCOUNT_LABELS,
  MEMBER_SECTIONS,
  OTHER_SECTIONS,
  SUBJECT_SECTIONS,
  TARGET_SECTIONS,
  VALUE_LABELS
} from './message-labels.ts'

type Section = 'Subject' | 'Target' | 'Member' | ''

/** A label with a value; the colon may stand behind a narrow blank, as in French. */
const LABELLED = /^(\s*)([^:\t]{1,80}?)\s*:(?:\s+(.*\S))?\s*$/
/** Names that tools write as they are in the event: `ProcessGuid: {…}`. */
const OWN_NAME = /^[A-Za-z][A-Za-z0-9]{2,}$/

export function readMessage(message: string): Readonly<Record<string, string>> {
  const data: Record<string, string> = {}
  let section: Section = ''
  /** A known label whose value stands in the line below. */
  let waiting = ''
  for (const line of linesOf(message)) {
    const match = LABELLED.exec(line)
    const label = match?.[2]?.toLowerCase().replace('’', "'") ?? ''
    const name = nameOf(label, section)
    if (waiting !== '' && name === '' && line.trim() !== '') {
      put(data, waiting, line.trim())
      waiting = ''
      continue
    }
    if (match === null) continue
    waiting = ''
    const value = match[3] ?? ''
    if (value === '') {
      if (name !== '') waiting = name
      section = sectionOf(label) ?? section
    } else if (name !== '') put(data, name, value)
    else if (match[1] === '' && OWN_NAME.test(match[2] ?? '')) put(data, match[2] ?? '', value)
  }
  return data
}

/** The first value stands: later sections repeat labels for processes and certificates. */
function put(data: Record<string, string>, name: string, value: string): void {
  data[name] ??= value
}

function nameOf(label: string, section: Section): string {
  const end = ACCOUNT_LABELS.get(label)
  if (end !== undefined) {
    if (section === 'Member') return end === 'UserSid' ? 'MemberSid' : end === 'UserName' ? 'MemberName' : ''
    return section === '' ? '' : `${section}${end}`
  }
  return VALUE_LABELS.get(label) ?? ''
}

function sectionOf(label: string): Section | null {
  if (SUBJECT_SECTIONS.has(label)) return 'Subject'
  if (TARGET_SECTIONS.has(label)) return 'Target'
  if (MEMBER_SECTIONS.has(label)) return 'Member'
  return null
}

/** Some collectors fold a message into one line; it is unfolded at the words that are known. */
function linesOf(message: string): readonly string[] {
  const lines = message.split(/\r?\n|\\n(?=\s|[A-Z])/)
  return lines.length > 1 || !/:\s/.test(message) ? lines : message.replace(FOLDED, '\n$1').split('\n')
}

const FOLDED = new RegExp(
  `\\s+((?:${[
    ...SUBJECT_SECTIONS,
    ...TARGET_SECTIONS,
    ...MEMBER_SECTIONS,
    ...OTHER_SECTIONS,
    ...ACCOUNT_LABELS.keys(),
    ...VALUE_LABELS.keys()
  ]
    .sort((one, other) => other.length - one.length)
    .join('|')})\\s?:)(?=\\s|$)`,
  'gi'
)
