/**
 * What a web site is about, by the categories that a gateway gives it. Another table than that of alerts: a site of
 * malware was visited, while an alert about malware found some. Categories err, and so do these topics.
 */
import { topicWordsOf } from './topic.ts'

/** Topic of a site by all its categories, the gravest that the table knows; else the words of the first that says anything. */
export function siteTopicOf(categories: readonly string[]): string {
  const known = knownSiteTopicOf(categories)
  return known !== '' ? known : (wordsOf(categories).find((words) => !SAYS_NOTHING.test(words)) ?? '')
}

/** Empty where the table knows none. */
export function knownSiteTopicOf(categories: readonly string[]): string {
  const bounded = wordsOf(categories).map((words) => `-${words}-`)
  if (bounded.length === 0) return ''
  return TOPICS.find(([, pattern]) => bounded.some((words) => pattern.test(words)))?.[0] ?? ''
}

function wordsOf(categories: readonly string[]): readonly string[] {
  return categories
    .flatMap((category) => category.split(/[,;|]/))
    .map((part) => topicWordsOf(part))
    .filter((words) => words !== '')
}

const SAYS_NOTHING = /^(?:n-a|na|unknown|none|all(?:-\w+)?|general|others?|misc\w*|uncategori[sz]ed|unrated|any|\d+)$/

/** Gravest first; of two that fit one name, the narrower stands before the wider. */
const TOPICS: readonly (readonly [topic: string, pattern: RegExp])[] = [
  ['child-abuse', /-child-(?:abuse|sexual|porn|exploitation)|-csam-/],
  ['keylogger', /-key-?loggers?-|-surveillance-software-|-spyware-sites?-/],
  ['phishing-site', /-phish|-scams?-|^-frauds?-$/],
  [
    'malware-site',
    /-mal-?ware|-malicious-|-malsite-|-compromised-(?:web-?)?sites?-|-botnets?-|-command-and-control-|-(?:spyware|adware|ransomware|virus|viruses|trojans?|exploits?)-/
  ],
  [
    'illegal-software',
    /-(?:illegal|pirated)-software-|-warez-|-piracy-|-peer-to-peer-|-p2p-|-copyright-infringement-|-torrents?-|-bit-?torrent-/
  ],
  ['hacking', /-hack(?:ing|ers?)-|-computer-crime-/],
  ['pornography', /-porn|-sexually-explicit-|-nudity-|-adult-(?:content|material|sites?)-|^-(?:adult|sex)-$/],
  ['hate', /-hate-|-racis[mt]-|-intolerance-|-extremis[mt]|-discrimination-|-militancy-/],
  ['violence', /-violen(?:ce|t)-|-gore-|-terroris[mt]|-gruesome-|-tasteless-/],
  ['criminal-activity', /-criminal-|-crimes?-|-illegal-(?:activit|or-)|-(?:illegal|abused)-drugs-|-illegal-drug/],
  ['cult', /-cults?-|-occult-/],
  ['gambling', /-gambl|-lotter(?:y|ies)-|-betting-|-casinos?-/],
  [
    'generative-ai',
    /-gen(?:erative)?-?ai-|-generative-artificial-|-ai-(?:chat|conversational|assistants?|and-ml|machine-learning|tools)|-llms?-|-large-language-model|^-artificial-intelligence/
  ],
  [
    'job-search',
    /-jobs?-(?:search|sites?|employment|listings?)|^-jobs-$|-careers?-|-employment-|-recruit(?:ing|ment)-/
  ],
  ['web-mail', /-web-?mail-|-web-based-e?-?mail-|-personal-e?-?mail-|^-(?:general|internet|free)-email-$/],
  [
    'file-sharing',
    /-file-(?:sharing|hosting|host|transfer|storage)-|-(?:online|cloud|personal|network|internet)-storage-|-online-backup-|-storage-and-backup-/
  ]
]
