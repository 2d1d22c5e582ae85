/** One ordinary working day of one person: many small things, and now and then a great deal of one of them. */
import type { Calendar } from '../company/calendar.ts'
import type { Chance } from '../company/chance.ts'
import { COMMON_SITE, type CloudFile, type Library } from '../company/library.ts'
import type { Log } from '../company/log.ts'
import type { Person } from '../company/people.ts'
import { type Hands, handsOf } from '../records/hands.ts'
import { administer } from './administration.ts'
import { troubles } from './trouble.ts'

export interface Workplace {
  readonly log: Log
  readonly library: Library
  readonly calendar: Calendar
  readonly people: readonly Person[]
}

/** Domains of people that the company works with, and of sites that its work needs. */
export const PARTNERS = ['birkelund-trade.example', 'solvang-supply.example', 'tarn-engineers.example'] as const
export const PORTALS = ['tenders.example', 'customs-portal.example', 'print-shop.example'] as const

/** How often something with this mean happens today; on a rare day up to `most` times as often. */
export type Often = (mean: number, most: number) => number

/**
 * How many times the usual a rare day brings. A folder is fetched or cleared in one go; letters and shares are made one by
 * one, so even the busiest day holds a few times as many.
 */
const MOST = { files: 12, fetched: 30, cleared: 40, mail: 3, shares: 4, printed: 12, reports: 6 } as const

export function ordinaryDay(place: Workplace, person: Person, day: number, chance: Chance): void {
  const { calendar, log } = place
  const isHome = chance.happens(person.homeShare)
  const startMs = calendar.atMs(day, person.startMinute + chance.between(-20, 25))
  const hands = handsOf(log, person, chance, startMs, isHome ? person.home : person.office)
  if (!isHome) hands.door('Main entrance', chance.happens(0.985))
  for (let failed = chance.happens(0.06) ? chance.between(1, 4) : 0; failed > 0; failed -= 1) hands.signIn(false)
  hands.signIn(true)
  const mood = chance.skewed(person.pace, 0.3)
  // Evenings happen: a deadline, another time zone, a child that is asleep at last.
  const lateMs = chance.happens(0.03) ? 60_000 * chance.between(120, 300) : 0
  const sometime = (): Hands =>
    hands.at(startMs + 60_000 * chance.between(5, person.workMinutes) + (chance.happens(0.3) ? lateMs : 0))
  const often: Often = (mean, most) =>
    chance.times(mean * mood * (chance.happens(person.moodiness) ? chance.between(2, most) : 1))
  files(place, person, sometime, often)
  correspondence(place, person, sometime, often)
  deviceWork(place, person, sometime, often)
  for (let left = often(person.department.habits.reports, MOST.reports); left > 0; left -= 1)
    sometime().report(chance.pick(['ViewReport', 'ViewReport', 'ExportReport']))
  administer(place, person, sometime, often)
  troubles(sometime)
}

function files(place: Workplace, person: Person, sometime: () => Hands, often: Often): void {
  const { habits } = person.department
  const work = usualFiles(place, person)
  const any = (chance: Chance): CloudFile =>
    chance.pick(
      chance.happens(0.3) ? place.library.own(person) : chance.happens(0.9) ? work : place.library.site(COMMON_SITE)
    )
  const acts = [
    ['FileAccessed', habits.opened, MOST.files],
    ['FileModified', habits.changed, MOST.files],
    ['FileDownloaded', habits.downloaded, MOST.fetched],
    ['FileUploaded', habits.uploaded, MOST.fetched],
    ['FileSyncDownloadedFull', habits.synced, MOST.fetched],
    ['FileDeleted', habits.deleted, MOST.cleared]
  ] as const
  for (const [operation, mean, most] of acts) {
    const count = often(mean, most)
    // Much of one thing is done in one go; a few things are spread over the day.
    let hands = sometime()
    for (let left = count; left > 0; left -= 1) {
      if (count < 8) hands = sometime()
      hands.files(operation, [any(hands.chance)])
    }
  }
  for (let left = often(habits.renamed, MOST.files); left > 0; left -= 1) {
    const hands = sometime()
    hands.rename(any(hands.chance), `new ${hands.chance.hex(4)}.docx`)
  }
  for (let left = often(habits.sharedInside, MOST.shares); left > 0; left -= 1) {
    const hands = sometime()
    hands.share(any(hands.chance), hands.chance.pick(place.people).address)
  }
  for (let left = often(habits.sharedOutside, MOST.shares); left > 0; left -= 1) {
    const hands = sometime()
    hands.share(any(hands.chance), `office@${hands.chance.pick(PARTNERS)}`)
  }
}

