// What people do without any policy: shares of all, never of fewer than five people, and what would look at it.
import { beforeAll, describe, expect, test } from 'vitest'
import { writeDepartures, writeDownloads, writeStressors, writeUploads } from './made-evidence.ts'
import { useDesk } from './place.ts'

const place = useDesk()

beforeAll(async () => {
  await place.create()
  for (const { id } of await place.get('policy.list', {})) await place.get('policy.delete', { id })
}, 60_000)

const analyse = () => place.get('analytics.run', {})

describe('analytics', { timeout: 60_000 }, () => {
  test('of an empty workspace finds nothing', async () => {
    expect(await analyse()).toEqual({ findings: [], people: 0, days: 0 })
  })

  test('leave out what four people do, and tell of it when a fifth does', async () => {
    await place.import([writeDownloads(place.folder, 'all.ndjson', 20, '2026-02-16')])
    await place.import([writeUploads(place.folder, 'four.ndjson', [0, 1, 2, 3], '2026-02-17', 30)])
    const four = await analyse()
    expect(four).toEqual({ findings: [], people: 20, days: 2 })
    await place.import([writeUploads(place.folder, 'fifth.ndjson', [4], '2026-02-18', 30)])
    const five = await analyse()
    expect(five).toMatchObject({ people: 20, days: 3 })
    expect(five.findings.find(({ kind }) => kind === 'data-leaks')).toMatchObject({
      people: 5,
      share: 0.25,
      suggestedTemplate: 'general-data-leaks',
      parts: [expect.objectContaining({ indicator: 'cloud-upload', people: 5, share: 0.25 }) as unknown]
    })
  })

  test('look around departures and after stressors', async () => {
    const kinds = async (): Promise<readonly string[]> => (await analyse()).findings.map(({ kind }) => kind)
    expect(await kinds()).not.toContain('departing-data-theft')
    await place.import([writeDepartures(place.folder, 'leavers.csv', [0, 1, 2, 3, 4], '2026-03-02')])
    expect((await analyse()).findings.find(({ kind }) => kind === 'departing-data-theft')).toMatchObject({
      people: 5,
      suggestedTemplate: 'data-theft-by-departing-users'
    })
    expect(await kinds()).not.toContain('stressors-with-exfiltration')
    await place.import([writeStressors(place.folder, 'levels.csv', [0, 1, 2, 3, 4], '2026-02-10')])
    expect((await analyse()).findings.find(({ kind }) => kind === 'stressors-with-exfiltration')).toMatchObject({
      people: 5,
      suggestedTemplate: 'data-leaks-by-disgruntled-users'
    })
  })

  test('see what leaves slowly, and never name a number below five', async () => {
    const thresholds = (await place.get('policy.indicators', {})).find(({ id }) => id === 'cloud-upload')?.thresholds
    if (thresholds === undefined) throw new Error('no such indicator')
    const each = thresholds.low - 1
    const daysNeeded = Math.ceil(thresholds.medium / each)
    expect(daysNeeded).toBeLessThanOrEqual(30)
    const slow = Array.from({ length: daysNeeded }, (_, index) =>
      writeUploads(
        place.folder,
        `slow-${String(index)}.ndjson`,
        [10, 11, 12, 13, 14],
        `2026-04-${String(index + 1).padStart(2, '0')}`,
        each
      )
    )
    await place.import(slow.slice(0, -1))
    expect((await analyse()).findings.map(({ kind }) => kind)).not.toContain('cumulative-exfiltration')
    await place.import(slow.slice(-1))
    const { findings } = await analyse()
    expect(findings.find(({ kind }) => kind === 'cumulative-exfiltration')).toMatchObject({ people: 5 })
    for (const { people, parts } of findings) {
      expect(people).toBeGreaterThanOrEqual(5)
      for (const part of parts) expect(part.people).toBeGreaterThanOrEqual(5)
    }
    expect(JSON.stringify(findings)).not.toMatch(/ANON-/)
  })
})
