import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { genesisHead, sealEntry, verifyChain } from '../../src/main/custody/audit-chain.ts'
import type { AuditBody, ChainHead } from '../../src/main/custody/audit-chain.ts'
import { AuditEntry } from '../../src/shared/contract/audit.ts'

const WORKSPACE = 'b1f0c0de-0000-4000-8000-000000000001'

function body(index: number): AuditBody {
  return {
    atMs: 1_767_000_000_000 + index * 1000,
    operator: 'Ada',
    roles: ['admin', 'analyst'],
    action: 'alert.dismiss',
    objectType: 'alert',
    objectId: String(index),
    caseId: index % 2 === 0 ? null : index,
    outcome: 'done',
    details: { rows: index, wasBulk: false, reason: null, kind: 'benign' }
  }
}

function chain(count: number, workspaceId = WORKSPACE): AuditEntry[] {
  let head: ChainHead = genesisHead(workspaceId)
  return Array.from({ length: count }, (_, index) => {
    const seal = sealEntry(head, body(index))
    head = seal
    return { ...body(index), ...seal }
  })
}

const expectFirst = genesisHead(WORKSPACE).hash
const headOf = (entries: readonly AuditEntry[]) => {
  const last = entries.at(-1)
  return last === undefined ? genesisHead(WORKSPACE) : { seq: last.seq, hash: last.hash }
}

