/** Counts the places where a pseudonym stands for a person, in text that is about to be written. */

/** The shape of `shared/domain/pseudonym.ts`, anywhere inside a text. */
const PSEUDONYM_ANYWHERE = /ANON-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2,}/y

export function countPseudonyms(text: string): number {
  let places = 0
  for (let at = text.indexOf('ANON-'); at !== -1; at = text.indexOf('ANON-', at + 5)) {
    PSEUDONYM_ANYWHERE.lastIndex = at
    if (PSEUDONYM_ANYWHERE.test(text)) places += 1
  }
  return places
}
