/** The parts of a workbook that its sheets refer to: which sheets there are, shared texts, styles that mean dates. */
import type { Archive, Member } from '../bytes/zip.ts'
import { SHARED_STRINGS_BYTES } from '../limits.ts'
import { type BookParts, type XmlHandler, parseXml } from './sheet.ts'

export interface SheetPart {
  readonly name: string
  readonly member: Extract<Member, { kind: 'member' }>
}

export interface Book {
  readonly parts: BookParts
  readonly sheets: readonly SheetPart[]
}

export function isWorkbook(archive: Archive): boolean {
  return memberOf(archive, 'xl/workbook.xml') !== null
}

/** Null when the shared texts are too large to hold or a part is damaged. */
export async function readBook(archive: Archive): Promise<Book | null> {
  const listed: { name: string; id: string }[] = []
  let countsFrom1904 = false
  const isListed = await readPart(archive, 'xl/workbook.xml', {
    open(name, attribute) {
      if (name === 'sheet' && attribute('state') !== 'veryHidden')
        listed.push({ name: attribute('name'), id: attribute('id') })
      else if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attribute('date1904'))
    }
  })
  const targets = new Map<string, string>()
  const isLinked = await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id'), attribute('Target'))
    }
  })
  const strings = await sharedStrings(archive)
  const isDateStyle = await dateStyles(archive)
  if (!isListed || !isLinked || strings === null || isDateStyle === null) return null
  const sheets = listed.flatMap(({ name, id }) => {
    const target = targets.get(id) ?? ''
    const member = memberOf(archive, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return member === null ? [] : [{ name, member }]
  })
  return { parts: { strings, isDateStyle, countsFrom1904 }, sheets }
}

function memberOf(archive: Archive, name: string): SheetPart['member'] | null {
  for (const member of archive.members) if (member.kind === 'member' && member.name === name) return member
  return null
}

/** A part that is not there is an empty part: only the list of sheets is in every workbook. */
async function readPart(archive: Archive, name: string, handler: XmlHandler): Promise<boolean> {
  const member = memberOf(archive, name)
  if (member === null) return true
  const reading = parseXml(member.open(), handler)
  for (;;) {
    const step = await reading.next()
    if (step.done === true) return step.value
  }
}

async function sharedStrings(archive: Archive): Promise<string[] | null> {
  const member = memberOf(archive, 'xl/sharedStrings.xml')
  if (member !== null && member.sizeBytes > SHARED_STRINGS_BYTES) return null
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReadingAid = false
  let characters = 0
  const isSound = await readPart(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReadingAid = true
      else if (name === 't') isText = true
    },
    text(part) {
      characters += part.length
      if (isText && !isReadingAid && characters <= SHARED_STRINGS_BYTES) text += part
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') isReadingAid = false
      else if (name === 't') isText = false
    }
  })
  return isSound && characters <= SHARED_STRINGS_BYTES ? strings : null
}

async function dateStyles(archive: Archive): Promise<boolean[] | null> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let isCellStyles = false
  const isSound = await readPart(archive, 'xl/styles.xml', {
    open(name, attribute) {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), isDateFormat(attribute('formatCode')))
      else if (name === 'cellXfs') isCellStyles = true
      else if (name === 'xf' && isCellStyles) {
        const format = Number(attribute('numFmtId'))
        styles.push(custom.get(format) ?? isBuiltInDate(format))
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    }
  })
  return isSound ? styles : null
}

/** Numbers of the built-in formats that show dates or times, those of East Asian editions included. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  )
}

function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare)
}
