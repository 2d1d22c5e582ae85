/** Which sites and paths the lists of an administrator mean. All texts are in lower case. */

/**
 * A site with everything below it; one that begins with a slash is the end of a site's address. Null for an empty list,
 * so that nobody reads texts in vain.
 */
export function siteMatcher(list: readonly string[]): ((url: string) => boolean) | null {
  const sites = list.map((site) => site.toLowerCase().replace(/\/+$/, '')).filter((site) => site !== '')
  if (sites.length === 0) return null
  return (url) =>
    sites.some((site) => url === site || url.startsWith(`${site}/`) || (site.startsWith('/') && url.endsWith(site)))
}

/**
 * Paths that begin with an entry or hold it as whole levels; `*` stands for one level. Slashes of either kind are the same.
 */
export function pathMatcher(list: readonly string[]): ((path: string) => boolean) | null {
  const wanted = list.map((path) => levelsOf(path.toLowerCase())).filter((levels) => levels.length > 0)
  if (wanted.length === 0) return null
  return (path) => {
    const levels = levelsOf(path)
    return wanted.some((entry) => holds(levels, entry))
  }
}

function levelsOf(path: string): readonly string[] {
  return path.split(/[\\/]+/).filter((level) => level !== '')
}

function holds(levels: readonly string[], entry: readonly string[]): boolean {
  for (let from = 0; from + entry.length <= levels.length; from += 1) {
    if (entry.every((level, index) => level === '*' || level === levels[from + index])) return true
  }
  return false
}
