// Every text colour reaches 4.5:1 and every mark 3:1 on every ground that it stands on, in all three schemes.
import { describe, expect, test } from 'vitest'
import { SCHEMES, themes, type Tone } from '../../src/renderer/theme.ts'

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

test('the computation itself is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(SCHEMES)('%s', (scheme) => {
  const { palette } = themes[scheme]
  const grounds = {
    ground: palette.background.default,
    paper: palette.background.paper,
    focused: palette.row.focused,
    chosen: palette.row.chosen
  }
  const tones: Readonly<Record<string, Tone>> = {
    ...palette.severity,
    ...palette.category,
    masked: palette.masked,
    revealed: palette.revealed,
    sound: palette.sound
  }

  test.each(Object.entries(grounds))('text on %s', (_, ground) => {
    const texts = {
      primary: palette.text.primary,
      secondary: palette.text.secondary,
      error: palette.error.main,
      accent: palette.primary.main,
      ...Object.fromEntries(Object.entries(tones).map(([name, { text }]) => [name, text]))
    }
    for (const [name, colour] of Object.entries(texts))
      expect(contrast(colour, ground), `${name} ${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  test('text on its own soft ground, and on the accent', () => {
    for (const [name, { text, soft }] of Object.entries(tones))
      expect(contrast(text, soft), name).toBeGreaterThanOrEqual(4.5)
    for (const accent of [palette.primary.main, palette.primary.dark])
      expect(contrast(palette.primary.contrastText, accent), accent).toBeGreaterThanOrEqual(4.5)
  })

  test('marks, and the lines that bound fields, on both plain grounds', () => {
    for (const ground of [grounds.ground, grounds.paper]) {
      for (const [name, { mark }] of Object.entries(tones))
        expect(contrast(mark, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(3)
      expect(contrast(palette.row.line, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  test('the three severities stay apart for eyes without red or green cones', () => {
    for (const simulate of [protanopia, deuteranopia]) {
      const seen = Object.values(palette.severity).map(({ mark }) => simulate(mark))
      seen.forEach((one, index) =>
        seen.slice(index + 1).forEach((other) => expect(distance(one, other)).toBeGreaterThan(18))
      )
    }
  })
})

type Seen = readonly [number, number, number]
// Matrices of Viénot, Brettel and Mollon (1999) on linear RGB.
const seenAs =
  (matrix: readonly Seen[]) =>
  (hex: string): Seen => {
    const linear = [1, 3, 5].map((from) => {
      const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    const [red = 0, green = 0, blue = 0] = matrix.map((row) =>
      row.reduce((sum, weight, index) => sum + weight * (linear[index] ?? 0), 0)
    )
    const encode = (value: number) =>
      255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * Math.max(0, value) ** (1 / 2.4) - 0.055)
    return [encode(red), encode(green), encode(blue)]
  }
const protanopia = seenAs([
  [0.11238, 0.88762, 0],
  [0.11238, 0.88762, 0],
  [0.00401, -0.00401, 1]
])
const deuteranopia = seenAs([
  [0.29275, 0.70725, 0],
  [0.29275, 0.70725, 0],
  [-0.02234, 0.02234, 1]
])
const distance = (one: Seen, other: Seen) => Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)))
