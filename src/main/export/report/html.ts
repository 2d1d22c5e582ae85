/**
 * The report of one case as one HTML page: no script, nothing from elsewhere, every text escaped. Reads on a screen and
 * prints on A4; well-formed as HTML and as XML. The same input gives the same bytes.
 */
import { createHash } from 'node:crypto'
import type { PersonProfile } from '../../../shared/contract/alert.ts'
import { SEVERITIES } from '../../../shared/domain/severity.ts'
import { openClock } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { ReportInput } from '../input.ts'
import { alertSection } from './alert.ts'
import { evidence, Markup, markup } from './markup.ts'
import { timelinePicture } from './picture.ts'
import {
  alertTable,
  auditPart,
  glossaryList,
  historyTable,
  methodList,
  noteList,
  peopleTable,
  receiptTable
} from './section.ts'
import { counted, countText, personChip, scoreText, severityBadge, SEVERITY_SIGNS } from './sign.ts'
import { STYLE } from './style.ts'

/** Throws on input that breaks the contract and on an unknown time zone. */
export function renderReport(given: ReportInput): string {
  const input = ReportInput.parse(given)
  const clock = openClock(input.timezone)
  if (clock === null) throw new Error('the time zone of the report is unknown')
  const { case: row, history } = input.case
  const alerts = input.alerts.toSorted(
    (left, right) => right.alert.score - left.alert.score || left.alert.id - right.alert.id
  )
  const people = [...new Map(alerts.map(({ person }) => [person.pseudonym, person])).values()]
  const parts: readonly Part[] = [
    ['summary', 'In short', summary({ ...input, alerts }, people, clock)],
    ['people', 'People', peopleTable(people, clock)],
    ['timeline', 'User activity', timelines(input, clock)],
    ['alerts', 'Alerts', markup`${alertTable(alerts, clock)}${alerts.map((alert) => alertSection(alert, clock))}`],
    ['notes', 'Case notes', markup`${noteList(input.notes, clock)}${historyTable(history, clock)}`],
    ['sources', 'What was read', receiptTable(input.receipts, clock)],
    ['audit', 'Audit log', auditPart(input)],
    ['method', 'Method', methodList()],
    ['words', 'Words', glossaryList()]
  ]
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<meta name="color-scheme" content="light"/>
<title>Case ${row.id}: ${row.name} – case report</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${masthead(input, clock)}
<nav aria-label="Contents"><ol>${parts.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<main>
${parts.map(
  ([id, title, body], index) => markup`<section id="${id}"><h2><span class="ordinal">${index + 1}</span> ${title}</h2>
${body}
</section>
`
)}</main>
<footer><p>Case ${row.id}, written ${clock.minute(input.exportedAtMs)} with ${input.software.name} ${input.software.version}. Audit head ${countText(input.auditHead.seq)} <code>${input.auditHead.hash}</code></p></footer>
</body>
</html>
`.text
}

type Part = readonly [id: string, title: string, body: Markup]

/** The page may use its own style and nothing else: a browser then runs nothing and asks for nothing. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

const RESOLUTION_WORDS = {
  benign: 'resolved as benign',
  violation: 'resolved as a confirmed policy violation'
} as const

function masthead(input: ReportInput, clock: Clock): Markup {
  const { case: row } = input.case
  const status =
    row.status === 'active'
      ? 'active'
      : `closed, ${row.resolution === null ? 'without a resolution' : RESOLUTION_WORDS[row.resolution]}`
  return markup`<header class="masthead">
<p class="kind"><span>Case report</span><span>Confidential · pseudonymised personal data</span></p>
<h1>${evidence(row.name)}</h1>
<p class="lead">Case ${row.id}, ${status}. Opened ${clock.minute(row.openedMs)}, last changed ${clock.minute(row.updatedMs)} by ${row.updatedBy}.</p>
<dl class="facts"><div><dt>Report written</dt><dd>${clock.minute(input.exportedAtMs)}<br/><span class="small">${new Date(input.exportedAtMs).toISOString().slice(0, 16).replace('T', ' ')} UTC</span></dd></div><div><dt>By operator</dt><dd>${input.exportedBy}</dd></div><div><dt>Time zone</dt><dd>${clock.timezone}</dd></div><div><dt>Workspace</dt><dd><code>${input.workspaceId}</code></dd></div><div><dt>Software</dt><dd>${input.software.name} ${input.software.version}</dd></div></dl>
<p class="statement"><b>People are pseudonyms.</b> ${input.identitiesRevealed.length === 0 ? 'No identity is revealed in this report.' : null} A score is a reason to look, not a finding of guilt: it says how unusual and how risky the recorded activity was, not why somebody did it.</p>
</header>`
}

function summary(input: ReportInput, people: readonly PersonProfile[], clock: Clock): Markup {
  const highest = input.alerts[0]?.alert
  const bySeverity = SEVERITIES.map((severity) => ({
    severity,
    alerts: input.alerts.filter(({ alert }) => alert.severity === severity).length
  })).filter(({ alerts }) => alerts > 0)
  const from = input.timelines.map((timeline) => timeline.fromMs)
  const to = input.timelines.map((timeline) => timeline.toMs)
  return markup`<dl class="figures"><div><dt>${people.length === 1 ? 'person' : 'people'}</dt><dd>${people.length}</dd></div><div><dt>${input.alerts.length === 1 ? 'alert' : 'alerts'}${bySeverity.length === 0 ? null : ': '}${bySeverity.map(({ severity, alerts }, index) => markup`${index === 0 ? null : ', '}${alerts} ${SEVERITY_SIGNS[severity].word.toLowerCase()}`)}</dt><dd>${input.alerts.length}</dd></div><div><dt>highest score of 100</dt><dd>${highest === undefined ? markup`<span class="none">–</span>` : markup`<span class="severity ${highest.severity}"><span aria-hidden="true">${SEVERITY_SIGNS[highest.severity].shape}</span> ${scoreText(highest.score)}</span>`}</dd></div><div><dt>${input.activities === 1 ? 'activity' : 'activities'} behind the case</dt><dd>${countText(input.activities)}</dd></div></dl>
${from.length === 0 ? null : markup`<p>The pictures cover ${clock.day(Math.min(...from))} to ${clock.day(Math.max(...to))}.</p>`}
<ul class="brief">${input.alerts.map(({ alert, factors }) => markup`<li>${severityBadge(alert.severity, alert.score)}${personChip(alert.pseudonym)}<span><a href="#alert-${alert.id}">Alert ${alert.id}</a>: ${factors.length === 0 ? alert.topFactor : (factors.toSorted((left, right) => right.points - left.points)[0]?.says ?? '')}${factors.length > 1 ? markup` <span class="small">and ${counted(factors.length - 1, 'further factor')}</span>` : null}</span></li>`)}</ul>`
}

function timelines(input: ReportInput, clock: Clock): Markup {
  if (input.timelines.length === 0) return markup`<p>No timeline was handed over with this report.</p>`
  return markup`${input.timelines.map((timeline, index) => markup`<section class="picture"><h3>${personChip(timeline.pseudonym)} <span class="small">${clock.day(timeline.fromMs)} to ${clock.day(timeline.toMs)}, ${clock.timezone}</span></h3>${timelinePicture(timeline, clock, index + 1)}</section>`)}`
}
