/** Bounds for what sources name: labels, kinds of information, units of a company. What is longer is cut, never refused. */

/** A name is shown in one line of a list and typed into settings, which take as much. */
const LONGEST_NAME = 160
/** One item matches a handful of kinds; a record of more lists every kind that was looked for. */
const MOST_NAMES = 50

export function boundedName(written: string): string {
  return written.length <= LONGEST_NAME ? written : written.slice(0, LONGEST_NAME).trimEnd()
}

/** Once each, without what is empty. */
export function boundedNames(written: readonly string[]): readonly string[] {
  return [...new Set(written.map(boundedName).filter((name) => name !== ''))].slice(0, MOST_NAMES)
}
