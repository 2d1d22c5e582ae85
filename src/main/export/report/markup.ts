/**
 * Text into markup, escaped by construction: only `markup` makes markup, and whatever is put into it is text unless it is
 * markup already. Characters that could turn or hide what follows them are shown by their number.
 */

export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type MarkupValue = Markup | string | number | null | readonly MarkupValue[]

/** Safe inside elements and inside double-quoted attributes; not for tag names, addresses of links, or style. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(parts.map((part, index) => part + rendered(values[index] ?? null)).join(''))
}

/** Evidence: like any text, but its direction cannot leave its own place. */
export function evidence(text: string): Markup {
  return markup`<bdi>${text}</bdi>`
}

export function escapeText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(ESCAPED, (found) => ENTITIES[found] ?? shown(found))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;'
}

// Marks of direction (U+202A–E, U+2066–9, U+200E–F, U+061C), zero width (U+200B, U+FEFF), controls but tab and line ends,
// and halves of surrogate pairs: all of them change what a reader sees without being seen.
const ESCAPED =
  /[&<>"'`\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function shown(character: string): string {
  return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`
}

function rendered(value: MarkupValue): string {
  if (value === null) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  return value.map(rendered).join('')
}
