/** Everything that the parts of the story share: people, files, sessions and the log that they write to. */
import { dayOf, endMs, startMs } from './calendar.mjs'
import { makeLibrary } from './library.mjs'
import { makePeople } from './people.mjs'
import { randomFor } from './random.mjs'

/**
 * @typedef {{atMs: number, record: Record<string, unknown>}} Entry
 * @typedef {{address: string, sessionId: string, userAgent: string, browser: string, version: string, platform: string}} Session
 * @typedef {ReturnType<typeof makeWorld>} World
 */

/** @param {number} seed */
export function makeWorld(seed) {
  const { people, part } = makePeople(seed)
  const library = makeLibrary(seed, people)
  const sessions = new Map()
  /** @type {Entry[]} */
  const log = []
  return {
    seed,
    people,
    part,
    library,
    log,
    /** @param {string} label */
    randomFor: (label) => randomFor(seed, label),
    /** Anything outside the eight weeks did not happen. @param {number} atMs @param {Record<string, unknown>} record */
    add: (atMs, record) => {
      if (atMs >= startMs && atMs < endMs) log.push({ atMs, record })
    },
    /** One session per person and day. @param {import('./people.mjs').Person} person @param {number} atMs @returns {Session} */
    sessionOf: (person, atMs) => {
      const key = `session/${person.upn}/${dayOf(atMs)}`
      if (!sessions.has(key)) sessions.set(key, openSession(randomFor(seed, key), person))
      return sessions.get(key)
    }
  }
}

const chrome = {
  browser: 'Chrome',
  version: '145.0.0.0',
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36'
}
const edge = { browser: 'Edge', version: '145.0.0.0', userAgent: `${chrome.userAgent} Edg/145.0.0.0` }

/** @param {import('./random.mjs').Random} random @param {import('./people.mjs').Person} person @returns {Session} */
function openSession(random, person) {
  const address = random.chance(0.35) ? person.homeAddress : person.officeAddress
  return {
    address,
    sessionId: random.relative(person.objectId),
    platform: 'WinDesktop',
    ...(random.chance(0.8) ? edge : chrome)
  }
}
