/** Seeded chance for the sample company: the same seed and label always give the same stream. Refuses Math.random and the clock. */

/**
 * @typedef {ReturnType<typeof randomFor>} Random
 * @typedef {[number, number, number, number]} Words
 */

/**
 * One independent stream per label, so that a change in one part of the story leaves every other part as it was.
 * @param {number} seed
 * @param {string} label
 */
export function randomFor(seed, label) {
  const next = generator(hash(`${seed}/${label}`))
  /** @param {number} from @param {number} to both included */
  const int = (from, to) => from + Math.floor(next() * (to - from + 1))
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[int(0, list.length - 1)])
  /** @param {number} digits */
  const hex = (digits) => {
    let text = ''
    while (text.length < digits)
      text += Math.floor(next() * 0x100000000)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, digits)
  }
  return {
    next,
    int,
    pick,
    hex,
    /** @param {number} probability */
    chance: (probability) => next() < probability,
    /** @template T @param {readonly T[]} list @returns {T[]} */
    shuffle: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = int(0, last)
        const moved = /** @type {T} */ (copy[last])
        copy[last] = /** @type {T} */ (copy[other])
        copy[other] = moved
      }
      return copy
    },
    /** How often something with this mean happens, never more than `most`. @param {number} mean @param {number} [most] */
    times: (mean, most = 40) => {
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit && count < most; product *= next()) count++
      return count
    },
    /** An id of a family: its own first digits, the rest shared, so that the packed sample stays small. @param {string} guid of the family */
    relative: (guid) => hex(8) + guid.slice(8),
    guid: () => {
      const digits = hex(32)
      const variant = '89ab'[parseInt(digits.slice(16, 17), 16) & 3]
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
    }
  }
}

/** Four 32-bit words from a text. @param {string} text @returns {Words} */
function hash(text) {
  /** @param {number} start @param {number} shift */
  const word = (start, shift) => {
    let value = start
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ (text.charCodeAt(at) + shift), 0x01000193)
    return value
  }
  return [word(0x811c9dc5, 0), word(0x9e3779b9, 1), word(0x85ebca6b, 2), word(0xc2b2ae35, 3)]
}

/** The small fast counter generator (sfc32), warmed up. @param {Words} state */
function generator(state) {
  let [a, b, c, counter] = state
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 0x100000000
  }
  for (let round = 0; round < 16; round++) next()
  return next
}
