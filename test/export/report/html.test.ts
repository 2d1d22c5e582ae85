import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { renderReport } from '../../../src/main/export/report/html.ts'
import type { ReportInput } from '../../../src/main/export/input.ts'
import { madeReport } from '../made.ts'
import { madeTimeline } from '../made-timeline.ts'
import { COLLEAGUE, LEAVER } from '../made-words.ts'
import { oneLine, readPage } from './page.ts'

test('the page is one whole document with language, title and a policy that allows its own style only', () => {
  const page = readPage(renderReport(madeReport()))
  expect(page.first('html').attributes['lang']).toBe('en')
  expect(page.first('title').text).toBe('Case 3: Drawings taken before a departure – case report')
  const policy = page.named('meta').find((meta) => meta.attributes['http-equiv'] === 'Content-Security-Policy')
    ?.attributes['content']
  const digest = createHash('sha256').update(page.first('style').rawText).digest('base64')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`'sha256-${digest}'`)
})

test('nothing on the page runs, is fetched, or leads out of it', () => {
  expectInert(renderReport(madeReport()))
})

test('every alert stands with all its factors, their points, sentences, boosters, steps, causes and decisions', () => {
  const input = madeReport()
  const page = readPage(renderReport(input))
  for (const detail of input.alerts) {
    const section = page.withId(`alert-${String(detail.alert.id)}`)
    for (const factor of detail.factors) {
      const said = [factor.name, factor.says, ...factor.boosters, ...factor.steps.map((step) => step.says)]
      for (const text of said) expect(section.text).toContain(text)
    }
    for (const cause of detail.checked) expect(section.text).toContain(cause.says)
    for (const decision of detail.decisions) expect(section.text).toContain(decision.says)
    expect(section.text).toContain(detail.arithmetic)
    const [table] = section.classed('factors')
    expect(table?.first('tbody').named('tr')).toHaveLength(detail.factors.length)
    expect(table?.first('tfoot').text).toContain(String(detail.alert.score))
  }
})

test('notes, history, receipts, audit head, method and words are there', () => {
  const input = madeReport()
  const page = readPage(renderReport(input))
  for (const note of input.notes) expect(page.text).toContain(oneLine(note.text))
  for (const entry of input.case.history) expect(page.text).toContain(entry.says)
  for (const receipt of input.receipts) expect(page.text).toContain(receipt.sha256)
  expect(page.withId('audit').text).toContain(input.auditHead.hash)
  expect(page.withId('audit').text).toContain(input.auditHead.merkleRoot)
  expect(page.classed('method')[0]?.named('li')).toHaveLength(10)
  expect(page.classed('glossary')[0]?.named('dt').length).toBeGreaterThan(10)
})

test('severity is word, shape and colour, never colour alone', () => {
  const [queue] = readPage(renderReport(madeReport())).classed('queue')
  expect(queue?.classed('severity').map((badge) => badge.text)).toEqual(['▲ High 84', '◆ Medium 47', '● Low 18'])
})

test('every time on the page has its offset', () => {
  const { text } = readPage(renderReport(madeReport())).first('body')
  const rests = [...text.matchAll(/\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(.{7})/g)].map((found) => found[1])
  expect(rests.length).toBeGreaterThan(20)
  for (const rest of rests) expect(rest).toMatch(/^ [+-]\d{2}:\d{2}$/)
})

