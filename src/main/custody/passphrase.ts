/** What counts as a passphrase: twelve characters or more that are not among the first guesses. Any script is welcome. */

const FEWEST_CHARACTERS = 12
// Longer input is a pasted file, and would only slow the derivation down.
const MOST_CHARACTERS = 400

export type PassphraseCheck =
  { readonly ok: true; readonly passphrase: string } | { readonly ok: false; readonly reason: string }

/** Returns the passphrase in the form in which it is used (NFKC); blanks at its ends count. */
export function checkPassphrase(typed: string): PassphraseCheck {
  const passphrase = normalisePassphrase(typed)
  const characters = Array.from(passphrase).length
  if (characters < FEWEST_CHARACTERS) {
    return { ok: false, reason: `A passphrase needs at least ${FEWEST_CHARACTERS} characters.` }
  }
  if (characters > MOST_CHARACTERS) {
    return { ok: false, reason: `A passphrase has at most ${MOST_CHARACTERS} characters.` }
  }
  if (isCommon(passphrase)) return { ok: false, reason: 'This passphrase is among the first that would be guessed.' }
  return { ok: true, passphrase }
}

/** The same keys typed on two systems may give different code points; NFKC makes them equal. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize('NFKC')
}

function isCommon(passphrase: string): boolean {
  const plain = passphrase.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (new Set(plain).size < 5) return true
  return (
    COMMON.has(plain) ||
    isRun(plain) ||
    [2, 3, 4, 6].some((times) => plain === plain.slice(0, plain.length / times).repeat(times))
  )
}

/** Neighbours on the keyboard or in the alphabet from end to end. */
function isRun(plain: string): boolean {
  return RUNS.some((run) => run.includes(plain) || Array.from(run).reverse().join('').includes(plain))
}

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  '1q2w3e4r5t6y7u8i9o0p'
]

const COMMON = new Set(
  `password passwordpassword passphrase mypassphrase mypassword newpassword changepassword thisismypassword
  passwort passwortpasswort meinpasswort motdepasse contraseña wachtwoord hasło парольпароль
  letmein letmeinplease opensesame administrator adminadmin adminpassword welcome welcomewelcome welcomeback
  iloveyou iloveyousomuch iloveyouforever sunshinesunshine princessprincess footballfootball
  trustnoone whateverwhatever
  qwertyuiop qwertyqwerty qwertyqwertyqwerty secretsecret topsecret topsecretpassword supersecret supersecretpassword
  changeme changemechangeme changemeplease changemenow defaultpassword temporarypassword testtesttest
  inwardinward inwardpassword inwardpassphrase insiderrisk insiderriskmanagement investigator investigation`.split(
    /\s+/
  )
)
