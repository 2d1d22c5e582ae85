import { describe, expect, test } from 'vitest'
import { phraseOf } from '../../src/main/identity/folded.ts'
import { variantsOf } from '../../src/main/identity/variants.ts'
import type { KnownPerson } from '../../src/main/identity/variants.ts'

const phrases = (person: KnownPerson) => variantsOf(person).map(phraseOf)

describe('the spellings of a person', () => {
  test('cover address, personal site, account, both orders of the name and initials', () => {
    const found = variantsOf({
      identity: 'Elowen.Ashcombe@heronsgate.example',
      displayName: 'Ashcombe, Elowen',
      aliases: ['HERONSGATE\\eash17', 'S-1-5-21-1-2-3-1104', '7d3f0000-52b1-4c0e-9a7d-1f00aa550000']
    })
    expect(found).toEqual(
      expect.arrayContaining([
        'elowen.ashcombe@heronsgate.example',
        'elowen_ashcombe_heronsgate_example',
        'elowen.ashcombe',
        'elowen_ashcombe',
        'elowen-ashcombe',
        'elowenashcombe',
        'Elowen Ashcombe',
        'Ashcombe, Elowen',
        'E. Ashcombe',
        'eashcombe',
        'ashcombee',
        'Ashcombe',
        'eash17',
        's-1-5-21-1-2-3-1104',
        '7d3f0000-52b1-4c0e-9a7d-1f00aa550000'
      ])
    )
    expect(new Set(found).size).toBe(found.length)
  })

  test('are guessed from the address when nothing else is known', () => {
    expect(variantsOf({ identity: 'elowen.ashcombe@heronsgate.example' })).toEqual(
      expect.arrayContaining(['Elowen Ashcombe', 'Ashcombe, Elowen', 'eashcombe'])
    )
    expect(variantsOf({ identity: 'e.ashcombe2@heronsgate.example' })).toContain('E Ashcombe')
  })

  test('are not guessed for shared mailboxes and services', () => {
    for (const local of ['help.desk', 'svc-backup', 'no-reply', 'meeting.room']) {
      expect(phrases({ identity: `${local}@heronsgate.example` })).not.toContain(local.replace(/[.-]/, ' '))
    }
    expect(phrases({ identity: 'info@heronsgate.example' })).not.toContain('info')
  })

  test('hold particles, double names and umlauts in every form in which people write them', () => {
    expect(phrases({ identity: 'sd@h.example', displayName: 'Sanne van der Duinen' })).toEqual(
      expect.arrayContaining([
        'sanne van der duinen',
        'van der duinen sanne',
        'duinen sanne',
        'sanne vanderduinen',
        'svanderduinen'
      ])
    )
    expect(phrases({ identity: 'hr@h.example', firstName: 'Karl-Heinz', lastName: 'Rebstöcker-Quell' })).toEqual(
      expect.arrayContaining([
        'karl heinz rebstocker quell',
        'karl rebstoecker quell',
        'karl heinz rebstoecker',
        'khrebstoeckerquell'
      ])
    )
    expect(phrases({ identity: 'aob@h.example', displayName: "Aoife O'Brannagh" })).toContain('aoife obrannagh')
  })

  test('leave titles, departments and degrees out of the name', () => {
    for (const displayName of [
      'Dr. Elowen Ashcombe (Sales)',
      'Elowen Ashcombe | Heronsgate',
      'Elowen Ashcombe, PhD',
      'Ashcombe, Elowen [EXT]'
    ]) {
      expect(phrases({ identity: 'x1@h.example', displayName })).toContain('elowen ashcombe')
      expect(phrases({ identity: 'x1@h.example', displayName }).join()).not.toMatch(/sales|heronsgate|phd|ext/)
    }
  })

  test('take the account out of distinguished and legacy names', () => {
    expect(variantsOf({ identity: 'CN=Elowen Ashcombe,OU=Staff,DC=heronsgate' })).toContain('elowen ashcombe')
    expect(variantsOf({ identity: '/o=Heronsgate/ou=Site/cn=Recipients/cn=eash17' })).toContain('eash17')
  })

  test('never hold what is too short or too long to be searched', () => {
    const found = variantsOf({ identity: 'x', displayName: 'é', aliases: ['', ' ', 'ab', 'z'.repeat(5000)] })
    expect(found).toEqual([])
  })
})
