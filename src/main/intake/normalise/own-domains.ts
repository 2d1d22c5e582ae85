/**
 * Which domains are the organisation's own, concluded from what the mails of one file have in common: the organisation is
 * on one side of nearly every mail. Concludes nothing from a few mails, or where nothing stands out.
 */

/** Mails that are looked at before anything is concluded from them. */
const ENOUGH = 5
/** A few get lost between forwarding and spoofing. */
const NEARLY_ALL = 0.9
/** A domain that only two of the mails share is a correspondent. */
const LEAST = 3

/** The fewest domains that nearly every mail comes from or goes to; each mail with the domains on both of its sides. */
export function ownDomainsOf(mails: readonly ReadonlySet<string>[]): ReadonlySet<string> | null {
  const told = mails.filter((domains) => domains.size > 0)
  if (told.length < ENOUGH) return null
  const own = new Set<string>()
  let open = told
  while (open.length > told.length * (1 - NEARLY_ALL)) {
    const counts = new Map<string, number>()
    for (const domains of open) for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1)
    const [most] = [...counts].sort(([one, times], [other, others]) => others - times || one.localeCompare(other))
    if (most === undefined || most[1] < LEAST) return null
    own.add(most[0])
    open = open.filter((domains) => !domains.has(most[0]))
  }
  return own
}
