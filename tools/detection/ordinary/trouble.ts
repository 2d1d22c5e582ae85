/** What happens to people rather than being done by them: caught malware, unwanted programs, phishing, worn badges. */
import type { AlertCategory, Severity } from '../records/security.ts'
import type { Hands } from '../records/hands.ts'

/** Chance a person and day; together about one alert a day in a company of two hundred and fifty. */
const TROUBLES: readonly (readonly [number, AlertCategory, Severity, string])[] = [
  [0.0012, 'Malware', 'low', 'Malware was prevented'],
  [0.0004, 'Malware', 'medium', 'Malware was detected'],
  [0.0008, 'UnwantedSoftware', 'low', 'An unwanted program was blocked'],
  [0.0009, 'InitialAccess', 'medium', 'A link in a mail was opened'],
  [0.0004, 'SuspiciousActivity', 'medium', 'Unusual process'],
  [0.0001, 'SuspiciousActivity', 'high', 'Unusual sign-in']
]

export function troubles(sometime: () => Hands): void {
  const { chance } = sometime()
  for (const [probability, category, severity, title] of TROUBLES)
    if (chance.happens(probability)) sometime().alert(category, severity, title)
  if (chance.happens(0.004)) sometime().failLogon(chance.between(2, 14))
  if (chance.happens(0.004)) {
    const hands = sometime()
    for (let left = chance.between(1, 6); left > 0; left -= 1) hands.door('Workshop', false)
  }
  if (chance.happens(0.006)) sometime().fetchTool(`setup-${chance.hex(4)}.exe`)
}
