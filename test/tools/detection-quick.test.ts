// The detection card in its quick form: one small company through the built product, ranked against the baselines.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { CompanyResult, OWN_NAME } from '../../tools/detection/measure/result.ts'

const CHECKOUT = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'inward-detection-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const Figures = z.object({ heldOut: z.array(CompanyResult), tuning: z.array(CompanyResult) })

test('the quick card has every section, and the ranking finds far more than chance', { timeout: 600_000 }, () => {
  const card = path.join(folder, 'card.md')
  const kept = path.join(folder, 'figures.json')
  const ran = spawnSync(process.execPath, ['scripts/detection.mjs', '--quick', '--card', card, '--figures', kept], {
    cwd: CHECKOUT,
    encoding: 'utf8'
  })
  expect(ran.status, ran.stderr).toBe(0)
  const figures = Figures.parse(JSON.parse(readFileSync(kept, 'utf8')))
  const [company] = figures.heldOut
  if (company === undefined) throw new Error('no company was measured')
  const of = (name: string) => {
    const ranking = company.rankings.find((each) => each.name === name)
    if (ranking === undefined) throw new Error(`there is no ranking called ${name}`)
    return ranking
  }
  expect(company.rejected).toBe(0)
  expect(company.labels).toBeGreaterThan(25)
  expect(new Set(company.actors.map(({ scenario }) => scenario)).size).toBe(8)
  expect(company.rankings.map(({ name }) => name)).toEqual([
    OWN_NAME,
    'random',
    'volume',
    'own z-score',
    'principal components',
    'isolation forest'
  ])
  expect(of(OWN_NAME).withinTen).toBeGreaterThan(2 * of('random').withinTen)
  expect(of(OWN_NAME).withinTen).toBeLessThanOrEqual(company.findableWithinTen)
  expect(of(OWN_NAME).withinShare).toBeLessThanOrEqual(company.findableWithinShare)

  const text = readFileSync(card, 'utf8')
  expect(text.match(/^## .*/gm)).toEqual([
    '## What was measured',
    '## Found within a daily budget',
    '## Alerts',
    '## By scenario',
    '## Decoys',
    '## What filled the budget instead',
    '## Published data',
    '## What this cannot say'
  ])
  expect(text).toContain('quick form')
  expect(text).not.toMatch(/undefined|NaN|null|norrvik|ANON-/)
  process.stdout.write(
    `quick detection: ${of(OWN_NAME).withinTen} of ${company.labels} labelled person-days within ten a day, ${of('random').withinTen} by chance\n`
  )
})
