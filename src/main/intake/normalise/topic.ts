/**
 * What an alert is about, in our words. Every product names the same things otherwise, so a table brings the names that
 * are known to one topic; what it does not know keeps the words of its source. It judges names only and never a person.
 */

/** Longer names are sentences, and nobody writes a rule for a sentence. */
const LONGEST = 80
/** Titles are longer than categories, and what they are about may stand at their end. */
const LONGEST_TITLE = 300

/** Lower case with hyphens: `DefenseEvasion` and `Defense evasion` are both `defense-evasion`. */
export function topicWordsOf(written: string, longest = LONGEST): string {
  return written
    .slice(0, LONGEST_TITLE)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]{2,})([A-Z][a-z]{2,})/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '')
}

/** Topic of an alert by its category and title; the words of the category where neither is known. */
export function alertTopicOf(category: string, title: string): string {
  const known = knownAlertTopicOf(category, title)
  if (known !== '') return known
  const words = categoriesIn(category)[0] ?? ''
  return SAYS_NOTHING.test(words) ? '' : words
}

/** As above, of an alert whose product may say it all: whatever a product against data loss calls its alerts, they are about that. */
export function productTopicOf(product: string, category: string, title: string): string {
  return /data-loss-prevention/.test(topicWordsOf(product)) ? 'data-loss-prevention' : alertTopicOf(category, title)
}

/** Empty where the table knows neither; for sources whose category is mostly not what an alert is about. */
export function knownAlertTopicOf(category: string, title: string): string {
  const named = topicWordsOf(title, LONGEST_TITLE)
  const categories = categoriesIn(category)
  // A title says which of its kind it is; the category beside it is often the stage of an attack.
  const byTitle = [named, ...categories].map((words) => topicIn(words, DISTINCT)).find((topic) => topic !== '')
  if (byTitle !== undefined) return byTitle
  const byCategory = categories.map((words) => OF_CATEGORY.get(words)).find((topic) => topic !== undefined)
  return byCategory ?? (NOT_FOUND.test(named) ? '' : topicIn(named, TELLING))
}

/** Tactics come as lists. */
function categoriesIn(category: string): readonly string[] {
  return category
    .replace(/[[\]"]/g, '')
    .split(/[,;|]/)
    .map((part) => topicWordsOf(part))
    .filter((words) => words !== '')
}

/** Categories that hold anything, and ids of rules. */
const SAYS_NOTHING =
  /^(?:alerts?|incident|others?|none|hidden|unknown|unknown-future-value|system|custom|general|informational|n-a|\d+)$|[0-9a-f]{8}-[0-9a-f]{4}-/

type Patterns = readonly (readonly [topic: string, pattern: RegExp])[]

function topicIn(words: string, patterns: Patterns): string {
  const bounded = `-${words}-`
  return patterns.find(([, pattern]) => pattern.test(bounded))?.[0] ?? ''
}

/**
 * Titles that mean one thing. Data loss comes first: its titles quote the subject of a mail, which may say anything.
 * Of what is deleted, machines and storage come before files.
 */
const DISTINCT: Patterns = [
  ['data-loss-prevention', /^-dlp-|-dlp-(?:policy|rule|match|incident)|-data-loss-prevention-/],
  ['impossible-travel', /-(?:impossible|atypical|unlikely)-travel-|-detection-velocity-/],
  ['infrequent-country', /-(?:infrequent|new|risky|unusual)-country-/],
  [
    'multiple-failed-logins',
    /-(?:multiple|many|repeated|excessive|bulk)-failed-(?:user-)?(?:log-?ins?|log-?ons?|sign-ins?)-/
  ],
  ['storage-deletion', /-storage-(?:\w+-)?delet/],
  ['vm-deletion', /-delet\w*-(?:of-)?(?:\w+-)?(?:vms?|virtual-machines?)-|-(?:vms?|virtual-machines?)-delet/],
  ['vm-creation', /-creat\w*-(?:of-)?(?:\w+-)?(?:vms?|virtual-machines?)-|-(?:vms?|virtual-machines?)-creat/],
  ['mass-download', /-(?:mass|bulk|massive|excessive|unusual)-(?:\w+-){0,4}downloads?-/],
  ['mass-deletion', /-(?:mass|bulk|massive|excessive|unusual)-(?:\w+-){0,4}delet(?:es?|ions?)-/],
  ['mass-sharing', /-(?:mass|bulk|massive|excessive|unusual)-(?:\w+-){0,4}shar(?:es?|ing)-/],
  ['suspicious-cloud-creation', /-suspicious-creation-activit|-unusual-region-for-cloud-|-suspicious-cloud-creation-/],
  ['suspicious-admin-activity', /-(?:unusual|suspicious)-admin(?:istrative|istration|istrator)?-activit/],
  ['cloud-logging-change', /-cloud-?trail-logging-|-cloud-logging-chang/],
  ['terminated-user', /-terminated-(?:user|employee)/],
  ['ransomware', /-ransomware-/]
]

/** Titles that tell where the category did not. */
const TELLING: Patterns = [
  ['unwanted-software', /-unwanted-(?:software|applications?|programs?)-|-(?:pua|pup|adware|spyware|grayware)-/],
  ['malware', /-(?:malware|trojan|virus|worm|backdoor|rootkit)-/],
  [
    'credential-access',
    /-brute-force-|-password-spray|-(?:leaked|compromised|stolen)-credentials?-|-credential-(?:theft|dump|access|stealing)/
  ],
  ['exfiltration', /-exfiltrat/],
  [
    'defense-evasion',
    /-tamper|-(?:antivirus|protection|security-controls?)-(?:was-)?(?:disabled|switched-off|turned-off)-/
  ]
]
/** People who report what they received, and programs that are kept up to date, found nothing on themselves. */
const NOT_FOUND = /reported-by-user|updated?(?:-|$)|(?:^|-)pattern(?:-|$)/

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'defense-evasion': ['defence-evasion', 'impair-defenses', 'tampering', 'anti-tampering'],
  'unwanted-software': [
    'unwanted',
    'potentially-unwanted-application',
    'potentially-unwanted-software',
    'pua',
    'pup',
    'adware',
    'spyware',
    'grayware',
    'spyware-grayware',
    'riskware',
    'application-control'
  ],
  malware: ['virus', 'virus-malware', 'trojan', 'worm', 'backdoor', 'rootkit', 'malicious-software', 'exploit', 'ctep'],
  ransomware: [],
  'credential-access': [
    'credential-stealing',
    'credential-theft',
    'credentials-access',
    'compromised-credential',
    'compromised-credentials',
    'leaked-credentials',
    'brute-force',
    'password-spray'
  ],
  exfiltration: ['data-exfiltration', 'exfiltration-over-web'],
  collection: [],
  'data-loss-prevention': ['dlp', 'data-loss', 'data-leak-prevention']
}
const OF_CATEGORY: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([topic, others]) => [topic, ...others].map((words) => [words, topic] as const))
)
