import { describe, expect, test } from 'vitest'
import { canonicalIdentity } from '../../src/main/identity/spelling.ts'

describe('the canonical spelling of an identity', () => {
  const spellings: readonly [string, string][] = [
    ['  Elowen.Ashcombe@Heronsgate.example ', 'elowen.ashcombe@heronsgate.example'],
    ['ＥＬＯＷＥＮ@heronsgate.example', 'elowen@heronsgate.example'],
    ['SMTP:elowen@heronsgate.example', 'elowen@heronsgate.example'],
    ['<mailto:elowen@heronsgate.example>', 'elowen@heronsgate.example'],
    ['i:0#.f|membership|Elowen@heronsgate.example', 'elowen@heronsgate.example'],
    ['i:0h.f|membership|10032000abcdef01@live.com', '10032000abcdef01@live.com'],
    ['urn:spo:guest#dexter@mill.example', 'dexter@mill.example'],
    ['dexter.hart_mill.example#EXT#@heronsgate.onmicrosoft.com', 'dexter.hart@mill.example'],
    ['dexter_hart_mill.example%23EXT%23%40heronsgate.onmicrosoft.com', 'dexter_hart@mill.example'],
    ['HERONSGATE\\EAshcombe', 'eashcombe'],
    ['heronsgate\\\\eashcombe', 'eashcombe'],
    ['S-1-5-21-1-2-3-1104', 's-1-5-21-1-2-3-1104'],
    ['', '']
  ]
  test.each(spellings)('of %j is %j', (written, canonical) => {
    expect(canonicalIdentity(written)).toBe(canonical)
    expect(canonicalIdentity(canonical)).toBe(canonical)
  })

  test('keeps machine identities apart from accounts', () => {
    expect(canonicalIdentity('NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)')).toContain('nt authority\\')
    expect(canonicalIdentity('app@sharepoint')).toBe('app@sharepoint')
  })
})