describe('the audit chain', () => {
  test('verifies as it was sealed, and its entries fit the contract', () => {
    const entries = chain(20)
    for (const entry of entries) expect(AuditEntry.parse(entry)).toEqual(entry)
    expect(verifyChain(entries, { expectFirst, expectLast: headOf(entries) })).toEqual({
      ok: true,
      checked: 20,
      problems: []
    })
    expect(verifyChain([], { expectFirst })).toEqual({ ok: true, checked: 0, problems: [] })
  })

  test('seals the same entry the same way, on every machine', () => {
    expect(sealEntry(genesisHead('w'), body(1))).toMatchInlineSnapshot(`
      {
        "hash": "8fed9627827d7e7a47d330473b0eab532cc44adee1f8b02d0ec473a168703e58",
        "previousHash": "50e721e49c013f00c62cf59f2163542a9d8df02464efeb615d31051b0fddc326",
        "seq": 1,
      }
    `)
  })

  test('may have grown since its head was noted', () => {
    const entries = chain(20)
    expect(verifyChain(entries, { expectFirst, expectLast: headOf(entries.slice(0, 7)) }).ok).toBe(true)
  })

  test('names the entry of which any field was changed', () => {
    const entries = chain(6)
    const changes: readonly Partial<AuditEntry>[] = [
      { operator: 'Eve' },
      { atMs: 1_767_000_002_500 },
      { outcome: 'refused' },
      { caseId: 77 },
      { roles: ['admin'] },
      { details: { rows: 3 } },
      { details: { rows: 0.5 } },
      { hash: '00'.repeat(32) }
    ]
    for (const change of changes) {
      const tampered = entries.map((entry) => (entry.seq === 3 ? { ...entry, ...change } : entry))
      const result = verifyChain(tampered, { expectFirst })
      expect(result.ok).toBe(false)
      expect(result.problems.join('\n')).toMatch(/Entry 3 was changed/)
    }
  })

  test('shows a change that was sealed again, by the entry after it', () => {
    const entries = chain(6)
    const forged = entries.map((entry) => {
      if (entry.seq !== 3) return entry
      const changed = { ...body(2), operator: 'Eve' }
      return { ...changed, ...sealEntry({ seq: 2, hash: entry.previousHash }, changed) }
    })
    expect(verifyChain(forged).problems).toEqual(['Entry 4 does not follow entry 3: one of the two was changed.'])
  })

  test('says which entries were removed', () => {
    const entries = chain(9)
    const without = (...seqs: number[]) => entries.filter(({ seq }) => !seqs.includes(seq))
    expect(verifyChain(without(4), { expectFirst }).problems).toEqual([
      'Entry 4 was removed or moved: entry 5 follows entry 3.'
    ])
    expect(verifyChain(without(4, 5)).problems).toEqual([
      'Entries 4 to 5 were removed or moved: entry 6 follows entry 3.'
    ])
    expect(verifyChain(without(1), { expectFirst }).problems).toEqual([
      'The beginning of the log was removed: it starts at entry 2.'
    ])
  })

  test('says that entries were reordered or are there twice', () => {
    const entries = chain(5)
    const [one, two, three, four, five] = entries
    if (!one || !two || !three || !four || !five) throw new Error('The chain is too short.')
    expect(verifyChain([one, three, two, four, five]).problems.join('\n')).toMatch(
      /Entry 2 was reordered: it stands after entry 3/
    )
    expect(verifyChain([one, two, two, three, four, five]).problems).toEqual([
      'Entry 2 is there twice: its number is a duplicate.'
    ])
  })

  test('shows that its end was cut off only beside a head noted elsewhere', () => {
    const entries = chain(8)
    const cut = entries.slice(0, 5)
    expect(verifyChain(cut, { expectFirst }).ok).toBe(true)
    expect(verifyChain(cut, { expectFirst, expectLast: headOf(entries) }).problems).toEqual([
      'The log was truncated: it ends at entry 5, but entry 8 was noted as its head.'
    ])
    expect(verifyChain([], { expectLast: headOf(entries) }).problems).toEqual([
      'The log was truncated: it is empty, but entry 8 was noted as its head.'
    ])
  })

  test('shows a log that was written anew from some entry on', () => {
    const entries = chain(8)
    let head = headOf(entries.slice(0, 4))
    const rewritten = [...entries.slice(0, 4)]
    for (let index = 4; index < 8; index += 1) {
      const changed = { ...body(index), outcome: 'failed' as const }
      const seal = sealEntry(head, changed)
      rewritten.push({ ...changed, ...seal })
      head = seal
    }
    expect(verifyChain(rewritten, { expectFirst }).ok).toBe(true)
    expect(verifyChain(rewritten, { expectLast: headOf(entries) }).problems).toEqual([
      'Entry 8 is not the one that was noted as the head of the log.'
    ])
  })

  test('cannot be swapped with the log of another workspace', () => {
    expect(verifyChain(chain(3, 'another'), { expectFirst }).problems).toEqual([
      'Entry 1 belongs to the log of another workspace, or was changed.'
    ])
  })

  test('says when the clock went back', () => {
    const late = { ...body(0), atMs: body(5).atMs }
    const first = { ...late, ...sealEntry(genesisHead(WORKSPACE), late) }
    const second = { ...body(1), ...sealEntry(first, body(1)) }
    expect(verifyChain([first, second], { expectFirst }).problems).toEqual([
      'The clock went back at entry 2: it is 4000 ms older than the one before.'
    ])
  })

  test('is not verified for any single change, wherever it is', () => {
    const entries = chain(12)
    const expectLast = headOf(entries)
    const kinds = fc.constantFrom('drop', 'double', 'swap', 'edit')
    fc.assert(
      fc.property(kinds, fc.integer({ min: 0, max: 10 }), (kind, index) => {
        const tampered: AuditEntry[] = structuredClone(entries)
        const [one, other] = [tampered[index], tampered[index + 1]]
        if (!one || !other) throw new Error('The chain is too short.')
        if (kind === 'drop') tampered.splice(index, 1)
        else if (kind === 'double') tampered.splice(index, 0, one)
        else if (kind === 'swap') tampered.splice(index, 2, other, one)
        else tampered[index] = { ...one, objectId: `${one.objectId}x` }
        expect(verifyChain(tampered, { expectFirst, expectLast }).ok).toBe(false)
      })
    )
  })

  test('lists a hundred problems and counts the rest', () => {
    const entries = chain(300).map((entry) => ({ ...entry, operator: 'Eve' }))
    const { problems } = verifyChain(entries)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toBe('200 more problems are not listed.')
  })

  test('refuses to seal what has no exact spelling', () => {
    expect(() => sealEntry(genesisHead(WORKSPACE), { ...body(0), details: { share: 0.5 } })).toThrow(TypeError)
  })
})
