#!/usr/bin/env node
/** Makes the sample company's data into assets/sample (or --out DIR). Same seed, same bytes; it reads neither clock nor network. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answersOf } from './answers.mjs'
import { addBackupClient, addLaptopSwap, addLibrarian, addNightSync, addProjectCleanup } from './decoys/bulk.mjs'
import { addFarewellParty, addTravelAssistant } from './decoys/outward.mjs'
import { deliver } from './delivery.mjs'
import { addDepartures } from './departures.mjs'
import { documentFiles } from './documents.mjs'
import { combinedCsv, leaversCsv, profilesWorkbook } from './human-resources.mjs'
import { mailFiles } from './mail.mjs'
import { addGuests } from './noise/guests.mjs'
import { addOrdinaryDays } from './noise/ordinary.mjs'
import { addServices } from './noise/services.mjs'
import { gzipped, zipped } from './pack.mjs'
import { readmeOf } from './readme.mjs'
import { addEngineer } from './takers/engineer.mjs'
import { addSalesManager } from './takers/sales-manager.mjs'
import { makeWorld } from './world.mjs'
import { jsonArray, jsonLines } from './wrappings/json.mjs'
import { powershellCsv } from './wrappings/powershell.mjs'

const defaultSeed = 20260302
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const { values } = parseArgs({ options: { out: { type: 'string' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? defaultSeed)
if (Number.isSafeInteger(seed)) {
  await make(resolve(values.out ?? join(root, 'assets/sample')), seed)
} else {
  console.error(`--seed needs a whole number, not ${values.seed}.`)
  process.exitCode = 2
}

/** @param {string} folder emptied of the files that an earlier run made @param {number} seed */
async function make(folder, seed) {
  const world = makeWorld(seed)
  for (const add of [
    addOrdinaryDays,
    addGuests,
    addLibrarian,
    addBackupClient,
    addNightSync,
    addLaptopSwap,
    addProjectCleanup
  ])
    add(world)
  for (const add of [addFarewellParty, addTravelAssistant, addEngineer, addSalesManager, addDepartures, addServices])
    add(world)
  const { csv, march, april, blobs } = deliver(world)
  const blobRows = blobs.flatMap(({ rows }) => rows)
  const counts = [
    {
      file: 'audit/unified-audit-log.csv',
      wrapping: 'Search-UnifiedAuditLog, PowerShell CSV in UTF-16: sharing and labels',
      rows: csv
    },
    {
      file: 'audit/file-activity-2026-03.ndjson.gz',
      wrapping: 'one record per line, gzip: SharePoint and OneDrive',
      rows: march
    },
    { file: 'audit/file-activity-2026-04.ndjson.gz', wrapping: 'the same, April', rows: april },
    {
      file: 'audit/management-activity.zip',
      wrapping: `Management Activity API, ${blobs.length} blobs: Exchange, Entra, Teams, devices`,
      rows: blobRows
    }
  ].map(({ rows, ...count }) => ({
    ...count,
    rows: rows.length,
    broken: rows.filter(({ flaw }) => flaw !== undefined).length
  }))
  const files = [
    { name: 'audit/unified-audit-log.csv', content: powershellCsv(csv) },
    { name: 'audit/file-activity-2026-03.ndjson.gz', content: gzipped(jsonLines(march)) },
    { name: 'audit/file-activity-2026-04.ndjson.gz', content: gzipped(jsonLines(april)) },
    {
      name: 'audit/management-activity.zip',
      content: await zipped(blobs.map(({ name, rows }) => ({ name, content: jsonArray(rows) })))
    },
    { name: 'hr/leavers.csv', content: leaversCsv(world) },
    { name: 'hr/hr-combined.csv', content: combinedCsv(world) },
    { name: 'hr/profiles.xlsx', content: await profilesWorkbook(world) },
    ...mailFiles(world),
    ...documentFiles(),
    { name: 'README.md', content: Buffer.from(readmeOf(world, counts, world.log.length)) },
    { name: 'answers.json', content: Buffer.from(`${JSON.stringify(answersOf(world), null, 2)}\n`) }
  ]
  for (const part of ['audit', 'hr', 'mail', 'documents']) rmSync(join(folder, part), { recursive: true, force: true })
  for (const { name, content } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const bytes = files.reduce((total, { content }) => total + content.length, 0)
  console.log(`${files.length} files, ${world.log.length} activities, ${(bytes / 1e6).toFixed(2)} MB in ${folder}`)
}
