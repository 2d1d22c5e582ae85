/**
 * An isolation forest (Liu, Ting and Zhou, ICDM 2008): random cuts part an odd day from the others sooner than an ordinary
 * one. Written here because no library for it on the registry is kept up.
 */
import { type Chance, chanceOf } from '../company/chance.ts'
import type { Features } from '../measure/features.ts'
import type { ScoredDay } from '../measure/found.ts'
import { logarithms, rowOf, type Scaled, scoredRows } from './table.ts'

/** The sizes of the paper, with twice its trees: the columns are many and mostly empty. */
const TREES = 200
const SAMPLE = 256
const SEED = 20_080_415

type Node =
  | { readonly kind: 'leaf'; readonly size: number }
  | { readonly kind: 'cut'; readonly column: number; readonly at: number; readonly below: Node; readonly above: Node }

export function byForest(features: Features): readonly ScoredDay[] {
  const table = logarithms(features)
  const chance = chanceOf(SEED, 'forest')
  const size = Math.min(SAMPLE, table.rows)
  const deepest = Math.ceil(Math.log2(Math.max(2, size)))
  const trees = Array.from({ length: TREES }, () =>
    grow(
      table,
      Array.from({ length: size }, () => chance.between(0, table.rows - 1)),
      deepest,
      chance
    )
  )
  const ordinary = meanDepth(size)
  return scoredRows(features, (row) => {
    const values = rowOf(table, row)
    const depth = trees.reduce((sum, tree) => sum + depthOf(tree, values), 0) / TREES
    return 2 ** (-depth / ordinary)
  })
}

/** Mean depth of an unsuccessful search in a binary tree of so many; 0 for one. */
export function meanDepth(size: number): number {
  if (size <= 1) return 0
  const harmonic = Math.log(size - 1) + 0.5772156649
  return size === 2 ? 1 : 2 * harmonic - (2 * (size - 1)) / size
}

function grow(table: Scaled, rows: readonly number[], left: number, chance: Chance): Node {
  const cut = left === 0 || rows.length <= 1 ? null : chooseCut(table, rows, chance)
  if (cut === null) return { kind: 'leaf', size: rows.length }
  const isBelow = (row: number): boolean => (table.values[row * table.columns + cut.column] ?? 0) < cut.at
  return {
    kind: 'cut',
    ...cut,
    below: grow(table, rows.filter(isBelow), left - 1, chance),
    above: grow(
      table,
      rows.filter((row) => !isBelow(row)),
      left - 1,
      chance
    )
  }
}

/** A column in which these rows differ, and a value between their least and their most; null where they are all alike. */
function chooseCut(table: Scaled, rows: readonly number[], chance: Chance): { column: number; at: number } | null {
  const differing: { column: number; least: number; most: number }[] = []
  for (let column = 0; column < table.columns; column += 1) {
    let least = Infinity
    let most = -Infinity
    for (const row of rows) {
      const value = table.values[row * table.columns + column] ?? 0
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
    if (most > least) differing.push({ column, least, most })
  }
  if (differing.length === 0) return null
  const { column, least, most } = chance.pick(differing)
  return { column, at: least + (1 - chance.next()) * (most - least) }
}

function depthOf(tree: Node, values: Float64Array): number {
  let node = tree
  let depth = 0
  while (node.kind === 'cut') {
    node = (values[node.column] ?? 0) < node.at ? node.below : node.above
    depth += 1
  }
  return depth + meanDepth(node.size)
}