function correspondence(place: Workplace, person: Person, sometime: () => Hands, often: Often): void {
  const { habits } = person.department
  const work = usualFiles(place, person)
  for (let left = often(habits.mailsInside, MOST.mail); left > 0; left -= 1) {
    const hands = sometime()
    hands.mail(hands.chance.pick(place.people).address, hands.chance.happens(0.25) ? [hands.chance.pick(work)] : [])
  }
  for (let left = often(habits.mailsOutside, MOST.mail); left > 0; left -= 1) {
    const hands = sometime()
    const to = `contact${hands.chance.between(1, 40)}@${hands.chance.pick(PARTNERS)}`
    const attached = hands.chance.happens(0.6) ? hands.chance.some(work, hands.chance.between(1, 2)) : []
    hands.mail(to, attached)
    if (attached.length > 0 && hands.chance.happens(0.015))
      hands.rule(hands.chance.pick(['Low', 'Low', 'Low', 'Medium', 'Medium', 'High']), to)
  }
  // Everybody writes to a private address once in a while: a payslip, a boarding pass.
  if (often(0.012, 1) > 0) {
    const hands = sometime()
    hands.mail(privateAddress(person), hands.chance.some(place.library.own(person), 1))
  }
}

function deviceWork(place: Workplace, person: Person, sometime: () => Hands, often: Often): void {
  const { habits } = person.department
  const work = usualFiles(place, person)
  const print = often(habits.printed, MOST.printed)
  if (print > 0) {
    const hands = sometime()
    hands.print(hands.chance.some(work, print))
  }
  const web = often(habits.uploadedToWeb, MOST.shares)
  if (web > 0) {
    const hands = sometime()
    hands.web(hands.chance.some(work, web), hands.chance.pick(PORTALS))
  }
  if (often(habits.stickDays, 1) > 0) {
    const hands = sometime()
    hands.stick(hands.chance.some(work, Math.min(60, Math.ceil(hands.chance.skewed(3, 0.9)))))
  }
  if (often(habits.archived, 1) > 0) {
    const hands = sometime()
    hands.archive(hands.chance.some(work, hands.chance.between(2, 12)), `delivery-${hands.chance.hex(4)}.zip`)
  }
  if (often(0.05, 1) > 0) {
    const hands = sometime()
    hands.removeOnDevice(hands.chance.some(work, Math.min(80, Math.ceil(hands.chance.skewed(6, 1)))))
  }
}

const usual = new WeakMap<Person, readonly CloudFile[]>()

/** The projects that this person works on: a few folders of the department's site. */
export function usualFiles({ library }: Workplace, person: Person): readonly CloudFile[] {
  let files = usual.get(person)
  if (files === undefined) {
    const first = person.index % 25
    const isMine = ({ folder }: CloudFile): boolean => {
      const project = Number(folder.slice(folder.lastIndexOf(' ') + 1)) - 1
      return project >= first && project < first + 5
    }
    usual.set(person, (files = library.site(person.department.site).filter(isMine)))
  }
  return files
}

/** Every second one bears no name of its owner, so that no indicator can live on the spelling alone. */
export function privateAddress({ index, first, last }: Person): string {
  const name =
    index % 2 === 0
      ? `${first}${last}`
      : `${NICKNAMES[index % NICKNAMES.length] ?? ''}${THINGS[Math.floor(index / 7) % THINGS.length] ?? ''}${index}`
  return `${name}@postbox.example`.toLowerCase()
}

const NICKNAMES = ['quiet', 'bluest', 'north', 'tiny', 'velvet', 'rapid', 'lucky', 'stone', 'river', 'amber', 'misty']
const THINGS = ['heron', 'pebble', 'lantern', 'kettle', 'comet', 'otter', 'saddle', 'walnut', 'harbour']
