/** An invented company for the benchmark: people who write files, sites that hold them, networks that they come from. */
import { createRandom, type Random } from './random.ts'

export interface MadePerson {
  readonly address: string
  readonly puid: string
  readonly network: string
  readonly device: string
  readonly site: string
  /** Work begins at this hour, UTC. */
  readonly startHour: number
}

export interface MadeCompany {
  readonly people: readonly [MadePerson, ...MadePerson[]]
  readonly sites: readonly [string, ...string[]]
  readonly organisation: string
}

export const PEOPLE = 5000
const SITES = 40
export const DOMAIN = 'bench.example'
export const HOST = 'https://bench.sharepoint.com'

export function makeCompany(): MadeCompany {
  const random = createRandom(20_260_401)
  const site = (index: number): string => `${HOST}/sites/Project-${String(index + 1).padStart(2, '0')}`
  const [firstPerson, ...people] = Array.from({ length: PEOPLE }, (_, index) => makePerson(random, index))
  const [firstSite, ...sites] = Array.from({ length: SITES }, (_, index) => site(index))
  if (firstPerson === undefined || firstSite === undefined) throw new Error('a company has people and sites')
  return { people: [firstPerson, ...people], sites: [firstSite, ...sites], organisation: guid(random) }
}

export function guid(random: Random): string {
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`
}

const FIRST = [
  'alva',
  'bryn',
  'cato',
  'dagny',
  'elio',
  'fenna',
  'gero',
  'hedda',
  'ilja',
  'jorin',
  'kaja',
  'levin',
  'mira',
  'nilo',
  'oda',
  'pelle',
  'runa',
  'sverre',
  'tilde',
  'ulrik'
] as const
const LAST = [
  'ashgrove',
  'birkwell',
  'cresthaven',
  'dunmore',
  'elmsworth',
  'fairholt',
  'glenrock',
  'harrowby',
  'inglemoor',
  'juniperly',
  'kestrelton',
  'larchfield',
  'mossbank',
  'northmere',
  'oakhollow'
] as const

function makePerson(random: Random, index: number): MadePerson {
  const name = `${FIRST[index % FIRST.length] ?? ''}.${LAST[Math.floor(index / FIRST.length) % LAST.length] ?? ''}`
  return {
    address: `${name}@${DOMAIN}`,
    puid: `1003${random.hex(12)}`,
    network: `203.0.113.${String(1 + random.below(250))}`,
    device: `BN-${random.hex(6).toUpperCase()}`,
    site: `${HOST.replace('bench.', 'bench-my.')}/personal/${name.replaceAll('.', '_')}_bench_example`,
    startHour: 6 + random.below(4)
  }
}
