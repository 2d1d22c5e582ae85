// Reads the sample company's exports the plain way, with libraries other than the product's own readers.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { fromBuffer, type Entry } from 'yauzl'
import { z } from 'zod'

const auditRecord = z.looseObject({
  Id: z.string(),
  CreationTime: z.string().regex(/^2026-0[34]-\d\dT\d\d:\d\d:\d\d$/),
  Operation: z.string().min(1),
  RecordType: z.number().int(),
  Workload: z.string(),
  UserId: z.string(),
  UserType: z.number().int(),
  SiteUrl: z.string().optional(),
  SourceFileName: z.string().optional(),
  DestinationFileName: z.string().optional(),
  ObjectId: z.string().optional(),
  RecipientList: z.array(z.string()).optional(),
  TargetDomain: z.string().optional(),
  TargetUserOrGroupName: z.string().optional()
})
export type AuditRecord = z.infer<typeof auditRecord>
export type Export = { readonly rows: number; readonly broken: number; readonly records: readonly AuditRecord[] }

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Two builds of zlib may pack the same content differently, so a packed file is compared by the names, times and content of
 * its parts; everything else by its bytes.
 */
export async function digestOf(path: string): Promise<string> {
  return sha256((await partsOf(path)).map(({ name, time, content }) => `${name} ${time} ${sha256(content)}`).join('\n'))
}

export type Part = { readonly name: string; readonly time: string; readonly content: Buffer }

export async function partsOf(path: string): Promise<readonly Part[]> {
  const content = readFileSync(path)
  if (path.endsWith('.gz'))
    return [{ name: '', time: content.subarray(4, 10).toString('hex'), content: gunzipSync(content) }]
  if (/\.(zip|xlsx)$/.test(path)) return entriesOf(content)
  return [{ name: '', time: '', content }]
}

export function entriesOf(zip: Buffer): Promise<readonly Part[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (failure, file) => {
      if (failure) return reject(failure)
      const parts: Part[] = []
      file.on('entry', (entry: Entry) => {
        file.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('error', reject)
          stream.on('end', () => {
            parts.push({
              name: entry.fileName,
              time: `${entry.lastModFileDate}/${entry.lastModFileTime}`,
              content: Buffer.concat(chunks)
            })
            file.readEntry()
          })
        })
      })
      file.on('end', () => resolve(parts))
      file.on('error', reject)
      file.readEntry()
    })
  })
}

export function decode(content: Buffer): string {
  return content[0] === 0xff && content[1] === 0xfe ? content.toString('utf16le') : content.toString('utf8')
}

export function readPowershell(path: string): Export {
  const text = decode(readFileSync(path)).replace('\uFEFF', '')
  if (!text.startsWith('#TYPE ')) throw new Error('The PowerShell export has lost its first line.')
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(parse(text.slice(text.indexOf('\n') + 1), { columns: true }))
  return collect(rows.map((row) => row.AuditData ?? ''))
}

export function readLines(path: string): Export {
  return collect(
    gunzipSync(readFileSync(path))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
  )
}

export async function readBlobs(path: string): Promise<Export> {
  const entries = await entriesOf(readFileSync(path))
  return collect(
    entries.flatMap(({ content }) =>
      z
        .array(z.unknown())
        .parse(JSON.parse(content.toString('utf8')))
        .map((row) => JSON.stringify(row))
    )
  )
}

function collect(texts: readonly string[]): Export {
  const records: AuditRecord[] = []
  for (const text of texts) {
    const record = auditRecord.safeParse(jsonOrNothing(text))
    if (record.success) records.push(record.data)
  }
  return { rows: texts.length, broken: texts.length - records.length, records }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
