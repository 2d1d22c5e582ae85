/** The people with a part in the story: two takers, the decoys, and the ordinary leavers. Everybody else is drawn by lot. */

/**
 * @typedef {object} Part
 * @property {string} first
 * @property {string} last
 * @property {string} department
 * @property {string} country
 * @property {string} title
 * @property {{resignedOn: string, lastDay: string}} [leaver]
 * @property {'taker' | 'decoy' | 'leaver'} side
 * @property {string} [decoy] what kind of decoy
 *
 * @typedef {'engineer' | 'salesManager' | 'librarian' | 'photographer' | 'laptopSwapper' | 'quietLeaver' | 'assistant' | 'nightSyncer' |
 *   'clearer' | 'machinist' | 'campaigner'} Role
 */

/** @type {Readonly<Record<Role, Part>>} */
export const cast = {
  engineer: {
    first: 'Rasmus',
    last: 'Thornwell',
    department: 'Engineering',
    country: 'United Kingdom',
    title: 'Senior Blade Engineer',
    leaver: { resignedOn: '2026-04-01', lastDay: '2026-04-24' },
    side: 'taker'
  },
  salesManager: {
    first: 'Leonor',
    last: 'Vasqueira',
    department: 'Sales',
    country: 'Portugal',
    title: 'Regional Sales Manager',
    leaver: { resignedOn: '2026-04-09', lastDay: '2026-04-22' },
    side: 'taker'
  },
  librarian: {
    first: 'Edith',
    last: 'Marlowe-Finch',
    department: 'Legal and Records',
    country: 'United Kingdom',
    title: 'Records Manager',
    leaver: { resignedOn: '2026-03-30', lastDay: '2026-04-30' },
    side: 'decoy',
    decoy: 'librarian'
  },
  photographer: {
    first: 'Jonas',
    last: 'Brandhuber',
    department: 'Marketing',
    country: 'Germany',
    title: 'Designer',
    leaver: { resignedOn: '2026-03-16', lastDay: '2026-04-17' },
    side: 'decoy',
    decoy: 'farewell-party'
  },
  laptopSwapper: {
    first: 'Meera',
    last: 'Hollowell',
    department: 'Customer Service',
    country: 'Canada',
    title: 'Field Service Coordinator',
    leaver: { resignedOn: '2026-04-07', lastDay: '2026-05-08' },
    side: 'decoy',
    decoy: 'laptop-swap'
  },
  quietLeaver: {
    first: 'Anselm',
    last: 'Kirchweg',
    department: 'Manufacturing',
    country: 'Germany',
    title: 'Quality Technician',
    leaver: { resignedOn: '2026-03-09', lastDay: '2026-04-10' },
    side: 'decoy',
    decoy: 'quiet-leaver'
  },
  assistant: {
    first: 'Philippa',
    last: 'Oakhurst',
    department: 'Finance',
    country: 'United Kingdom',
    title: 'Executive Assistant',
    leaver: { resignedOn: '2026-04-02', lastDay: '2026-04-30' },
    side: 'decoy',
    decoy: 'travel-assistant'
  },
  nightSyncer: {
    first: 'Duarte',
    last: 'Lameirão',
    department: 'Information Technology',
    country: 'Portugal',
    title: 'Systems Engineer',
    side: 'decoy',
    decoy: 'weekly-resync'
  },
  clearer: {
    first: 'Sieglinde',
    last: 'Moorwald',
    department: 'Engineering',
    country: 'Germany',
    title: 'Project Lead',
    side: 'decoy',
    decoy: 'project-cleanup'
  },
  machinist: {
    first: 'Tomás',
    last: 'Figueiral',
    department: 'Manufacturing',
    country: 'Portugal',
    title: 'Machine Operator',
    leaver: { resignedOn: '2026-03-23', lastDay: '2026-04-24' },
    side: 'leaver'
  },
  campaigner: {
    first: 'Claire',
    last: 'Beaubois',
    department: 'Marketing',
    country: 'Canada',
    title: 'Campaign Planner',
    leaver: { resignedOn: '2026-03-12', lastDay: '2026-03-31' },
    side: 'leaver'
  }
}
