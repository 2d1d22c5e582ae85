/** Writes the made company's logs into a folder, streaming, so that any number of records costs little memory. */
import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { MadeCompany } from './made-company.ts'
import { makeRecords, type MadeSpan } from './made-records.ts'

/** One record per line. Returns the file. */
export async function writeRecords(
  folder: string,
  name: string,
  company: MadeCompany,
  span: MadeSpan
): Promise<string> {
  const file = path.join(folder, name)
  const stream = createWriteStream(file, { highWaterMark: 1 << 20 })
  let waiting: string[] = []
  const flush = async (): Promise<void> => {
    const piece = Buffer.from(waiting.join(''))
    waiting = []
    if (!stream.write(piece)) await once(stream, 'drain')
  }
  for (const { json } of makeRecords(company, span)) {
    if (waiting.push(`${json}\n`) === 1000) await flush()
  }
  await flush()
  stream.end()
  await once(stream, 'finish')
  return file
}

/** One person in twenty-five leaves in the last month, so that a policy has somebody in scope. */
export function writeLeavers(folder: string, company: MadeCompany, lastDayMs: number): string {
  const file = path.join(folder, 'leavers.csv')
  const leaving = company.people.filter((_, index) => index % 25 === 0)
  const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)
  const lines = leaving.map(
    ({ address }, index) => `${address},${day(lastDayMs - (20 - index) * 86_400_000)},${day(lastDayMs)}`
  )
  writeFileSync(file, ['UserPrincipalName,ResignationDate,LastWorkingDate', ...lines, ''].join('\n'))
  return file
}
