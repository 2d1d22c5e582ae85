import { describe, expect, test } from 'vitest'
import { checkPassphrase } from '../../src/main/custody/passphrase.ts'

describe('a passphrase', () => {
  test.each(['heron bridges nine lamps', 'Schräge Töne im Mai', '青い鳥が静かな森で歌う朝', '  blanks count  too '])(
    'may be %j',
    (typed) => {
      expect(checkPassphrase(typed)).toEqual({ ok: true, passphrase: typed.normalize('NFKC') })
    }
  )

  test('is the same whether its accents were typed as one character or two', () => {
    const one = checkPassphrase('caf\u00e9 on the corner')
    expect(checkPassphrase('cafe\u0301 on the corner')).toEqual(one)
  })

  test('is counted in characters, not in code units', () => {
    expect(checkPassphrase('🦊🦉🐢🦎🐝🦋').ok).toBe(false)
  })

  test.each([
    'short words',
    '',
    'passwordpassword',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'qwertyuiopasdf',
    '1234567890123',
    'hunterhunterhunter',
    'x'.repeat(2000)
  ])('is refused as %j', (typed) => {
    const checked = checkPassphrase(typed)
    expect(checked.ok).toBe(false)
    if (!checked.ok) expect(checked.reason).toMatch(/\.$/)
  })
})
