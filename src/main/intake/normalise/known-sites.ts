/**
 * A few hosts that everybody knows, for logs that name addresses and no categories. It is short on purpose: a host is in
 * it only where nearly every visit means what the topic says, so a portal that also offers mail is not.
 */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  'job-search': [
    'indeed.com',
    'monster.com',
    'careerbuilder.com',
    'glassdoor.com',
    'simplyhired.com',
    'ziprecruiter.com',
    'dice.com',
    'job-hunt.org',
    'jobhuntersbible.com',
    'stepstone.de',
    'jobs.ch'
  ],
  'web-mail': [
    'mail.google.com',
    'gmail.com',
    'outlook.live.com',
    'hotmail.com',
    'mail.yahoo.com',
    'mail.aol.com',
    'navigator.gmx.net',
    'navigator.web.de',
    'mail.proton.me',
    'protonmail.com',
    'mail.zoho.com',
    'mail.yandex.com',
    'fastmail.com'
  ],
  'file-sharing': [
    'dropbox.com',
    'wetransfer.com',
    'drive.google.com',
    'onedrive.live.com',
    'mega.nz',
    'mega.co.nz',
    'mediafire.com',
    '4shared.com',
    'rapidshare.com',
    'sendspace.com',
    'filemail.com',
    'transfernow.net',
    'gofile.io',
    'send-anywhere.com',
    'zippyshare.com'
  ],
  'generative-ai': [
    'chatgpt.com',
    'chat.openai.com',
    'claude.ai',
    'gemini.google.com',
    'copilot.microsoft.com',
    'perplexity.ai',
    'chat.mistral.ai',
    'chat.deepseek.com',
    'poe.com',
    'character.ai',
    'grok.com',
    'meta.ai'
  ],
  keylogger: [
    'refog.com',
    'relytec.com',
    'spectorsoft.com',
    'softactivity.com',
    'ardamax.com',
    'spyrix.com',
    'flexispy.com',
    'kidlogger.net',
    'elitekeyloggers.com',
    'keylogger.org',
    'webwatchernow.com'
  ]
}
const TOPIC_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(HOSTS).flatMap(([topic, hosts]) => hosts.map((host) => [host, topic] as const))
)

/** Topic of a host in lower case or of the domain that it belongs to; empty for all others. */
export function topicOfHost(host: string): string {
  let rest = host
  while (rest.includes('.')) {
    const topic = TOPIC_OF.get(rest)
    if (topic !== undefined) return topic
    rest = rest.slice(rest.indexOf('.') + 1)
  }
  return ''
}
