/**
 * The Merkle tree of RFC 6962, section 2.1, over hashes in hex. It keeps the right edge only, so that a leaf is added in
 * O(log n); it gives the root and refuses to remember leaves.
 */
import { sha256Hex } from './hash.ts'

/** One complete subtree; an edge lists them from the widest (left) to the narrowest (right). */
interface Subtree {
  readonly leaves: number
  readonly hash: string
}
export type RightEdge = readonly Subtree[]

export const EMPTY_EDGE: RightEdge = []

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Section 2.1: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array | string): string {
  return sha256Hex(LEAF, data)
}

export function appendLeaf(edge: RightEdge, leaf: string): RightEdge {
  const subtrees = [...edge]
  let last: Subtree = { leaves: 1, hash: leaf }
  for (let left = subtrees.at(-1); left !== undefined && left.leaves === last.leaves; left = subtrees.at(-1)) {
    subtrees.pop()
    last = { leaves: left.leaves * 2, hash: nodeHash(left.hash, last.hash) }
  }
  return [...subtrees, last]
}

/** The root of the leaves behind an edge; of no leaves, SHA-256 of nothing. */
export function edgeRoot(edge: RightEdge): string {
  if (edge.length === 0) return sha256Hex()
  return edge.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right))
}

export function merkleRoot(leafHashes: Iterable<string>): string {
  let edge = EMPTY_EDGE
  for (const leaf of leafHashes) edge = appendLeaf(edge, leaf)
  return edgeRoot(edge)
}

function nodeHash(left: string, right: string): string {
  return sha256Hex(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'))
}
