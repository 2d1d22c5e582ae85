/** The files that people work with: one library per site and one OneDrive per person. Names, sizes and labels only, no content. */
import { departments, labels, tenant } from './company.mjs'
import { randomFor } from './random.mjs'

/**
 * @typedef {object} Place
 * @property {string} siteUrl without a slash at the end
 * @property {'SharePoint' | 'OneDrive'} workload
 * @property {string} siteId
 * @property {string} webId
 * @property {string} listId
 *
 * @typedef {object} LibraryFile
 * @property {Place} place
 * @property {string} folder relative to the site
 * @property {string} name
 * @property {string} id
 * @property {number} sizeBytes
 * @property {{id: string, name: string} | undefined} label
 */

/**
 * @param {number} seed
 * @param {readonly import('./people.mjs').Person[]} people
 * @returns {{site: (name: string) => readonly LibraryFile[], sites: readonly string[], own: (person: import('./people.mjs').Person) => readonly LibraryFile[]}}
 */
export function makeLibrary(seed, people) {
  const sites = new Map(siteNames().map((name) => [name, fillSite(seed, name)]))
  const own = new Map(people.map((person) => [person.upn, fillOneDrive(seed, person)]))
  return {
    sites: [...sites.keys()],
    site: (name) => known(sites.get(name), name),
    own: (person) => known(own.get(person.upn), person.upn)
  }
}

/** @template T @param {T | undefined} files @param {string} name @returns {T} */
function known(files, name) {
  if (files === undefined) throw new Error(`The sample has no library for ${name}.`)
  return files
}

/** A place with its ids. @param {number} seed @param {string} siteUrl @returns {Place} */
export function placeAt(seed, siteUrl) {
  const random = randomFor(seed, `place/${siteUrl}`)
  const workload = siteUrl.startsWith(tenant.oneDrive) ? 'OneDrive' : 'SharePoint'
  const siteId = random.guid()
  return { siteUrl, workload, siteId, webId: random.relative(siteId), listId: random.relative(siteId) }
}

/** A file that the story names. @param {import('./random.mjs').Random} random @param {Place} place @param {string} folder @param {string} name @param {LibraryFile['label']} [label] @returns {LibraryFile} */
export function newFile(random, place, folder, name, label) {
  return { place, folder, name, id: random.relative(place.listId), sizeBytes: sizeOf(random, extensionOf(name)), label }
}

