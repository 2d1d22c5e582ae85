import { describe, expect, it } from 'vitest'
import {
  bundledFiles,
  CatalogueError,
  checkDefinition,
  loadCatalogue,
  readCatalogue
} from '../../src/main/policy/load.ts'
import type { DefinitionFiles } from '../../src/main/policy/load.ts'
import { TEMPLATES } from '../../src/shared/domain/policy.ts'
import { catalogue, definition } from './made-person.ts'

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

/** That file alone, which is all that its own schema needs. */
function alone(from: string | RegExp, to: string, path = INDICATOR): DefinitionFiles {
  const text = altered(path, from, to).indicators[path] ?? ''
  return { indicators: { [path]: text }, sequences: {}, templates: {} }
}

describe('the bundled definitions', () => {
  it('load, each file as one entry, and have a hash', () => {
    expect(catalogue.indicators.size).toBe(Object.keys(bundledFiles.indicators).length)
    expect(catalogue.sequences.size).toBe(Object.keys(bundledFiles.sequences).length)
    expect([...catalogue.templates.keys()].sort()).toEqual([...TEMPLATES].sort())
    expect(catalogue.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(loadCatalogue().hash).toBe(catalogue.hash)
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
    ['an unknown field', alone('category:', 'severity: high\ncategory:'), /sharepoint-download\.yaml: .*severity/],
    ['a missing field', alone(/^why: .*$/m, ''), /sharepoint-download\.yaml: why/],
    ['falling thresholds', alone('medium: 60', 'medium: 10'), /thresholds: thresholds must not fall/],
    ['falling strengths', alone('low: 0.07', 'low: 0.7'), /strengths: strengths must not fall/],
    [
      'an unknown operator',
      alone('shape:', 'when: { matches: { extension: zip } }\nshape:'),
      /when: unknown operator "matches"/
    ],
    [
      'an unknown operator further down',
      alone('shape:', 'when: { all: [{ not: { like: x } }] }\nshape:'),
      /when\.all\.0\.not: unknown operator "like"/
    ],
    ['an unknown fact', alone('shape:', 'when: { equals: { colour: red } }\nshape:'), /colour/],
    [
      'a value that no fact can have',
      alone('shape:', 'when: { equals: { exposure: everyone } }\nshape:'),
      /when\.equals\.exposure/
    ],
    [
      'two operators in one node',
      alone('shape:', 'when: { is: isPriority, named: itemKey }\nshape:'),
      /exactly one operator/
    ],
    ['an unknown shape', alone('in-a-day', 'in-a-week'), /shape/],
    [
      'an id that is not the file name',
      alone('id: sharepoint-download', 'id: sharepoint-downloads'),
      /not the file's name/
    ],
    ['a key written twice', alone('category:', 'name: Again\ncategory:'), /is not valid YAML/],
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
      'a template with a trigger that its policies may not use',
      altered(TEMPLATE, 'triggers: [', 'triggers: [security-alert, '),
      /have no trigger "security-alert"/
    ],
    [
      'a template with an indicator of a category that it does not name',
      altered(TEMPLATE, /^categories: \[.*\]$/m, 'categories: [collection]'),
      /belongs to .*, which it does not name/
    ],
    ['an unknown group', alone(/^group: .*$/m, 'group: printers'), /sharepoint-download\.yaml: group/],
    [
      'an outcome that no record has',
      alone('shape:', 'outcomes: [refused]\nshape:'),
      /sharepoint-download\.yaml: outcomes/
    ],
    [
      'own files lowering what leaves',
      alone('lower-on-own-site: false', 'lower-on-own-site: true', './indicators/print.yaml'),
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
      sequences: ['run'],
      triggers: ['manual' as const, 'dlp-alert' as const],
      triggerRules: { indicators: { fax: 3 }, sequences: ['jump'], alertSeverity: 'low' as const }
    }
    expect(checkDefinition(wrong, catalogue)).toEqual([
      'there is no indicator "fax"',
      'there is no indicator "telex"',
      'there is no indicator "fax"',
      'there is no sequence "run"',
      'there is no sequence "jump"',
      'policies of the template "data-theft-by-departing-users" have no trigger "dlp-alert"'
    ])
  })
})
