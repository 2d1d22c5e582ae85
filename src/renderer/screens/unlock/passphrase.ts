/** How good a passphrase is, in words. The engine decides what it accepts; this only tells it early. */

/** What the contract demands of a new passphrase. */
const MIN_LENGTH = 12

interface PassphraseJudgement {
  readonly isEnough: boolean
  readonly says: string
}

export function judgePassphrase(passphrase: string): PassphraseJudgement {
  const { length } = passphrase
  if (length === 0)
    return {
      isEnough: false,
      says: `At least ${MIN_LENGTH} characters. Five or six unrelated words are strong and can be remembered.`
    }
  if (length < MIN_LENGTH)
    return { isEnough: false, says: `Too short: ${length} of at least ${MIN_LENGTH} characters.` }
  const distinct = new Set(passphrase.toLowerCase()).size
  const words = passphrase
    .trim()
    .split(/\s+/)
    .filter((word) => word.length > 2).length
  if (distinct < 6) return { isEnough: true, says: 'Weak: long enough, but made of very few different characters.' }
  // Five words from a list of 7 776 are 64 bits; with 64 MiB of Argon2id per guess that is out of reach.
  if (words >= 5 || (length >= 24 && distinct >= 12)) return { isEnough: true, says: 'Strong.' }
  if (words >= 4 || (length >= 16 && distinct >= 10))
    return { isEnough: true, says: 'Good. One more word would make it strong.' }
  return { isEnough: true, says: 'Accepted, but fair only. More unrelated words make it better.' }
}
