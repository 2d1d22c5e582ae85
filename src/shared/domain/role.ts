/** What an operator may do. One operator may hold several roles. */
export const ROLES = ['admin', 'analyst', 'investigator', 'approver', 'auditor'] as const
export type Role = (typeof ROLES)[number]
