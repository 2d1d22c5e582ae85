import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeCompany } from '../../src/main/cli/bench/made-company.ts'
import { makeRecords } from '../../src/main/cli/bench/made-records.ts'
import { usePlace } from './inward.ts'

const place = usePlace()

interface Figure {
  name: string
  value: number
  unit: string
  baseline: { name: string; value: number } | null
  ratio: number | null
  peakRssMb: number | null
  aim: string
  reached: boolean
}

test(
  'the benchmark tells of this machine and of every figure, and leaves nothing behind',
  { timeout: 60_000 },
  async () => {
    const temporary = path.join(place.folder, 'temporary')
    mkdirSync(temporary)
    const ended = await place.inward(['bench', '--events', '2000', '--json'], { env: { TMPDIR: temporary } })
    expect(ended).toMatchObject({ code: 0, says: '' })
    const { machine, figures } = JSON.parse(ended.out) as {
      machine: { events: number; cores: number }
      figures: Figure[]
    }
    expect(machine.events).toBe(2000)
    expect(machine.cores).toBeGreaterThan(0)
    const names = figures.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['ingest', 'score', 'score-day', 'timeline-query', 'queue-query', 'open'])
    )
    for (const { name, value, unit, aim } of figures) {
      expect(value, name).toBeGreaterThan(0)
      expect(unit, name).not.toBe('')
      expect(aim, name).not.toBe('')
    }
    const ingest = figures.find(({ name }) => name === 'ingest')
    expect(ingest?.baseline).toMatchObject({ name: 'plain insert' })
    expect(ingest?.ratio).toBeCloseTo((ingest?.value ?? 0) / (ingest?.baseline?.value ?? 1), 1)
    if (process.platform === 'linux') expect(ingest?.peakRssMb).toBeGreaterThan(50)
    expect(readdirSync(temporary)).toEqual([])
  }
)

test('made records are the same in every run, in the order of time, about a kilobyte each and each with its own id', () => {
  const span = { seed: 1, fromMs: Date.UTC(2026, 0, 5), days: 9, records: 900 }
  const [once, twice] = [[...makeRecords(makeCompany(), span)], [...makeRecords(makeCompany(), span)]]
  expect(once).toEqual(twice)
  expect(once).toHaveLength(900)
  expect(new Set(once.map(({ row }) => row[0])).size).toBe(900)
  const times = once.map(({ row }) => row[1])
  expect(times).toEqual([...times].sort((left, right) => left - right))
  const bytes = once.reduce((sum, { json }) => sum + json.length, 0) / once.length
  expect(bytes).toBeGreaterThan(700)
  expect(bytes).toBeLessThan(1400)
})
