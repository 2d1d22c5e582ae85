// Names that sources give are bounded, whoever wrote them.
import { describe, expect, it } from 'vitest'
import { boundedName, boundedNames } from '../../src/main/intake/normalise/bounded.ts'
import { normaliseAudit } from '../../src/main/intake/normalise/m365-audit.ts'
import { readNetskope } from '../../src/main/intake/normalise/netskope.ts'

const LONG = 'x'.repeat(5000)

describe('bounds', () => {
  it('leave short names alone and cut long ones', () => {
    expect(boundedName('Confidential')).toBe('Confidential')
    expect(boundedName(LONG)).toHaveLength(160)
    expect(boundedName(`${'x'.repeat(159)} y`)).toBe('x'.repeat(159))
  })

  it('keep each name once, fifty at most', () => {
    expect(boundedNames(['a', '', 'b', 'a'])).toEqual(['a', 'b'])
    expect(boundedNames(Array.from({ length: 400 }, (_, index) => `kind ${String(index)}`))).toHaveLength(50)
  })

  it('hold for an audit record', () => {
    const found = Array.from({ length: 90 }, (_, index) => ({ SensitiveInfoTypeName: `${LONG}${String(index)}` }))
    const named = Array.from({ length: 90 }, (_, index) => ({ SensitiveInfoTypeName: `Kind ${String(index)}` }))
    const draft = normaliseAudit(
      {
        CreationTime: '2026-02-10T08:00:00',
        Operation: 'FileCopiedToRemovableMedia',
        RecordType: 63,
        ObjectId: 'C:\\a.docx',
        SensitivityLabelName: LONG,
        SensitiveInfoTypeData: [...found, ...named],
        PolicyDetails: [{ Rules: [{ ConditionsMatched: { SensitiveInformation: named } }] }]
      },
      '',
      1,
      1,
      0
    )
    if (typeof draft === 'string') throw new Error(draft)
    expect(draft.label).toHaveLength(160)
    expect(draft.sensitiveTypes).toHaveLength(50)
    expect(Math.max(...draft.sensitiveTypes.map((name) => name.length))).toBe(160)
  })

  it('hold for an incident of a gateway', () => {
    const outcome = readNetskope({
      timestamp: 1770710400,
      type: 'incident',
      dlp_incident_id: '7',
      dlp_match_info: Array.from({ length: 90 }, (_, index) => ({ dlp_profile_name: `${String(index)} ${LONG}` }))
    })
    if (outcome.kind !== 'activity') throw new Error(outcome.kind)
    expect(outcome.draft.sensitiveTypes).toHaveLength(50)
    expect(outcome.draft.sensitiveTypes[0]).toHaveLength(160)
    expect(outcome.draft.topic).toBe('data-loss-prevention')
  })
})
