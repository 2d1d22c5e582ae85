/** One alert in the report: why it was raised, line by line, how the lines make the score, what else was checked, decisions. */
import type { AlertDetail, AlertFactor } from '../../../shared/contract/alert.ts'
import { dayOrMinute, dayText } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { evidence, markup } from './markup.ts'
import type { Markup } from './markup.ts'
import {
  CATEGORY_SIGNS,
  categoryChip,
  categoryDrawing,
  counted,
  countText,
  moment,
  personChip,
  scoreText,
  severityBadge
} from './sign.ts'

export function alertSection(detail: AlertDetail, clock: Clock): Markup {
  const { alert } = detail
  return markup`<section class="alert" id="alert-${alert.id}"><div class="head">
<header><h3>Alert ${alert.id}</h3>${severityBadge(alert.severity, alert.score)}${personChip(alert.pseudonym)}<span class="status">${STATUS_WORDS[alert.status]}</span></header>
<p class="lead">${evidence(alert.policy)}. Detected ${clock.minute(alert.detectedMs)}, last changed ${clock.minute(alert.updatedMs)}. Activity from ${clock.day(detail.windowFromMs)} to ${clock.day(detail.windowToMs)} was looked at.</p>
${triggers(detail, clock)}
${arithmetic(detail)}
</div>
${factorTable(detail.factors, clock)}
${checked(detail)}
${decisions(detail, clock)}
<p class="small">Policy version ${detail.versions.policyVersion}; digest of the indicators in force: <code>${detail.versions.indicatorsHash}</code></p>
</section>`
}

export const STATUS_WORDS: Readonly<Record<AlertDetail['alert']['status'], string>> = {
  'needs-review': 'Needs review',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
  resolved: 'Resolved'
}

function triggers(detail: AlertDetail, clock: Clock): Markup | null {
  if (detail.triggers.length === 0) return null
  return markup`<p><b>In scope because:</b> ${detail.triggers.map((trigger, index) => markup`${index === 0 ? null : '; '}${trigger.says} (${dayOrMinute(clock, trigger.atMs)})`)}.</p>`
}

/** The score as one bar of its parts, and the same in words. */
function arithmetic(detail: AlertDetail): Markup {
  const { factors, alert } = detail
  let from = 0
  const parts = factors.map((factor, index) => {
    const [x, width] = [from * 8, factor.points * 8]
    from += factor.points
    const label =
      width >= 20
        ? markup`<text x="${round(x + width / 2)}" y="15.5" text-anchor="middle" fill="#fff" font-size="10.5" font-weight="600">${index + 1}</text>`
        : null
    return markup`<rect x="${round(x)}" y="3" width="${round(Math.max(0, width - 1))}" height="18" fill="${CATEGORY_SIGNS[factor.category].hue}"/>${label}`
  })
  return markup`<div class="sum"><svg viewBox="0 0 800 38" role="img" aria-label="The score ${scoreText(alert.score)} of 100 as the sum of ${counted(factors.length, 'line')}"><rect x="0" y="3" width="800" height="18" fill="#eef0f3"/>${parts}
${[0, 34, 67, 100].map((score) => markup`<line x1="${score * 8}" x2="${score * 8}" y1="21" y2="25" stroke="#6b7686"/><text x="${score * 8}" y="35" font-size="10" fill="#6b7686" text-anchor="${score === 0 ? 'start' : score === 100 ? 'end' : 'middle'}">${score}</text>`)}</svg>
<p>${detail.arithmetic}</p></div>`
}

function factorTable(factors: readonly AlertFactor[], clock: Clock): Markup {
  return markup`<table class="factors"><caption>Why: ${counted(factors.length, 'risk factor')}, with the points that each adds to the score</caption>
<thead><tr><th scope="col" class="number">Points</th><th scope="col">What</th><th scope="col">When</th><th scope="col" class="number">Count</th><th scope="col" class="number">Own usual</th><th scope="col" class="number">Others’ usual</th></tr></thead>
<tbody>${factors.map((factor, index) => factorRow(factor, index + 1, clock))}</tbody>
<tfoot><tr><td class="number">${scoreText(round(factors.reduce((sum, factor) => sum + factor.points, 0)))}</td><td colspan="5">Sum of the lines</td></tr></tfoot></table>`
}