test('every table has a caption and named columns, every picture a name, and no id is there twice', () => {
  const page = readPage(renderReport(madeReport()))
  expect(page.named('table').length).toBeGreaterThan(8)
  for (const table of page.named('table')) {
    expect(table.first('caption').text).not.toBe('')
    for (const heading of table.first('thead').named('th')) expect(heading.attributes['scope']).toBe('col')
  }
  for (const { attributes } of page.named('svg')) {
    if (attributes['role'] !== 'img') expect(attributes['aria-hidden']).toBe('true')
    else if (attributes['aria-label'] === undefined) {
      for (const id of attributes['aria-labelledby']?.split(' ') ?? ['']) expect(page.withId(id).text).not.toBe('')
    }
  }
  const ids = page.below.flatMap(({ attributes }) => attributes['id'] ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '"onload="alert(1)',
  "'onmouseover='alert(1)",
  'javascript:alert(1)',
  '</style><style>*{display:none}',
  '<img src=x onerror=alert(1)>',
  '--><svg onload=alert(1)>',
  '&lt;b&gt;',
  '${alert(1)} `x`',
  '\u202Etxt.exe\u2066\u0000\u001B'
]

test.each(HOSTILE)('hostile text stays text wherever it stands: %j', (text) => {
  const html = renderReport(poisoned(text))
  expectInert(html)
  const page = readPage(html)
  const number = (found: string): string => `[U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`
  const shown = oneLine(text.replaceAll(/[^\P{C}\n]/gu, number))
  expect(page.first('h1').text).toBe(shown)
  expect(page.classed('note')[0]?.text).toContain(shown)
  expect(page.named('style')).toHaveLength(1)
  expect(html).not.toMatch(/[^\P{C}\n]/u)
})

test('line ends of every system are one line end', () => {
  const html = renderReport(poisoned('one\r\ntwo\rthree'))
  expect(readPage(html).classed('note')[0]?.rawText).toContain('one\ntwo\nthree')
})

test('the picture keeps within its frame, numbers the highest marks and enlarges the crowded days', () => {
  const [figure] = readPage(renderReport(madeReport())).classed('timeline')
  const [whole, close] = figure?.named('svg').filter((svg) => svg.attributes['role'] === 'img') ?? []
  const [, , width = 0, height = 0] = whole?.attributes['viewBox']?.split(' ').map(Number) ?? []
  const circles = whole?.named('circle') ?? []
  expect(circles.length).toBeGreaterThan(10)
  for (const { attributes } of circles) {
    expect(Number(attributes['cx'])).toBeGreaterThan(0)
    expect(Number(attributes['cx'])).toBeLessThan(width)
    expect(Number(attributes['cy'])).toBeGreaterThan(0)
    expect(Number(attributes['cy'])).toBeLessThan(height)
  }
  expect(whole?.text).toContain('enlarged below')
  expect(close?.named('text').map((text) => text.text)).toContain('9')
  expect(figure?.first('ol').named('li')).toHaveLength(9)
})

test('a timeline of thousands of insights is binned by day and category, and says so', () => {
  const made = madeTimeline()
  const [first] = made.insights
  if (first === undefined) throw new Error('no insight is made')
  const insights = Array.from({ length: 3000 }, (_, index) => {
    const atMs = made.fromMs + (index % 90) * 86_400_000 + index * 1000
    const date = new Date(atMs + 3_600_000).toISOString().slice(0, 10)
    return { ...first, key: `k${String(index)}`, atMs, date, score: index % 100 }
  })
  const page = readPage(renderReport({ ...madeReport(), timelines: [{ ...made, insights }] }))
  expect(page.text).toContain('each circle stands for one day and one category')
  expect(page.classed('timeline')[0]?.first('svg').named('g').length).toBeLessThan(120)
})

test('an empty case is still a whole page', () => {
  const input = madeReport()
  const nothing = { alerts: [], timelines: [], notes: [], receipts: [], activities: 0, auditEntries: 0 }
  const html = renderReport({ ...input, ...nothing, case: { ...input.case, history: [] } })
  expectInert(html)
  expect(readPage(html).text).toContain('No alert belongs to this case.')
})

test('people appear by pseudonym, and the same input gives the same bytes', () => {
  const html = renderReport(madeReport())
  expect(html).toContain(LEAVER)
  expect(html).toContain(COLLEAGUE)
  expect(renderReport(madeReport())).toBe(html)
})

test('a field that the contract does not know is refused', () => {
  expect(() => renderReport({ ...madeReport(), realName: 'Invented Person' } as ReportInput)).toThrow('realName')
})

function poisoned(text: string): ReportInput {
  const input = madeReport()
  const [alert] = input.alerts
  const [note] = input.notes
  const [receipt] = input.receipts
  const [timeline] = input.timelines
  if (!alert || !note || !receipt || !timeline) throw new Error('the made case is empty')
  const words = { says: text, cause: text, name: text }
  return {
    ...input,
    case: {
      ...input.case,
      case: { ...input.case.case, name: text, updatedBy: text.slice(0, 60) },
      history: [{ atMs: 0, operator: text.slice(0, 60), action: 'x', says: text }]
    },
    alerts: [
      {
        ...alert,
        alert: { ...alert.alert, policy: text, topFactor: text, department: text },
        person: {
          ...alert.person,
          department: text,
          title: text,
          country: text,
          events: [{ kind: 'x', says: text, atMs: 0 }]
        },
        triggers: [{ says: text, atMs: 0 }],
        factors: alert.factors.map((factor) => ({
          ...factor,
          ...{ says: words.says, name: words.name },
          boosters: [text],
          steps: factor.steps.map((step) => ({ ...step, says: text }))
        })),
        checked: [{ cause: text, result: 'possible', says: text }],
        arithmetic: text,
        decisions: [{ says: text, reason: text, operator: text.slice(0, 60), atMs: 0, isUndone: false }]
      }
    ],
    timelines: [
      {
        ...timeline,
        insights: timeline.insights.map((insight) => ({ ...insight, says: text, name: text })),
        sequences: timeline.sequences.map((sequence) => ({ ...sequence, says: text, name: text })),
        flags: timeline.flags.map((flag) => ({ ...flag, says: text }))
      }
    ],
    notes: [{ ...note, text, operator: text.slice(0, 60) }],
    receipts: [
      {
        ...receipt,
        path: text,
        warnings: [text],
        ignoredByReason: [{ reason: text, rows: 1 }],
        refusal: text,
        timezone: text
      }
    ],
    exportedBy: text.slice(0, 60),
    workspaceId: text,
    software: { name: text, version: text }
  }
}

const RUNS_OR_FETCHES = [
  'script',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'link',
  'base',
  'img',
  'video',
  'audio',
  'foreignObject',
  'use',
  'image',
  'animate',
  'set'
]

function expectInert(html: string): void {
  const page = readPage(html)
  for (const { name, attributes } of page.below) {
    expect(RUNS_OR_FETCHES).not.toContain(name)
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on|^style$|^src|^action$|^formaction$|^xlink/)
      if (attribute === 'href') expect(value).toMatch(/^#[a-z0-9-]+$/)
    }
  }
  expect(page.first('style').rawText).not.toMatch(/url\(|@import|expression/)
}
