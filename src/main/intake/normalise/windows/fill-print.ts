/** What was printed: the document, whose it was, on which printer, its bytes and pages. Refuses to count a page as an item. */
import { baseName, extensionOf, type Filling } from '../filling.ts'
import type { WindowsEvent } from './event.ts'

type Data = Readonly<Record<string, string>>

export function fillPrint(draft: Filling, event: WindowsEvent, data: Data): void {
  if (event.id !== 307) return
  const document = data['Param2']?.trim() ?? ''
  const client = (data['Param4'] ?? '').replace(/^\\\\/, '').trim()
  const pages = Number(data['Param8'] ?? '0')
  const bytes = Number(data['Param7'] ?? '0')
  draft.itemType = 'file'
  draft.path = document
  draft.fileName = baseName(document)
  draft.extension = extensionOf(draft.fileName)
  draft.sizeBytes = Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0
  draft.subject = [
    data['Param5']?.trim() ?? '',
    Number.isSafeInteger(pages) && pages > 0 ? `${pages} ${pages === 1 ? 'page' : 'pages'}` : ''
  ]
    .filter(Boolean)
    .join(', ')
  // The log is the print server's where there is one; the document came from this machine.
  if (client !== '') draft.device = client
}

const WORDS: readonly RegExp[] = [
  /^Document (?<Param1>\d+), (?<Param2>.+?) owned by (?<Param3>.+?) on (?<Param4>\S+) was printed on (?<Param5>.+?) through port (?<Param6>.+?)\.\s+Size in bytes: (?<Param7>\d+)\.\s+Pages printed: (?<Param8>\d+)/s,
  /^Dokument (?<Param1>\d+), (?<Param2>.+?) im Besitz von (?<Param3>.+?) auf (?<Param4>\S+) wurde auf (?<Param5>.+?) über (?:Port|Anschluss) (?<Param6>.+?) gedruckt\.\s+Größe in Bytes: (?<Param7>\d+)\.\s+Gedruckte Seiten: (?<Param8>\d+)/s,
  /^(?:Le )?[Dd]ocument (?<Param1>\d+), (?<Param2>.+?) (?:appartenant à|détenu par) (?<Param3>.+?) sur (?<Param4>\S+) a été imprimé sur (?<Param5>.+?) via le port (?<Param6>.+?)\.\s+Taille en octets\s?: (?<Param7>\d+)\.\s+Pages imprimées\s?: (?<Param8>\d+)/s
]

/** The same data out of the sentence of the event, in the languages that are known. */
export function readPrintMessage(message: string): Data {
  for (const words of WORDS) {
    const groups = words.exec(message.trim())?.groups
    if (groups !== undefined) return { ...groups }
  }
  return {}
}
