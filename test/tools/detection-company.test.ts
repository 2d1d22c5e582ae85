// The invented companies that detection is measured on: the same seed gives the same records, and labels are what was played.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { TEMPLATES } from '../../src/shared/domain/policy.ts'
import { STYLES } from '../../tools/detection/actors/scenarios.ts'
import { QUICK, WHOLE } from '../../tools/detection/company/calendar.ts'
import { makeCompany } from '../../tools/detection/company/company.ts'
import { deliver } from '../../tools/detection/company/deliver.ts'
import { HELD_OUT, TUNING } from '../../tools/detection/seeds.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'inward-company-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Everything that a company delivers in its first weeks. */
function delivered(name: string, seed: number, weeks: number): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  let week = 0
  for (const { files } of deliver(makeCompany(seed, 0, QUICK), path.join(folder, name))) {
    for (const file of files) texts.set(`${week} ${path.basename(file)}`, readFileSync(file, 'utf8'))
    week += 1
    if (week === weeks) break
  }
  return texts
}

describe('an invented company', () => {
  test('is the same record by record for the same seed, and another one for another', () => {
    const first = delivered('first', 7, 2)
    expect(first.size).toBeGreaterThan(6)
    expect(delivered('again', 7, 2)).toEqual(first)
    expect(delivered('other', 8, 2)).not.toEqual(first)
  })

  test('delivers each record once, in the week to which its time belongs', () => {
    const company = makeCompany(7, 0, QUICK)
    const ids = new Set<string>()
    let records = 0
    for (const { files, beforeDay } of deliver(company, path.join(folder, 'weeks'))) {
      const audit = files.find((file) => file.endsWith('audit.jsonl')) ?? ''
      for (const line of readFileSync(audit, 'utf8').trimEnd().split('\n')) {
        const record = JSON.parse(line) as { Id: string; CreationTime: string }
        ids.add(record.Id)
        records += 1
        const isLast = beforeDay === company.calendar.days
        if (!isLast) expect(Date.parse(`${record.CreationTime}Z`)).toBeLessThan(company.calendar.atMs(beforeDay, 0))
      }
    }
    expect(ids.size).toBe(records)
    expect(records).toBeGreaterThan(10_000)
  })

  test.each(HELD_OUT)('of seed $seed has every scenario, and nobody has two parts', ({ seed, turn }) => {
    const { labels, decoys, people, calendar } = makeCompany(seed, turn, WHOLE)
    expect(new Set(labels.map(({ scenario }) => scenario))).toEqual(new Set(TEMPLATES))
    const actors = new Set(labels.map(({ address }) => address))
    expect(decoys.filter(({ address }) => actors.has(address))).toEqual([])
    expect(new Set(decoys.map(({ address }) => address)).size).toBe(decoys.length)
    expect(decoys.length).toBeGreaterThan(15)
    const addresses = new Set(people.map(({ address }) => address))
    expect([...actors].every((address) => addresses.has(address))).toBe(true)
    expect(labels.every(({ day }) => day >= 0 && day < calendar.days)).toBe(true)
    expect(new Set(labels.map(({ address, day }) => `${address} ${day}`)).size).toBe(labels.length)
  })
})

describe('the two lists of seeds', () => {
  test('have none in common', () => {
    const tuning = new Set(TUNING.map(({ seed }) => seed))
    expect(HELD_OUT.filter(({ seed }) => tuning.has(seed))).toEqual([])
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(5)
  })

  test('play every style of every scenario where figures are reported', () => {
    const played = new Set(
      HELD_OUT.flatMap(({ seed, turn }) => makeCompany(seed, turn, WHOLE).labels.map(({ style }) => style))
    )
    const all = Object.values(STYLES).flatMap((styles) => styles.map(({ name }) => name))
    expect(all.filter((name) => !played.has(name))).toEqual([])
  })
})
