/** `data/README.txt`: what every file is and how to check the bundle without Inward. For a reader who has never seen one. */
import type { Clock } from '../clock.ts'
import type { CaseFile } from './case-file.ts'

/** Lines end with CR LF: the text is read on every system. */
export function readmeText(file: CaseFile, clock: Clock): string {
  return `${lines(file, clock).join('\r\n')}\r\n`
}

function lines(file: CaseFile, clock: Clock): readonly string[] {
  const title = `Case bundle of ${file.software.name}: case ${String(file.case.id)}`
  return [
    title,
    '='.repeat(title.length),
    '',
    `Written ${clock.minute(file.exportedAtMs)} by the operator ${file.exportedBy}, with ${file.software.name} ${file.software.version}.`,
    `Workspace ${file.workspaceId}. Format ${file.format}.`,
    '',
    'FILES',
    '',
    '  report.html              the case as one readable page; opens in any browser, needs no network',
    '  case.json                the case, its history and the counts of everything below',
    '  alerts.json              every alert with its person, its reasons, the arithmetic and the decisions on it',
    '  timeline.json            the data of the pictures in the report',
    `  activities.csv           ${String(file.counts.activities)} activities as a table`,
    '  activities.jsonl         the same activities, one JSON object on each line, in the same order',
    '  notes.csv, notes.jsonl   the notes on the case, oldest first, in both forms',
    '  imports.json             the files that were read: name, SHA-256, size, and how many rows were kept or rejected',
    `  audit.jsonl              ${String(file.counts.auditEntries)} entries of the audit log, each chained to the one before by its hash`,
    '  schema/                  JSON Schema (draft 2020-12) of each JSON file, or of one line of it',
    '',
    'TIMES',
    '',
    `  Times in columns and texts are in the zone ${file.timezone}, always with their offset from UTC.`,
    '  Columns named time_utc are UTC. Fields that end in Ms count milliseconds since 1970-01-01T00:00:00Z.',
    '',
    'TABLES',
    '',
    '  CSV as in RFC 4180: comma, double quotes, lines end with CR LF, UTF-8 with a byte-order mark, so that spreadsheets',
    '  read it rightly. Lists inside a cell are separated by "; ". Text that begins with = + - @, a tab or a line end has an',
    "  apostrophe (') in front, so that no spreadsheet runs it. The .jsonl files hold the text without the apostrophe.",
    '',
    'NAMES OF PEOPLE',
    '',
    '  People are pseudonyms of the form ANON-4K7Q-2M, also inside file names, paths, subjects and notes.',
    `  A pseudonym stands at ${String(file.pseudonymisedPlaces)} places in the JSON files. ${revealed(file)}`,
    '  Operators, the colleagues who worked on the case, appear with their operator names.',
    '  Pseudonymised data is still personal data: whoever holds the key of the workspace can tell who is meant.',
    '',
    'CHECKING THIS BUNDLE WITHOUT INWARD',
    '',
    '  The folder is a BagIt 1.0 bag (RFC 8493). In the folder above this one:',
    '',
    '    sha256sum -c manifest-sha256.txt           every file in data/ is as it was written',
    '    sha256sum -c tagmanifest-sha256.txt        and so are the lists themselves',
    '    find data -type f | LC_ALL=C sort | diff - <(cut -c67- manifest-sha256.txt)',
    '                                               prints nothing: no file was added or taken away',
    '    sha256sum tagmanifest-sha256.txt           one number for the whole bundle',
    '',
    '  On a Mac, "shasum -a 256" does what sha256sum does; on Windows, "certutil -hashfile FILE SHA256" shows the same number.',
    '  The manifests named sha512 allow the same checks with sha512sum.',
    '  Checksums show damage. To exclude a deliberate exchange, compare the last number with the one that the sender told you',
    '  on another way, or with the entry of this export in the audit log.',
    '',
    'AUDIT LOG',
    '',
    `  When this bundle was written, the last entry of the log was number ${String(file.auditHead.seq)} with the hash`,
    `    ${file.auditHead.hash}`,
    '  and the root of the Merkle tree (RFC 6962) over all entries was',
    `    ${file.auditHead.merkleRoot}`,
    '  In audit.jsonl, previousHash of each entry is the hash of the entry before it.'
  ]
}

function revealed(file: CaseFile): string {
  return file.identitiesRevealed.length === 0 ? 'No identity is revealed in it.' : 'Some identities are revealed in it.'
}