/** Without the dot, in lower case; empty for a folder. @param {string} name */
export function extensionOf(name) {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** @param {LibraryFile} file */
export function addressOf(file) {
  return `${file.place.siteUrl}/${file.folder}/${file.name}`
}

function siteNames() {
  return [...departments.map((department) => department.site), 'Turbine-Designs', 'All-Company']
}

/** @type {Readonly<Record<string, number>>} */
const fileCounts = { 'Turbine-Designs': 760, 'Records-Archive': 900, 'Sales-CRM': 320 }

/** @type {Readonly<Record<string, {folders: readonly string[], stems: readonly string[], kinds: readonly string[], labels: readonly LibraryFile['label'][]}>>} */
const vocabulary = {
  'Turbine-Designs': {
    folders: ['Blade-Root', 'Hub', 'Nacelle', 'Pitch-System', 'Load-Cases'],
    stems: [
      'TD-blade-root',
      'TD-hub-casting',
      'TD-pitch-bearing',
      'TD-nacelle-frame',
      'TD-load-case',
      'TD-tip-profile'
    ],
    kinds: ['dwg', 'stp', 'stp', 'pdf', 'xlsx'],
    labels: [labels.confidential, labels.highlyConfidential]
  },
  Engineering: {
    folders: ['Test-Reports', 'Simulation', 'Standards'],
    stems: ['test-report', 'mesh-study', 'fatigue-check', 'drawing-note', 'review-minutes'],
    kinds: ['pdf', 'docx', 'xlsx', 'dwg'],
    labels: [undefined, labels.general, labels.confidential]
  },
  Manufacturing: {
    folders: ['Shift-Plans', 'Work-Instructions', 'Tooling'],
    stems: ['shift-plan', 'work-instruction', 'tool-list', 'scrap-report', 'cnc-program'],
    kinds: ['pdf', 'xlsx', 'docx'],
    labels: [undefined, labels.general]
  },
  'Sales-CRM': {
    folders: ['Exports', 'Offers', 'Price-Lists'],
    stems: ['customer-list', 'offer', 'price-list', 'pipeline', 'contact-export'],
    kinds: ['xlsx', 'csv', 'pdf', 'docx'],
    labels: [undefined, labels.general, labels.confidential]
  },
  'Brand-Studio': {
    folders: ['Campaigns', 'Photos', 'Trade-Fairs'],
    stems: ['campaign', 'stand-photo', 'brochure', 'newsletter'],
    kinds: ['jpg', 'pptx', 'pdf', 'docx'],
    labels: [undefined, labels.general]
  },
  'Finance-Reporting': {
    folders: ['Month-End', 'Budget', 'Payables'],
    stems: ['month-end', 'budget', 'ledger-extract', 'invoice-run'],
    kinds: ['xlsx', 'pdf', 'csv'],
    labels: [labels.general, labels.confidential]
  },
  'People-Office': {
    folders: ['Policies', 'Recruiting'],
    stems: ['policy', 'interview-notes', 'onboarding', 'job-profile'],
    kinds: ['docx', 'pdf'],
    labels: [labels.general, labels.confidential]
  },
  'IT-Operations': {
    folders: ['Runbooks', 'Inventory'],
    stems: ['runbook', 'inventory', 'change-record', 'diagram'],
    kinds: ['docx', 'xlsx', 'vsdx', 'pdf'],
    labels: [undefined, labels.general]
  },
  'Records-Archive': {
    folders: ['Contracts', 'Certificates', 'Scans-2024', 'Scans-2025'],
    stems: ['contract', 'certificate', 'scan', 'retention-list'],
    kinds: ['pdf', 'pdf', 'tif', 'docx'],
    labels: [undefined, labels.general, labels.confidential]
  },
  'Customer-Care': {
    folders: ['Tickets', 'Field-Reports'],
    stems: ['ticket-summary', 'field-report', 'warranty-claim'],
    kinds: ['docx', 'pdf', 'xlsx'],
    labels: [undefined, labels.general]
  },
  'All-Company': {
    folders: ['News', 'Forms'],
    stems: ['canteen-menu', 'travel-form', 'newsletter', 'safety-briefing'],
    kinds: ['pdf', 'docx', 'pptx'],
    labels: [undefined]
  }
}

/** @param {number} seed @param {string} name @returns {LibraryFile[]} */
function fillSite(seed, name) {
  const random = randomFor(seed, `library/${name}`)
  const place = placeAt(seed, `${tenant.sharePoint}/sites/${name}`)
  const { folders, stems, kinds, labels: siteLabels } = known(vocabulary[name], name)
  return Array.from({ length: fileCounts[name] ?? 180 }, (_, index) => {
    const title = `${random.pick(stems)}-${1000 + index}-r${random.int(1, 9)}.${random.pick(kinds)}`
    return newFile(random, place, `Shared Documents/${random.pick(folders)}`, title, random.pick(siteLabels))
  })
}

/** @param {number} seed @param {import('./people.mjs').Person} person @returns {LibraryFile[]} */
function fillOneDrive(seed, person) {
  const random = randomFor(seed, `library/${person.upn}`)
  const place = placeAt(seed, person.oneDriveUrl)
  const stems = ['notes', 'draft', 'to-do', 'expenses', 'one-to-one', 'plan', 'reading', 'figures']
  return Array.from({ length: 24 }, (_, index) => {
    const title = `${random.pick(stems)} ${index + 1}.${random.pick(['docx', 'xlsx', 'pptx', 'pdf'])}`
    return newFile(random, place, random.pick(['Documents', 'Documents/Projects', 'Documents/Meetings']), title)
  })
}

/** Typical sizes per kind, so that a drawing weighs more than a list. */
const sizesKb = /** @type {Readonly<Record<string, readonly [number, number]>>} */ ({
  dwg: [400, 9000],
  stp: [900, 24000],
  jpg: [300, 4200],
  tif: [800, 6000],
  pptx: [400, 8000],
  zip: [20000, 90000]
})

/** @param {import('./random.mjs').Random} random @param {string} extension */
function sizeOf(random, extension) {
  const [from, to] = sizesKb[extension] ?? [12, 900]
  return random.int(from * 1024, to * 1024)
}
