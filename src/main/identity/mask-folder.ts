/** What stands in place of the name of a personal site or profile folder. */
import { accountEnd, isAddressLike } from './folder.ts'
import type { FolderSpan } from './folder.ts'
import { phraseIn } from './folded.ts'
import type { KnownNames } from './known-names.ts'
import type { Reading } from './reading.ts'
import type { Replacement } from './replacement.ts'
import { hasToken } from './token.ts'
import { NAME } from './weight.ts'

/** Null when the folder is to be read like any other text, as one is in which a token stands already. */
export function maskFolder(names: KnownNames, reading: Reading, folder: FolderSpan): Replacement | null {
  const { start, end, kind } = folder
  if (hasToken(reading, start, end)) return null
  const whole = names.findWhole(reading, start, end)
  if (whole !== null) return { start, end, text: names.wordFor(whole) }
  const stranger = () => ({ start, end, text: names.tokenFor('EXTERNAL', phraseIn(reading, start, end)) })
  switch (kind) {
    case 'profile': {
      const account = accountEnd(reading, folder)
      const match = account < end ? names.findWhole(reading, start, account) : null
      return match === null ? stranger() : { start, end: account, text: names.wordFor(match) }
    }
    case 'site': {
      // The same person's site under another domain of the organisation.
      const named = names.find(reading, start, end, (weight, _start, at) => {
        return (weight & NAME) !== 0 && reading.codes[at] === UNDERSCORE
      })
      if (named !== null) return { start, end, text: names.wordFor(named) }
      return isAddressLike(reading, folder) ? stranger() : null
    }
  }
}

const UNDERSCORE = 0x5f
