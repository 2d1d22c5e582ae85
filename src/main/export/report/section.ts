/** The parts of the report around the alerts: people, the overview of alerts, notes, what was read, the audit log, method. */
import type { AlertDetail, PersonProfile } from '../../../shared/contract/alert.ts'
import type { NoteView } from '../../../shared/contract/case.ts'
import type { Receipt } from '../../../shared/contract/import.ts'
import type { Clock } from '../clock.ts'
import type { ReportInput } from '../input.ts'
import { STATUS_WORDS } from './alert.ts'
import { evidence, markup } from './markup.ts'
import type { Markup } from './markup.ts'
import { counted, countText, moment, personChip, severityBadge } from './sign.ts'
import { GLOSSARY, METHOD } from './word.ts'

export function peopleTable(people: readonly PersonProfile[], clock: Clock): Markup {
  if (people.length === 0) return markup`<p>The case holds no alerts yet, so nothing is known about people.</p>`
  return markup`<table><caption>People in this case, by pseudonym</caption><thead><tr><th scope="col">Person</th><th scope="col">Work</th><th scope="col">Known events</th><th scope="col" class="number">Earlier alerts</th><th scope="col" class="number">Earlier violations</th></tr></thead>
<tbody>${people.map((person) => markup`<tr><td>${personChip(person.pseudonym)}</td><td>${work(person, clock)}</td><td>${person.events.length === 0 ? markup`<span class="none">none</span>` : person.events.map((event, index) => markup`${index === 0 ? null : markup`<br/>`}${event.says} <span class="small">${clock.day(event.atMs)}</span>`)}</td><td class="number">${person.earlierAlerts}</td><td class="number">${person.earlierViolations}</td></tr>`)}</tbody></table>`
}

function work(person: PersonProfile, clock: Clock): Markup {
  const parts = [person.title, person.department, person.country].filter((part) => part !== null).map(evidence)
  const lines = [
    ...(parts.length === 0 ? [] : [markup`${parts.map((part, index) => markup`${index === 0 ? null : ', '}${part}`)}`]),
    ...(person.hiredMs === null ? [] : [markup`<span class="small">hired ${clock.day(person.hiredMs)}</span>`]),
    ...(person.manager === null ? [] : [markup`<span class="small">reports to ${person.manager}</span>`])
  ]
  return lines.length === 0
    ? markup`<span class="none">not known</span>`
    : markup`${lines.map((line, index) => markup`${index === 0 ? null : markup`<br/>`}${line}`)}`
}

export function alertTable(alerts: readonly AlertDetail[], clock: Clock): Markup {
  if (alerts.length === 0) return markup`<p>No alert belongs to this case.</p>`
  return markup`<table class="queue"><caption>Alerts in this case, highest score first</caption><thead><tr><th scope="col" class="number">Alert</th><th scope="col">Severity and score</th><th scope="col">Person</th><th scope="col">Policy</th><th scope="col">Status</th><th scope="col">Detected</th><th scope="col">Main factor</th></tr></thead>
<tbody>${alerts.map(({ alert }) => markup`<tr><td class="number"><a href="#alert-${alert.id}">${alert.id}</a></td><td class="nowrap">${severityBadge(alert.severity, alert.score)}</td><td>${personChip(alert.pseudonym)}</td><td>${evidence(alert.policy)}</td><td>${STATUS_WORDS[alert.status]}</td><td class="when">${moment(alert.detectedMs, clock)}</td><td>${alert.topFactor}</td></tr>`)}</tbody></table>`
}

const NOTE_KINDS: Readonly<Record<NoteView['kind'], string>> = {
  note: 'Note',
  decision: 'Decision',
  export: 'Export',
  resolution: 'Resolution'
}

export function noteList(notes: readonly NoteView[], clock: Clock): Markup {
  if (notes.length === 0) return markup`<p>No notes were written.</p>`
  return markup`${notes.map((note) => markup`<article class="note ${note.kind}"><header><b>${NOTE_KINDS[note.kind]}</b> <span class="small">${note.operator} · <time>${clock.minute(note.atMs)}</time></span></header><p>${evidence(note.text)}</p></article>`)}`
}

export function historyTable(history: ReportInput['case']['history'], clock: Clock): Markup | null {
  if (history.length === 0) return null
  return markup`<table class="decisions"><caption>History of the case</caption><thead><tr><th scope="col">When</th><th scope="col">Operator</th><th scope="col">What happened</th></tr></thead>
<tbody>${history.map((entry) => markup`<tr><td class="when">${moment(entry.atMs, clock)}</td><td>${entry.operator}</td><td>${entry.says}</td></tr>`)}</tbody></table>`
}

export function receiptTable(receipts: readonly Receipt[], clock: Clock): Markup {
  if (receipts.length === 0) return markup`<p>No receipts were handed over with this report.</p>`
  return markup`<table class="receipts"><caption>Files that were read. Rows read = kept + duplicate + rejected + set aside.</caption><thead><tr><th scope="col">File</th><th scope="col" class="number">Read</th><th scope="col" class="number">Kept</th><th scope="col" class="number">Duplicate</th><th scope="col" class="number">Rejected</th><th scope="col" class="number">Set aside</th></tr></thead>
<tbody>${receipts.map((receipt) => receiptRow(receipt, clock))}</tbody></table>`
}

function receiptRow(receipt: Receipt, clock: Clock): Markup {
  const span =
    receipt.firstAtMs === null || receipt.lastAtMs === null
      ? null
      : `records from ${clock.minute(receipt.firstAtMs)} to ${clock.minute(receipt.lastAtMs)}`
  const remarks = [
    ...receipt.warnings,
    ...receipt.ignoredByReason.map(({ reason, rows }) => `set aside, ${counted(rows, 'row')}: ${reason}`),
    ...(receipt.refusal === null ? [] : [receipt.refusal])
  ]
  return markup`<tr><td><b>${receipt.id}</b> ${evidence(receipt.path)}<span class="small block">${receipt.source ?? 'not recognised'} · ${countText(receipt.bytes)} bytes · read ${clock.minute(receipt.startedMs)} by ${receipt.operator} · times without offset: ${receipt.timezone}${span === null ? null : ` · ${span}`}</span><span class="small block">SHA-256 <code>${receipt.sha256}</code></span>${remarks.map((remark) => markup`<span class="small block">${remark}</span>`)}</td>${[receipt.rowsRead, receipt.kept, receipt.duplicate, receipt.rejected, receipt.ignored].map((rows) => markup`<td class="number">${countText(rows)}</td>`)}</tr>`
}

export function auditPart(input: ReportInput): Markup {
  const { auditHead } = input
  return markup`<dl class="facts wide"><div><dt>Last entry</dt><dd>${countText(auditHead.seq)}</dd></div><div><dt>Its hash (SHA-256)</dt><dd><code>${auditHead.hash}</code></dd></div><div><dt>Merkle root (RFC 6962)</dt><dd><code>${auditHead.merkleRoot}</code></dd></div></dl>
<p>Keep this page apart from the workspace. If an entry of the audit log up to number ${countText(auditHead.seq)} is ever changed, removed or added, these numbers no longer fit. ${input.auditEntries === 0 ? null : `${counted(input.auditEntries, 'entry', 'entries')} of the log come with this report and can be checked without Inward.`} The log shows changes to whoever holds a copy of these numbers; it cannot prevent them.</p>`
}

export function methodList(): Markup {
  return markup`<ol class="method">${METHOD.map((line) => markup`<li>${line}</li>`)}</ol>`
}

export function glossaryList(): Markup {
  return markup`<dl class="glossary">${GLOSSARY.map(([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`
}
