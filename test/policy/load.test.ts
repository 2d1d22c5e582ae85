import { describe, expect, it } from 'vitest'
import { failingExamples } from '../../src/main/policy/example.ts'
import {
  bundledFiles,
  CatalogueError,
  checkDefinition,
  loadCatalogue,
  readCatalogue
} from '../../src/main/policy/load.ts'
import type { DefinitionFiles } from '../../src/main/policy/load.ts'
import { catalogue, definition, match } from './made-person.ts'

const INDICATOR = './indicators/sharepoint-download.yaml'
const PATTERN = './sequences/download-exfiltrate.yaml'
const TEMPLATE = './templates/data-theft-by-departing-users.yaml'

/** The bundled files with one text changed; the change must really change something. */
function altered(path: string, from: string | RegExp, to: string): DefinitionFiles {
  const alter = (texts: Readonly<Record<string, string>>) => {
    const text = texts[path]
    return text === undefined ? texts : { ...texts, [path]: text.replace(from, to) }
  }
  const files = {
    indicators: alter(bundledFiles.indicators),
    sequences: alter(bundledFiles.sequences),
    templates: alter(bundledFiles.templates)
  }
  expect(files).not.toEqual(bundledFiles)
  return files
}

describe('the bundled definitions', () => {
  it('load: 26 indicators, 4 sequences, 1 template, and a hash', () => {
    expect([catalogue.indicators.size, catalogue.sequences.size, catalogue.templates.size]).toEqual([26, 4, 1])
    expect(catalogue.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(loadCatalogue().hash).toBe(catalogue.hash)
  })

  it('do what each of their examples says', () => {
    const examples = [...catalogue.indicators.values()].flatMap((indicator) => Object.values(indicator.examples).flat())
    expect(examples.length).toBeGreaterThan(80)
    expect(failingExamples(catalogue, match)).toEqual([])
  })

  it('report an example that does not come out', () => {
    expect(failingExamples(catalogue, () => []).length).toBeGreaterThan(26)
    expect(failingExamples(catalogue, () => ['print'])).toContain('print: must not fire: a file is read')
  })

  it('give a reason above every threshold', () => {
    for (const [path, text] of Object.entries({ ...bundledFiles.indicators, ...bundledFiles.sequences })) {
      const lines = text.split('\n')
      const levels = lines.flatMap((line, index) => (/^ {2}(low|medium|high): \d+$/.test(line) ? [index] : []))
      expect(levels, path).toHaveLength(3)
      for (const index of levels) expect(lines[index - 1], path).toMatch(/^ {2}# \S.{5,}/)
    }
  })

  it('change their hash with every number, and not with comments', () => {
    expect(readCatalogue(altered(INDICATOR, 'medium: 60', 'medium: 61')).hash).not.toBe(catalogue.hash)
    expect(readCatalogue(altered(INDICATOR, '# Bulk:', '# Much:')).hash).toBe(catalogue.hash)
  })
})

describe('definitions that are refused at the start, with file and reason', () => {
  const refused: readonly (readonly [string, DefinitionFiles, RegExp])[] = [
    [
      'an unknown field',
      altered(INDICATOR, 'category:', 'severity: high\ncategory:'),
      /sharepoint-download\.yaml: .*severity/
    ],
    ['a missing field', altered(INDICATOR, /^why: .*$/m, ''), /sharepoint-download\.yaml: why/],
    ['falling thresholds', altered(INDICATOR, 'medium: 60', 'medium: 10'), /thresholds: thresholds must not fall/],
    ['falling strengths', altered(INDICATOR, 'low: 0.07', 'low: 0.7'), /strengths: strengths must not fall/],
    [
      'an unknown operator',
      altered(INDICATOR, 'shape:', 'when: { matches: { extension: zip } }\nshape:'),
      /when: unknown operator "matches"/
    ],
    [
      'an unknown operator further down',
      altered(INDICATOR, 'shape:', 'when: { all: [{ not: { like: x } }] }\nshape:'),
      /when\.all\.0\.not: unknown operator "like"/
    ],
    ['an unknown fact', altered(INDICATOR, 'shape:', 'when: { equals: { colour: red } }\nshape:'), /colour/],
    [
      'a value that no fact can have',
      altered(INDICATOR, 'shape:', 'when: { equals: { exposure: everyone } }\nshape:'),
      /when\.equals\.exposure/
    ],
    [
      'two operators in one node',
      altered(INDICATOR, 'shape:', 'when: { is: isPriority, named: itemKey }\nshape:'),
      /exactly one operator/
    ],
    ['an unknown shape', altered(INDICATOR, 'in-a-day', 'in-a-week'), /shape/],
    [
      'an id that is not the file name',
      altered(INDICATOR, 'id: sharepoint-download', 'id: sharepoint-downloads'),
      /not the file's name/
    ],
    ['a key written twice', altered(INDICATOR, 'category:', 'name: Again\ncategory:'), /is not valid YAML/],
    [
      'a step with an unknown indicator',
      altered(PATTERN, 'cloud-upload', 'cloud-uplaod'),
      /download-exfiltrate\.yaml: there is no indicator "cloud-uplaod"/
    ],
    [
      'a step with an indicator of another category',
      altered(PATTERN, 'cloud-upload', 'file-renamed'),
      /belongs to obfuscation, not to exfiltration/
    ],
    [
      'a template with an unknown indicator',
      altered(TEMPLATE, '- print\n', '- printed\n'),
      /there is no indicator "printed"/
    ],
    [
      'a template with an unknown sequence',
      altered(TEMPLATE, '- download-exfiltrate\n', '- download-burn\n'),
      /there is no sequence "download-burn"/
    ],
    [
      'own files lowering what leaves',
      altered('./indicators/print.yaml', 'lower-on-own-site: false', 'lower-on-own-site: true'),
      /lower-on-own-site/
    ]
  ]
  for (const [what, files, says] of refused) {
    it(what, () => {
      let thrown: unknown = null
      try {
        readCatalogue(files)
      } catch (error) {
        thrown = error
      }
      expect(thrown).toBeInstanceOf(CatalogueError)
      expect(String(thrown)).toMatch(says)
    })
  }

  it('a policy that names what does not exist, as sentences', () => {
    expect(checkDefinition(definition, catalogue)).toEqual([])
    const wrong = {
      ...definition,
      indicators: ['print', 'fax'],
      thresholds: { telex: { low: 1, medium: 2, high: 3 } },
      sequences: ['run']
    }
    expect(checkDefinition(wrong, catalogue)).toEqual([
      'there is no indicator "fax"',
      'there is no indicator "telex"',
      'there is no sequence "run"'
    ])
  })
})
