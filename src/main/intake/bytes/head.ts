/** The first bytes of a stream, and how to go on behind them. */

export interface Head {
  readonly parts: readonly Buffer[]
  readonly bytes: Buffer
  readonly isWhole: boolean
}

/** At least so many bytes, in whole chunks; all of them where the stream is shorter. */
export async function readHead(chunks: AsyncIterator<Buffer>, limit: number): Promise<Head> {
  const parts: Buffer[] = []
  let length = 0
  while (length < limit) {
    const next = await chunks.next()
    if (next.done === true) return { parts, bytes: Buffer.concat(parts), isWhole: true }
    parts.push(next.value)
    length += next.value.length
  }
  return { parts, bytes: Buffer.concat(parts), isWhole: false }
}

/** What was read, and then the rest. */
export async function* continued(parts: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* parts
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}
