/**
 * Which titles name a leading role. A closed list of words on purpose: a role that is guessed would raise scores without
 * a reason that anybody can check. Titles in other languages, and power that no title tells, stay unseen.
 */

/** The word of the list that the title holds, in the spelling of the list; null where it holds none. */
export function leadingWordOf(title: string): string | null {
  const plain = folded(title)
  // Who works for somebody in a leading role does not hold it.
  if (FOR_SOMEBODY.test(plain)) return null
  if (plain === 'executive') return 'executive'
  const found = LEADING.exec(plain)?.[1]
  return found ?? null
}

/**
 * The upper two levels of an organisation and its officers, as English, German, French, Dutch, Spanish, Portuguese and
 * Italian titles write them. Not `manager`, `lead`, `partner`, `owner` or `responsable`: most people whose title holds
 * these lead a product, a project or nobody (`HR business partner`, `product owner`).
 */
const WORDS = [
  'chief',
  'ceo',
  'cfo',
  'coo',
  'cto',
  'cio',
  'ciso',
  'cmo',
  'chro',
  'vice president',
  'president',
  'presidente',
  'presidenta',
  'evp',
  'svp',
  'vp',
  'managing director',
  'director',
  'directora',
  'head of',
  'general manager',
  'general counsel',
  'managing partner',
  'founder',
  'chairman',
  'chairwoman',
  'chairperson',
  'board member',
  'geschaftsfuhrer',
  'geschaftsfuhrerin',
  'geschaftsleitung',
  'vorstand',
  'vorstandin',
  'prokurist',
  'prokuristin',
  'direktor',
  'direktorin',
  'bereichsleiter',
  'bereichsleiterin',
  'abteilungsleiter',
  'abteilungsleiterin',
  'leiter',
  'leiterin',
  'directeur',
  'directrice',
  'pdg',
  'bestuurder',
  'diretor',
  'diretora',
  'direttore',
  'direttrice',
  'amministratore delegato',
  'consejero delegado',
  'consejera delegada'
] as const

// Longer ones first, so that the list's own word is told: "vice president", not "president".
const LEADING = new RegExp(String.raw`\b(${[...WORDS].sort((left, right) => right.length - left.length).join('|')})\b`)
const FOR_SOMEBODY =
  /\b(?:assistant to|assistant of|executive assistant|personal assistant|assistenz|assistentin|assistent|assistante|secretary|sekretar|sekretarin|office of)\b/

/** Lower case, without accents, one blank between words, `VicePresident` as two. */
function folded(title: string): string {
  return title
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
