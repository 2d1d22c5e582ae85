/** The files that people work with: a library per site and one per person. Names, sizes and labels only; no content. */
import { chanceOf } from './chance.ts'
import { DEPARTMENTS } from './departments.ts'
import type { Person } from './people.ts'

export interface CloudFile {
  readonly workload: 'SharePoint' | 'OneDrive'
  readonly site: string
  readonly folder: string
  readonly name: string
  /** Id of a sensitivity label; empty where there is none. */
  readonly label: string
  readonly sizeBytes: number
}

export interface Library {
  readonly sites: readonly string[]
  site(name: string): readonly CloudFile[]
  own(person: Person): readonly CloudFile[]
}

export const HOST = 'https://norrvik.sharepoint.com'
/** From lowest to highest. */
export const LABELS = [
  '3f1d1c60-0b1e-4c55-9a55-1d6f2a9b0001',
  '3f1d1c60-0b1e-4c55-9a55-1d6f2a9b0002',
  '3f1d1c60-0b1e-4c55-9a55-1d6f2a9b0003'
] as const
export const COMMON_SITE = 'Notice-Board'
const FILES_PER_SITE = 900
const OWN_FILES = 60

const STEMS = (
  'assay batch-sheet bid brief calibration claim contract cost-sheet deviation draft forecast inspection invoice ledger ' +
  'mixture minutes offer order payroll plan price-list protocol recipe review roster sample-list schedule spec summary tender'
).split(' ')
const KINDS = ['docx', 'xlsx', 'xlsx', 'pdf', 'pdf', 'pptx', 'csv', 'vsdx'] as const

export function makeLibrary(seed: number): Library {
  const sites = new Map<string, readonly CloudFile[]>()
  const own = new Map<string, readonly CloudFile[]>()
  const shares = new Map([...DEPARTMENTS.map(({ site, labelled }) => [site, labelled] as const), [COMMON_SITE, 0]])
  return {
    sites: [...shares.keys()],
    site: (name) => {
      let files = sites.get(name)
      if (files === undefined) sites.set(name, (files = fill(seed, name, shares.get(name) ?? 0)))
      return files
    },
    own: (person) => {
      let files = own.get(person.address)
      if (files === undefined) own.set(person.address, (files = fillOwn(seed, person)))
      return files
    }
  }
}

/** One new file of a person's own, as a phone or an archive brings it. */
export function ownFile(person: Person, name: string, sizeBytes: number): CloudFile {
  return { workload: 'OneDrive', site: person.oneDrive, folder: 'Documents', name, label: '', sizeBytes }
}

/** Without the dot. */
export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function fill(seed: number, name: string, labelled: number): readonly CloudFile[] {
  const chance = chanceOf(seed, `site/${name}`)
  return Array.from({ length: FILES_PER_SITE }, (_, index) => ({
    workload: 'SharePoint',
    site: `${HOST}/sites/${name}`,
    folder: `Shared Documents/Project ${1 + (index % 30)}`,
    name: `${chance.pick(STEMS)}-${name.slice(0, 3).toLowerCase()}-${1000 + index}.${chance.pick(KINDS)}`,
    label: chance.happens(labelled) ? chance.pick(LABELS) : '',
    sizeBytes: Math.round(chance.skewed(180_000, 1.1))
  }))
}

function fillOwn(seed: number, person: Person): readonly CloudFile[] {
  const chance = chanceOf(seed, `own/${person.address}`)
  return Array.from({ length: OWN_FILES }, (_, index) => {
    const name = `${chance.pick(STEMS)} ${person.first} ${index + 1}.${chance.pick(KINDS)}`
    return ownFile(person, name, Math.round(chance.skewed(120_000, 1.1)))
  })
}
