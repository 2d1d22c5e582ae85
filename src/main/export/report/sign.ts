/** The signs of the report: severity as word, shape and colour; categories as word, drawing and hue; a person's mark. */
import type { Category } from '../../../shared/domain/category.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import type { Clock } from '../clock.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

export const SEVERITY_SIGNS: Readonly<
  Record<Severity, { readonly word: string; readonly shape: string; readonly colour: string }>
> = {
  high: { word: 'High', shape: '▲', colour: '#b8330f' },
  medium: { word: 'Medium', shape: '◆', colour: '#946200' },
  low: { word: 'Low', shape: '●', colour: '#526a85' }
}

/** Hues keep 4.5:1 on white and stay apart for colour-blind eyes by their lightness; the drawing says it without colour. */
export const CATEGORY_SIGNS: Readonly<
  Record<Category, { readonly word: string; readonly hue: string; readonly path: string }>
> = {
  collection: { word: 'Collection', hue: '#1f5fbf', path: 'M6 1v6M3.2 4.6 6 7.4l2.8-2.8M1.5 8.2v2.3h9V8.2' },
  obfuscation: {
    word: 'Obfuscation',
    hue: '#6b45a8',
    path: 'M1 6s2-3.4 5-3.4S11 6 11 6 9 9.4 6 9.4 1 6 1 6zM2.2 10.6 9.8 1.4'
  },
  exfiltration: { word: 'Exfiltration', hue: '#a8246b', path: 'M6.8 1.6h3.6v3.6M10.2 1.8 5.4 6.6M8.6 7.4v3H1.6v-7h3' },
  'clean-up': {
    word: 'Clean-up',
    hue: '#0f6f6a',
    path: 'M2 3.2h8M4.6 3V1.6h2.8V3M3 3.4l.6 7.2h4.8L9 3.4M5 5.4v3M7 5.4v3'
  },
  access: {
    word: 'Access',
    hue: '#3d6b1f',
    path: 'M6.2 5.8 10.6 1.4M8.6 3.4l1.6 1.6M6.6 8a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0z'
  },
  security: {
    word: 'Security',
    hue: '#44506a',
    path: 'M6 1.2 10 2.6v3.2c0 2.4-1.8 4.2-4 5-2.2-.8-4-2.6-4-5V2.6zM4.2 5.8l1.4 1.4 2.4-2.6'
  },
  physical: { word: 'Physical', hue: '#7d4f28', path: 'M3 10.6V1.4h6v9.2M1.6 10.6h8.8M7.2 6h.2' }
}

export function severityBadge(severity: Severity, score: number | null = null): Markup {
  const { word, shape } = SEVERITY_SIGNS[severity]
  return markup`<span class="severity ${severity}"><span aria-hidden="true">${shape}</span> ${word}${score === null ? null : markup` <b>${scoreText(score)}</b>`}</span>`
}

export function categoryDrawing(category: Category, size = 12): Markup {
  const { hue, path } = CATEGORY_SIGNS[category]
  return markup`<svg class="drawing" width="${size}" height="${size}" viewBox="0 0 12 12" aria-hidden="true"><path d="${path}" fill="none" stroke="${hue}" stroke-width="1.25" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}

export function categoryChip(category: Category): Markup {
  return markup`<span class="category">${categoryDrawing(category)} ${CATEGORY_SIGNS[category].word}</span>`
}

/** A pseudonym with three small shapes of its own, so that people can be told apart at a glance. */
export function personChip(pseudonym: string): Markup {
  const shapes = [0, 1, 2].map((place) => personShape(keyOf(`${pseudonym}/${String(place)}`), 5 + place * 9))
  return markup`<span class="person"><svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">${shapes}</svg>${pseudonym}</span>`
}

/** 84, or 61.5 where the half point is there. */
export function scoreText(score: number): string {
  return Number.isInteger(score) ? String(score) : score.toFixed(1)
}

/** Day and hour, which may stand on two lines, but are not broken themselves. */
export function moment(atMs: number, clock: Clock): Markup {
  return markup`<time><span class="nowrap">${clock.day(atMs)}</span> <span class="nowrap">${clock.minute(atMs).slice(-12)}</span></time>`
}

export function countText(count: number): string {
  return count.toLocaleString('en-GB').replaceAll(',', '\u202F')
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}

const PERSON_HUES = ['#334155', '#3f51b5', '#00695c', '#8d5a00', '#8e2f63', '#5d4037'] as const

function personShape(key: number, x: number): Markup {
  const hue = PERSON_HUES[key % PERSON_HUES.length] ?? PERSON_HUES[0]
  switch (Math.floor(key / 8) % 4) {
    case 0:
      return markup`<circle cx="${x}" cy="5" r="3.6" fill="${hue}"/>`
    case 1:
      return markup`<rect x="${x - 3.2}" y="1.8" width="6.4" height="6.4" fill="${hue}"/>`
    case 2:
      return markup`<path d="M${x} 1 ${x + 4} 8.4H${x - 4}z" fill="${hue}"/>`
    default:
      return markup`<circle cx="${x}" cy="5" r="2.9" fill="none" stroke="${hue}" stroke-width="1.6"/>`
  }
}

/** FNV-1a, 32 bits: spreads short texts well, and needs to hide nothing. */
function keyOf(text: string): number {
  let key = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) key = Math.imul(key ^ text.charCodeAt(at), 0x01000193) >>> 0
  return key
}
