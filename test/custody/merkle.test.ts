import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../src/main/custody/hash.ts'
import { EMPTY_EDGE, appendLeaf, edgeRoot, leafHash, merkleRoot } from '../../src/main/custody/merkle.ts'

// The published leaves of certificate transparency and the roots of their first n.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
]
const hashes = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))

/** RFC 6962, section 2.1, as it is written: split at the largest power of two below n. */
function rootByDefinition(leaves: readonly string[]): string {
  const [only] = leaves
  if (only === undefined) return sha256Hex()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = [rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split))]
  return sha256Hex(Uint8Array.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex'))
}

describe('the Merkle tree', () => {
  test('has the published root for each of the first eight sizes', () => {
    expect(hashes.map((_, index) => merkleRoot(hashes.slice(0, index + 1)))).toEqual(ROOTS)
  })

  test('of nothing has the hash of nothing', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('grows leaf by leaf to the root that the definition gives, and remembers log n hashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
        const leaves = Array.from({ length: count }, (_, index) => leafHash(String(index)))
        const edge = leaves.reduce(appendLeaf, EMPTY_EDGE)
        expect(edgeRoot(edge)).toBe(rootByDefinition(leaves))
        expect(edge.length).toBeLessThanOrEqual(8)
      }),
      { numRuns: 60 }
    )
  })

  test('has another root when a leaf changes, moves or is missing', () => {
    const [first = '', second = '', ...rest] = hashes
    const root = merkleRoot(hashes)
    expect(merkleRoot([second, first, ...rest])).not.toBe(root)
    expect(merkleRoot([first, ...rest])).not.toBe(root)
    expect(merkleRoot([leafHash('x'), second, ...rest])).not.toBe(root)
  })

  test('takes no leaf for a node: their hashes begin differently', () => {
    const [left = '', right = ''] = hashes
    expect(leafHash(Buffer.from(left + right, 'hex'))).not.toBe(merkleRoot([left, right]))
  })
})
