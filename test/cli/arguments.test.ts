import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/main/cli/arguments.ts'
import { COMMANDS } from '../../src/main/cli/catalogue.ts'

function parse(...argv: string[]) {
  return parseArguments(argv, COMMANDS)
}

function complaint(...argv: string[]): string {
  const parsed = parse(...argv)
  return parsed.kind === 'usage' ? parsed.sentence : `no complaint: ${parsed.kind}`
}

describe('the command line is read strictly', () => {
  test('options may stand before, between and behind the words of a command', () => {
    for (const argv of [
      ['--json', 'alert', 'show', '7', '--workspace', 'w'],
      ['alert', '--workspace=w', 'show', '7', '--json']
    ]) {
      const parsed = parse(...argv)
      expect(parsed.kind).toBe('run')
      if (parsed.kind === 'run') expect(parsed.given).toMatchObject({ workspace: 'w', isJson: true, operator: null })
    }
  })

  test('two words name a command before one does, and a path of that name is reached with ./', () => {
    expect(complaint('import', 'undo')).toBe('ID is missing.')
    expect(complaint('import', 'undo', 'x')).toBe('ID needs the number of a record.')
    expect(parse('import', './undo').kind).toBe('run')
    expect(parse('import', 'undone').kind).toBe('run')
  })

  test('what is not known is refused by name, and what there is is named', () => {
    expect(complaint('retention', 'preview')).toMatch(
      /^There is no command “retention preview”\. There are: init, operator, import/
    )
    expect(complaint('alert', 'escalate')).toBe(
      'There is no command “alert escalate”. There are: alert show, alert dismiss, alert confirm, alert undo.'
    )
    expect(complaint('people', '--colour', 'red')).toBe('There is no option --colour.')
    expect(complaint('people', '--as-of', '2026-03-01')).toBe('“people” has no option --as-of.')
    expect(complaint('people', '-x')).toBe('There is no option -x.')
    expect(complaint()).toBe('Say which command to run.')
  })

  test('a value that is missing, repeated, superfluous or unfit is refused', () => {
    expect(complaint('people', '--limit')).toBe('--limit needs a value.')
    expect(complaint('people', '--limit', '--json')).toBe('--limit needs a value.')
    expect(complaint('people', '--limit', '1', '--limit', '2')).toBe('--limit is there twice.')
    expect(complaint('people', '--json=yes')).toBe('--json takes no value.')
    expect(complaint('people', '--limit', '0')).toBe('--limit needs a whole number from 1 to 2000.')
    expect(complaint('people', 'extra')).toBe('“extra” is one word too many.')
    expect(complaint('case', 'note', '1')).toBe('--text is missing.')
    expect(complaint('alerts', '--severity', 'urgent')).toBe('--severity needs one of: high, medium, low.')
    expect(complaint('init', '--roles', 'admin,king')).toMatch(/^--roles needs one or more of: admin/)
    expect(complaint('import', 'a', '--timezone', 'Mars/Base')).toMatch(/^--timezone needs an IANA time zone/)
  })

  test('a time needs its offset, since another one would be a guess', () => {
    expect(complaint('score', '--as-of', '2026-03-01T10:00:00')).toMatch(/^--as-of needs a time with its offset/)
    expect(complaint('score', '--as-of', '2026-02-30')).toMatch(/^--as-of needs/)
    expect(parse('score', '--as-of', '2026-03-01T10:00:00+01:00').kind).toBe('run')
    expect(parse('score', '--as-of', '2026-03-01').kind).toBe('run')
    expect(complaint('rank', '--day', '2026-13-01')).toMatch(/^--day needs a day/)
  })

  test('a passphrase as an argument is refused without being repeated', () => {
    for (const argv of [
      ['people', '--passphrase', 'hushed words'],
      ['people', '--passphrase=hushed words'],
      ['people', '--password', 'hushed words'],
      ['people', '--new-passphrase', 'hushed words']
    ]) {
      expect(complaint(...argv)).toMatch(/^A passphrase is never an argument/)
      expect(complaint(...argv)).not.toContain('hushed')
    }
  })

  test('an option means the same in every command that has it', () => {
    const takes = new Map<string, boolean>()
    for (const { words, options } of COMMANDS) {
      for (const [name, option] of Object.entries(options)) {
        const hasValue = option.takes !== null
        expect(takes.get(name) ?? hasValue, `${words.join(' ')} --${name}`).toBe(hasValue)
        takes.set(name, hasValue)
      }
    }
    expect(takes.size).toBeGreaterThan(20)
  })

  test('help and version win over everything else', () => {
    expect(parse('alert', 'show', '--help')).toMatchObject({ kind: 'help', words: ['alert', 'show'] })
    expect(parse('help', 'case')).toMatchObject({ kind: 'help', words: ['case'] })
    expect(parse('--version')).toMatchObject({ kind: 'version' })
  })
})