function factorRow(factor: AlertFactor, number: number, clock: Clock): Markup {
  const usual = (value: number | null): string | Markup =>
    value === null ? markup`<span class="none" title="too little to say">–</span>` : scoreText(round(value))
  const items =
    factor.distinctItems > 0 && factor.distinctItems !== factor.count
      ? markup`<br/><span class="small">${counted(factor.distinctItems, 'item')}</span>`
      : null
  return markup`<tr><td class="number"><b>${scoreText(factor.points)}</b></td>
<td><span class="ordinal">${number}</span> ${categoryChip(factor.category)} <b>${factor.name}</b><br/>${factor.says}${steps(factor, clock)}
<span class="small block">${KIND_WORDS[factor.kind]}, level ${factor.level} of 3, strength ${scoreText(round(factor.strength))} of 100 on its own.${factor.boosters.length === 0 ? null : markup` Raised by: ${factor.boosters.join('; ')}.`}</span></td>
<td class="when">${dayText(factor.date)}<br/><span class="small">${timeSpan(factor, clock)}</span></td>
<td class="number">${countText(factor.count)}${items}</td><td class="number">${usual(factor.usual)}</td><td class="number">${usual(factor.peersUsual)}</td></tr>`
}

const KIND_WORDS: Readonly<Record<AlertFactor['kind'], string>> = {
  insight: 'Insight',
  sequence: 'Sequence',
  cumulative: 'Thirty days'
}

function timeSpan(factor: AlertFactor, clock: Clock): string {
  if (clock.day(factor.fromMs) !== clock.day(factor.toMs))
    return `${clock.minute(factor.fromMs)} to ${clock.minute(factor.toMs)}`
  const [from, to] = [clock.hour(factor.fromMs), clock.hour(factor.toMs)]
  const offset = clock.minute(factor.toMs).slice(-6)
  return from === to ? `${from} ${offset}` : `${from}–${to} ${offset}`
}

function steps(factor: AlertFactor, clock: Clock): Markup | null {
  if (factor.steps.length === 0) return null
  return markup`<ol class="steps">${factor.steps.map((step) => markup`<li>${categoryDrawing(step.category, 14)} <b>${CATEGORY_SIGNS[step.category].word}</b><br/>${step.says}<br/><span class="small">${clock.minute(step.atMs)} · ${counted(step.count, 'activity', 'activities')}</span></li>`)}</ol>`
}

const RESULTS = {
  'not-the-reason': { mark: '✓', word: 'Checked, not the reason' },
  possible: { mark: '?', word: 'Possible' },
  'not-checked': { mark: '–', word: 'Not checked' }
} as const

function checked(detail: AlertDetail): Markup | null {
  if (detail.checked.length === 0) return null
  return markup`<table class="checked"><caption>Harmless causes</caption><thead><tr><th scope="col">Cause</th><th scope="col">Result</th><th scope="col">Finding</th></tr></thead>
<tbody>${detail.checked.map(({ cause, result, says }) => markup`<tr><td>${cause}</td><td class="result"><span aria-hidden="true">${RESULTS[result].mark}</span> ${RESULTS[result].word}</td><td>${says}</td></tr>`)}</tbody></table>`
}

function decisions(detail: AlertDetail, clock: Clock): Markup {
  if (detail.decisions.length === 0) return markup`<p><b>Decisions:</b> none yet.</p>`
  return markup`<table class="decisions"><caption>Decisions</caption><thead><tr><th scope="col">When</th><th scope="col">Operator</th><th scope="col">Decision</th><th scope="col">Reason</th></tr></thead>
<tbody>${detail.decisions.map((decision) => markup`<tr><td class="when">${moment(decision.atMs, clock)}</td><td>${decision.operator}</td><td>${decision.isUndone ? markup`<s>${decision.says}</s> taken back` : decision.says}</td><td>${decision.reason === null ? null : evidence(decision.reason)}</td></tr>`)}</tbody></table>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
