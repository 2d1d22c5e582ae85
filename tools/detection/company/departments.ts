/** What people of each department ordinarily do on a working day: means, before each person's own pace and mood. */

export interface Habits {
  readonly opened: number
  readonly changed: number
  readonly downloaded: number
  readonly uploaded: number
  readonly synced: number
  readonly renamed: number
  readonly deleted: number
  readonly mailsInside: number
  /** Mails to customers and suppliers, most with an attachment. */
  readonly mailsOutside: number
  readonly sharedInside: number
  readonly sharedOutside: number
  readonly printed: number
  /** Files sent to portals of customers, authorities and tools on the web. */
  readonly uploadedToWeb: number
  /** Share of days with a stick. */
  readonly stickDays: number
  readonly archived: number
  readonly reports: number
  /** Changes of accounts, groups and roles by people whose work that is. */
  readonly administered: number
}

export interface Department {
  readonly name: string
  readonly share: number
  readonly titles: readonly string[]
  readonly site: string
  /** Share of the site's files with a sensitivity label. */
  readonly labelled: number
  /** Works in shifts, weekends included. */
  readonly hasShifts: boolean
  readonly habits: Habits
}

const OFFICE: Habits = {
  opened: 3.5,
  changed: 1.8,
  downloaded: 0.9,
  uploaded: 0.8,
  synced: 0.6,
  renamed: 0.15,
  deleted: 0.3,
  mailsInside: 1,
  mailsOutside: 0.12,
  sharedInside: 0.25,
  sharedOutside: 0.02,
  printed: 0.3,
  uploadedToWeb: 0.03,
  stickDays: 0.0015,
  archived: 0.012,
  reports: 0,
  administered: 0
}

export const DEPARTMENTS: readonly Department[] = [
  {
    name: 'Research',
    share: 0.18,
    titles: ['Chemist', 'Laboratory Technician', 'Process Scientist', 'Research Assistant'],
    site: 'Formulations',
    labelled: 0.6,
    hasShifts: false,
    habits: { ...OFFICE, opened: 5, downloaded: 1.6, synced: 1, archived: 0.03, stickDays: 0.008 }
  },
  {
    name: 'Production',
    share: 0.18,
    titles: ['Shift Lead', 'Plant Operator', 'Quality Inspector', 'Maintenance Fitter'],
    site: 'Plant-Floor',
    labelled: 0.1,
    hasShifts: true,
    habits: { ...OFFICE, opened: 2, changed: 0.8, downloaded: 0.4, synced: 0.1, mailsInside: 0.7, printed: 0.8 }
  },
  {
    name: 'Sales',
    share: 0.16,
    titles: ['Account Manager', 'Sales Representative', 'Tender Manager'],
    site: 'Offers',
    labelled: 0.3,
    hasShifts: false,
    habits: {
      ...OFFICE,
      downloaded: 1.8,
      mailsOutside: 2.2,
      sharedOutside: 0.12,
      uploadedToWeb: 0.15,
      stickDays: 0.006
    }
  },
  {
    name: 'Marketing',
    share: 0.08,
    titles: ['Designer', 'Campaign Manager', 'Editor'],
    site: 'Brand-Room',
    labelled: 0.05,
    hasShifts: false,
    habits: { ...OFFICE, uploaded: 2, mailsOutside: 0.6, sharedOutside: 0.25, uploadedToWeb: 0.3, archived: 0.1 }
  },
  {
    name: 'Finance',
    share: 0.09,
    titles: ['Controller', 'Accountant', 'Treasury Analyst'],
    site: 'Ledgers',
    labelled: 0.5,
    hasShifts: false,
    habits: { ...OFFICE, downloaded: 2.4, printed: 0.9, mailsOutside: 0.4, reports: 0.8, uploadedToWeb: 0.1 }
  },
  {
    name: 'People Office',
    share: 0.05,
    titles: ['Recruiter', 'Payroll Clerk', 'People Partner'],
    site: 'People-Files',
    labelled: 0.7,
    hasShifts: false,
    habits: { ...OFFICE, mailsOutside: 0.9, printed: 0.7, uploadedToWeb: 0.1 }
  },
  {
    name: 'Information Technology',
    share: 0.08,
    titles: ['System Administrator', 'Network Engineer', 'Service Desk Agent'],
    site: 'Runbooks',
    labelled: 0.3,
    hasShifts: false,
    habits: { ...OFFICE, downloaded: 1.4, archived: 0.08, stickDays: 0.015, administered: 0.25 }
  },
  {
    name: 'Customer Service',
    share: 0.12,
    titles: ['Service Technician', 'Support Agent', 'Dispatcher'],
    site: 'Service-Reports',
    labelled: 0.1,
    hasShifts: false,
    habits: { ...OFFICE, mailsOutside: 1.1, stickDays: 0.03, uploadedToWeb: 0.12, synced: 1.1 }
  },
  {
    name: 'Legal',
    share: 0.04,
    titles: ['Counsel', 'Contract Manager', 'Internal Auditor'],
    site: 'Contracts',
    labelled: 0.8,
    hasShifts: false,
    habits: { ...OFFICE, opened: 5, downloaded: 1.8, mailsOutside: 1.2, printed: 1 }
  },
  {
    name: 'Management',
    share: 0.02,
    titles: ['Director', 'Chief of Staff', 'Division Head'],
    site: 'Board-Papers',
    labelled: 0.9,
    hasShifts: false,
    habits: { ...OFFICE, opened: 3, changed: 1, mailsOutside: 0.7, printed: 0.6 }
  }
]
