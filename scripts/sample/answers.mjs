/** The solution, for tests only: who takes, who only looks like it, who leaves, and where the priority content is. */
import { cast } from './cast.mjs'
import { prioritySite } from './company.mjs'
import { backupAccount } from './decoys/bulk.mjs'
/** @import { Role } from './cast.mjs' */
/** @import { World } from './world.mjs' */

/** @param {World} world */
export function answersOf(world) {
  const parts = Object.entries(cast).map(([role, part]) => ({ ...part, ...world.part[/** @type {Role} */ (role)] }))
  return {
    takers: parts.filter(({ side }) => side === 'taker').map(({ upn }) => upn),
    decoys: [
      ...parts.flatMap(({ upn, decoy }) => (decoy ? [{ upn, kind: decoy }] : [])),
      { upn: backupAccount, kind: 'backup-client' }
    ],
    leavers: world.people.flatMap(({ upn, leaver }) => (leaver ? [upn] : [])),
    prioritySites: [prioritySite]
  }
}
