/**
 * Reads files and folders into drafts, one event after the other: what a file is, its rows in batches, how it ended; or
 * why it was refused. Memory does not grow with the input. Nothing is thrown for what a file may contain.
 */
import type { IntakeEvent, IntakeOptions } from '../../shared/domain/draft.ts'
import { type ByteSource, fileSource, memorySource, readWhole } from './bytes/source.ts'
import { type Found, walk } from './bytes/walk.ts'
import { salvageMembers } from './bytes/zip-salvage.ts'
import { type Archive, openArchive } from './bytes/zip.ts'
import { type FileCount, refusal } from './events.ts'
import { isWorkbook } from './formats/workbook-parts.ts'
import { ARCHIVE_NESTING, NESTED_ARCHIVE_BYTES } from './limits.ts'
import { readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'

export async function* readSources(paths: readonly string[], options: IntakeOptions): AsyncGenerator<IntakeEvent> {
  const count = countFiles()
  for await (const place of places(paths)) yield* readPlace(place, count, options)
}

/** Places of the paths in a fixed order, so that a run that was cut off can go on behind the place where it was. */
export async function* places(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield* walk(path)
}

export function countFiles(): FileCount {
  let files = 0
  return { next: () => files++ }
}

export async function* readPlace(place: Found, count: FileCount, options: IntakeOptions): AsyncGenerator<IntakeEvent> {
  if (place.kind === 'file') yield* readSource(fileSource(place.path, place.sizeBytes), 0, count, options)
  else yield refusal(count, place.path, 0, place.reason)
}

/** How a zip begins: with its first member, or with its end when there is none. */
const FIRST_MEMBER = 0x504b0304
const EMPTY_ARCHIVE = 0x504b0506

async function* readSource(
  source: ByteSource,
  nesting: number,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  if (!(await beginsLikeZip(source))) {
    yield* readText(source, count, options)
    return
  }
  if (source.access === null) {
    yield* readNested(source, nesting, count, options)
    return
  }
  const archive = await openArchive(source.access)
  if (archive === null) {
    yield* readCutArchive(source, count, options)
    return
  }
  try {
    if (isWorkbook(archive)) yield* readWorkbook(source, archive, count, options)
    else yield* readArchive(source, archive, nesting, count, options)
  } finally {
    archive.close()
  }
}

async function* readArchive(
  source: ByteSource,
  archive: Archive,
  nesting: number,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  if (nesting >= ARCHIVE_NESTING) {
    yield refusal(count, source.path, source.sizeBytes, `Archives are opened ${ARCHIVE_NESTING} deep and no deeper.`)
    return
  }
  if (archive.members.length === 0) yield refusal(count, source.path, source.sizeBytes, 'The archive holds no files.')
  for (const member of archive.members) {
    const path = `${source.path}/${member.name}`
    if (member.kind === 'refused') yield refusal(count, path, member.sizeBytes, member.reason)
    else
      yield* readSource(
        { path, sizeBytes: member.sizeBytes, access: null, open: member.open },
        nesting + 1,
        count,
        options
      )
  }
  if (archive.damage !== null) yield refusal(count, source.path, source.sizeBytes, archive.damage)
}

/** An archive without its end still begins with its first members; each is read until the archive stops. */
async function* readCutArchive(
  source: ByteSource,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  for await (const { name, stream } of salvageMembers(source.open())) {
    yield* readText({ path: `${source.path}/${name}`, sizeBytes: 0, access: null, open: () => stream }, count, options)
  }
  yield refusal(
    count,
    source.path,
    source.sizeBytes,
    'The archive is cut or damaged: its list of members is missing. Members that stand before the damage were read.'
  )
}

const TOO_LARGE = 'The archive inside the archive is too large to be opened in memory; unpack it first.'

/** An archive inside an archive: into memory first, since its list of members stands at its end. */
async function* readNested(
  source: ByteSource,
  nesting: number,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  const stream = source.open()
  const bytes = await readWhole(stream, NESTED_ARCHIVE_BYTES)
  if (bytes === null) yield refusal(count, source.path, source.sizeBytes, TOO_LARGE)
  else yield* readSource(memorySource(source.path, bytes), nesting, count, options)
}

export async function beginsLikeZip(source: ByteSource): Promise<boolean> {
  for await (const chunk of source.open().chunks) {
    const mark = chunk.length < 4 ? 0 : chunk.readUInt32BE(0)
    return mark === FIRST_MEMBER || mark === EMPTY_ARCHIVE
  }
  return false
}
