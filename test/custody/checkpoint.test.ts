import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { genesisHead, sealEntry, verifyChain } from '../../src/main/custody/audit-chain.ts'
import { checkAgainst, measureLog, readCheckpoint, signCheckpoint } from '../../src/main/custody/checkpoint.ts'
import type { AuditEntry } from '../../src/shared/contract/audit.ts'

const WORKSPACE = 'b1f0c0de-0000-4000-8000-000000000001'
/** The private key of RFC 8032, section 7.1, test 1, and its public key. */
const SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
const PUBLIC = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')

function log(count: number, workspaceId = WORKSPACE, from = 0): AuditEntry[] {
  let head = genesisHead(workspaceId)
  return Array.from({ length: count }, (_, index) => {
    const body = {
      atMs: 1_767_000_000_000 + index * 1000,
      operator: 'Ada',
      roles: ['admin' as const],
      action: 'alert.dismiss',
      objectType: 'alert',
      objectId: String(from + index),
      caseId: null,
      outcome: 'done' as const,
      details: {}
    }
    const seal = sealEntry(head, body)
    head = seal
    return { ...body, ...seal }
  })
}

const checkpointOf = (entries: readonly AuditEntry[], workspaceId = WORKSPACE): string =>
  signCheckpoint(workspaceId, measureLog(entries), SEED)
const check = (text: string, entries: readonly AuditEntry[]): readonly string[] =>
  checkAgainst(verifyChain(entries), text, entries).problems

describe('a checkpoint', () => {
  test('has the lines of the standard, and is read as it was signed', () => {
    const entries = log(12)
    const text = checkpointOf(entries)
    const lines = text.split('\n')
    expect(lines).toHaveLength(7)
    expect(lines[0]).toBe(`inward/${WORKSPACE}`)
    expect(lines[1]).toBe('12')
    expect(lines[3]?.endsWith(Buffer.concat([Uint8Array.of(1), PUBLIC]).toString('base64'))).toBe(true)
    expect(lines[5]?.startsWith(`\u2014 inward/${WORKSPACE} `)).toBe(true)
    expect(readCheckpoint(text)).toMatchObject({ size: 12, root: measureLog(entries).root, isSigned: true })
    expect(readCheckpoint(text.replaceAll('\n', '\r\n'))?.isSigned).toBe(true)
  })

  test('agrees with its log for ever, however much that grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (size, more) => {
        const entries = log(size + more)
        expect(check(checkpointOf(entries.slice(0, size)), entries)).toEqual([])
      }),
      { numRuns: 40 }
    )
  })

  test('tells a log that was cut, written anew, or is of another workspace', () => {
    const entries = log(20)
    const text = checkpointOf(entries)
    expect(check(text, entries.slice(0, 19))).toEqual([
      'The log was truncated: it holds 19 entries, but the checkpoint was made of 20.'
    ])
    expect(check(text, log(25, WORKSPACE, 1))).toEqual([
      'The log was replaced or changed: its first 20 entries are not those of the checkpoint.'
    ])
    expect(check(text, log(25, 'b1f0c0de-0000-4000-8000-000000000002'))).toEqual([
      'The checkpoint is of another workspace’s log.'
    ])
  })

  test('that was changed in any of its signs is noticed', () => {
    const entries = log(9)
    const text = checkpointOf(entries)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 2 }),
        fc.constantFrom('A', 'b', '7', '+', ' ', '\n'),
        (at, sign) => {
          fc.pre(text[at] !== sign)
          expect(check(`${text.slice(0, at)}${sign}${text.slice(at + 1)}`, entries)).toHaveLength(1)
        }
      ),
      { numRuns: 400 }
    )
  })

  test('of a shorter log that somebody signed with a key of their own names that other key', () => {
    const entries = log(20)
    const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(16)
    const forged = signCheckpoint(WORKSPACE, measureLog(entries.slice(0, 10)), other)
    expect(readCheckpoint(forged)?.verifierKey).not.toBe(readCheckpoint(checkpointOf(entries))?.verifierKey)
  })

  test('is signed as another implementation signs', () => {
    const text = checkpointOf(log(3))
    const body = `${text.split('\n').slice(0, 4).join('\n')}\n`
    const key = createPrivateKey({
      key: { kty: 'OKP', crv: 'Ed25519', d: SEED.toString('base64url'), x: PUBLIC.toString('base64url') },
      format: 'jwk'
    })
    const signed = Buffer.from(text.trimEnd().split(' ').at(-1) ?? '', 'base64')
    expect(signed.subarray(4)).toEqual(sign(null, Buffer.from(body), key))
  })

  test('is not any other text', () => {
    for (const other of ['', '\n', 'inward/x\n1\nAAAA\n\n', '{"size":1}', 'x'.repeat(3000)])
      expect(check(other, log(2))).toEqual(['The text is no checkpoint of Inward.'])
  })
})
