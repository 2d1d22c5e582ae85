import { describe, expect, it } from 'vitest'
import { gatherPeers, NO_PEERS } from '../../src/main/policy/peers.ts'
import type { PeerRow } from '../../src/main/policy/peers.ts'

let next = 0
function row(over: Partial<PeerRow> & { readonly downloads?: number; readonly uploads?: number }): PeerRow {
  const { downloads = 1, uploads = 0, ...rest } = over
  next += 1
  return {
    personId: next,
    department: null,
    title: null,
    managerId: null,
    medians: new Map([['sharepoint-download', downloads]]),
    thirtyDays: new Map([
      ['cloud-upload', uploads],
      ['all-channels', uploads]
    ]),
    ...rest
  }
}
const times = (count: number, over: Parameters<typeof row>[0]) => Array.from({ length: count }, () => row(over))
const nobody = { department: null, title: null, managerId: null }

describe('peers', () => {
  it('are the smallest group of at least five people', () => {
    const survey = gatherPeers([
      ...times(5, { department: 'Sales', title: 'Agent', downloads: 2 }),
      ...times(4, { department: 'Sales', title: 'Head', downloads: 9 }),
      ...times(20, { department: 'Sales', title: 'Clerk', managerId: 7, downloads: 4 }),
      ...times(6, { department: 'Works', title: 'Head', downloads: 30 })
    ])
    const usual = (department: string | null, title: string | null, managerId: number | null = null) =>
      survey.of({ department, title, managerId }).usual('sharepoint-download')
    expect(usual('Sales', 'Agent')).toEqual({ median: 2, who: 'people of the same title in the department' })
    // Four heads in the department are too few; ten heads are fewer people than the department.
    expect(usual('Sales', 'Head')).toEqual({ median: 30, who: 'people of the same title' })
    expect(usual('Sales', 'Pilot')).toEqual({ median: 4, who: 'the department' })
    expect(usual(null, null, 7)).toEqual({ median: 4, who: 'the team of the same manager' })
    expect(usual('Elsewhere', 'Pilot')).toEqual({ median: 4, who: 'the organisation' })
    expect(usual(' sales ', 'AGENT')?.who).toBe('people of the same title in the department')
  })

  it('prefer the nearer of two groups of one size', () => {
    const survey = gatherPeers([...times(8, { department: 'Sales', title: 'Agent', managerId: 7 })])
    expect(survey.of({ department: 'Sales', title: 'Agent', managerId: 7 }).usual('print')?.who).toBe(
      'people of the same title in the department'
    )
  })

  it('are unknown below five people, and leave out people of whom too little is known', () => {
    const four = [1, 2, 3, 400].map((downloads) => row({ downloads }))
    const unknown = times(9, { medians: new Map(), thirtyDays: new Map() })
    expect(
      gatherPeers([...four, ...unknown])
        .of(nobody)
        .usual('sharepoint-download')
    ).toBeNull()
    expect(
      gatherPeers([...four, ...unknown])
        .of(nobody)
        .thirtyDays('cloud-upload').everybody
    ).toBeNull()
    expect(gatherPeers([...four, row({ downloads: 5 })]).of(nobody)).toMatchObject({ people: 5 })
    expect(NO_PEERS.usual('print')).toBeNull()
    expect(NO_PEERS.thirtyDays('print')).toEqual({ peers: null, everybody: null })
  })

  it('count people who never do a thing as zero', () => {
    const survey = gatherPeers([...times(6, { medians: new Map([['print', 3]]) }), ...times(3, { downloads: 8 })])
    expect(survey.of(nobody).usual('sharepoint-download')?.median).toBe(0)
    expect(survey.of(nobody).usual('print')?.median).toBe(3)
    expect(survey.of(nobody).usual('never-seen')?.median).toBe(0)
  })

  it('tell the median of even numbers as the mean of the middle two', () => {
    const survey = gatherPeers([1, 2, 3, 6, 7, 90].map((downloads) => row({ downloads })))
    expect(survey.of(nobody).usual('sharepoint-download')?.median).toBe(4.5)
  })

  it('tell thirty days of the group, and of everybody with what nine of ten do not exceed', () => {
    const survey = gatherPeers([
      ...times(5, { department: 'Works', uploads: 40 }),
      ...Array.from({ length: 95 }, (_, index) => row({ department: 'Sales', uploads: index % 10 === 0 ? 12 : 0 }))
    ])
    expect(survey.of({ ...nobody, department: 'Works' }).thirtyDays('cloud-upload')).toEqual({
      peers: { median: 40, who: 'the department' },
      everybody: { median: 0, ninetieth: 12 }
    })
    expect(survey.of(nobody).thirtyDays('cloud-upload').peers).toBeNull()
  })

  it('take a hundred thousand people one by one', () => {
    function* everybody(): Generator<PeerRow> {
      const medians = new Map([['sharepoint-download', 3]])
      const thirtyDays = new Map([['all-channels', 2]])
      for (let personId = 0; personId < 100_000; personId += 1) {
        const department = `Department ${String(personId % 200)}`
        yield {
          personId,
          department,
          title: `Title ${String(personId % 50)}`,
          managerId: personId >> 4,
          medians,
          thirtyDays
        }
      }
    }
    const survey = gatherPeers(everybody())
    expect(survey.of({ department: 'Department 1', title: 'Title 1', managerId: 3 }).people).toBe(100_000)
  })
})
