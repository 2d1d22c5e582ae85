import { describe, expect, test } from 'vitest'
import { tidySettings } from '../../src/main/store/tidy-settings.ts'
import { FIRST_SETTINGS, type ScoringSettings } from '../../src/shared/domain/settings.ts'

const KNOWN = new Set(['removable-media-copy', 'file-download'])
type Domains = Partial<ScoringSettings['domains']>
type Exclusions = Partial<ScoringSettings['exclusions']>

function tidied(domains: Domains = {}, exclusions: Exclusions = {}, others: Partial<ScoringSettings> = {}) {
  const typed = {
    ...FIRST_SETTINGS,
    ...others,
    domains: { ...FIRST_SETTINGS.domains, ...domains },
    exclusions: { ...FIRST_SETTINGS.exclusions, ...exclusions }
  }
  return tidySettings(typed, (id) => KNOWN.has(id))
}

function good(...given: Parameters<typeof tidied>): ScoringSettings {
  const result = tidied(...given)
  if (!result.ok) throw new Error(result.sentence)
  return result.settings
}

function refusalOf(...given: Parameters<typeof tidied>): string {
  const result = tidied(...given)
  if (result.ok) throw new Error('nothing was refused')
  expect(result.sentence).toMatch(/^\p{Lu}[^\n]{10,300}\.$/u)
  return result.sentence
}

describe('settings that are kept', () => {
  test('the first settings are kept as they are', () => {
    expect(good()).toEqual(FIRST_SETTINGS)
  })

  test('domains are in lower case, without what stands around a pasted one, and each once', () => {
    const { own, unallowed } = good({
      own: ['Example.ORG', '@example.org', 'https://example.org/', 'example.org.'],
      unallowed: ['*.Share.Example', '**.example.net', 'bücher.example', 'ru', 'my_host']
    }).domains
    expect(own).toEqual(['example.org'])
    expect(unallowed).toEqual(['*.share.example', '**.example.net', 'bücher.example', 'ru', 'my_host'])
  })

  test('one domain may be meant in two ways', () => {
    expect(good({ own: ['example.org'], unallowed: ['*.example.org'] }).domains.unallowed).toEqual(['*.example.org'])
  })

  test('extensions lose their dot, sites their last slash, and nothing stands there twice in another case', () => {
    const { exclusions } = good(
      {},
      {
        extensions: ['.DOCX', 'docx', 'tar.gz'],
        paths: ['C:\\Temp\\*', 'c:\\temp\\*', '/var/tmp'],
        sites: ['https://x.example/sites/Fun/', 'https://x.example/sites/fun'],
        keywords: ['Lunch', 'lunch', 'menu'],
        sensitiveTypes: ['IBAN', 'iban']
      }
    )
    expect(exclusions).toEqual({
      extensions: ['docx', 'tar.gz'],
      paths: ['C:\\Temp\\*', '/var/tmp'],
      sites: ['https://x.example/sites/Fun'],
      keywords: ['Lunch', 'menu'],
      sensitiveTypes: ['IBAN']
    })
  })

  test('indicators and states stand there once', () => {
    const settings = good({}, {}, { indicatorsOff: ['file-download', 'file-download'], alertStates: ['new', 'new'] })
    expect(settings).toMatchObject({ indicatorsOff: ['file-download'], alertStates: ['new'] })
  })

  test('five thousand domains in each list take less than a second', () => {
    const many = (word: string): string[] =>
      Array.from({ length: 5000 }, (_, index) => `*.${word}${String(index)}.example`)
    const before = performance.now()
    const { domains } = good({ own: many('a'), unallowed: many('b'), allowed: many('c'), thirdParty: many('d') })
    expect(performance.now() - before).toBeLessThan(1000)
    expect(domains.thirdParty).toHaveLength(5000)
  })
})

describe('settings that are refused', () => {
  test('an indicator that nobody knows, by its name', () => {
    expect(refusalOf({}, {}, { indicatorsOff: ['file-download', 'mind-reading'] })).toContain('“mind-reading”')
  })

  test.each([
    'two words',
    'example..org',
    '-example.org',
    'example-.org',
    '*example.org',
    'a.*.example.org',
    '***.example.org',
    '*.',
    '*',
    '.',
    'mika.sandvall@example.org',
    'example.org/sites',
    'a'.repeat(64) + '.org'
  ])('“%s” is no domain, and is told by its place only', (domain) => {
    const sentence = refusalOf({ thirdParty: ['example.org', domain] })
    expect(sentence).toContain('Entry 2 of the third-party domains')
    expect(sentence).not.toContain('sandvall')
  })

  test('a domain that is allowed and unallowed at once', () => {
    expect(refusalOf({ unallowed: ['Example.org'], allowed: ['example.org'] })).toContain('holds one domain that is')
    expect(refusalOf({ unallowed: ['a.example', 'b.example'], own: ['b.example', 'a.example'] })).toContain(
      'holds 2 domains that are'
    )
  })

  test.each(['d cx', 'docx/', '*', '...', 'a..b'])('“%s” is no extension', (extension) => {
    expect(refusalOf({}, { extensions: [extension] })).toContain('Entry 1 of the excluded extensions')
  })

  test.each(['*', '/', '\\*\\', '/*/', '.'])('the path “%s” would exclude everything', (path) => {
    expect(refusalOf({}, { paths: ['/tmp', path] })).toContain('Entry 2 of the excluded paths')
  })

  test.each(['https://', '/', '*'])('the site “%s” would exclude everything', (site) => {
    expect(refusalOf({}, { sites: [site] })).toContain('Entry 1 of the excluded sites')
  })
})
