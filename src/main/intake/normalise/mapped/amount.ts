/** Amounts as logs write them: `1 234`, `1'234`, `12,5 KB`. */

const POWER: Readonly<Record<string, number>> = { k: 1, m: 2, g: 3, t: 4 }

/** Bytes; null where the text is no size. Kilobytes count 1024, as file systems mean them. */
export function bytesOf(text: string): number | null {
  const match = /^(\d[\d.,' ]*?)\s*(?:([kmgt])?(?:i?b|ibyte|byte)s?)?$/i.exec(text.trim())
  const number = match?.[1] === undefined ? null : amountOf(match[1])
  if (number === null) return null
  const power = POWER[match?.[2]?.toLowerCase() ?? ''] ?? 0
  const bytes = Math.round(number * 1024 ** power)
  return Number.isSafeInteger(bytes) ? bytes : null
}

/** A number of things; null where the text is none, or of which there are none or parts. */
export function countOf(text: string): number | null {
  const number = amountOf(text)
  return number === null || !Number.isSafeInteger(number) || number < 1 ? null : number
}

function amountOf(text: string): number | null {
  const written = text.trim()
  // Signs before groups of three part thousands; before anything else one parts decimals.
  if (/^\d{1,3}(?:[.,' ]\d{3})+$/.test(written)) return Number(written.replace(/\D/g, ''))
  const decimal = /^(\d+)(?:[.,](\d+))?$/.exec(written)
  return decimal === null ? null : Number(`${decimal[1] ?? ''}.${decimal[2] ?? '0'}`)
}
