/** The fields that every audit record begins with, and the ways in which one person's name is spelled in them. */
import { tenant } from '../company.mjs'

/** UTC without a zone, as the audit log writes it. @param {number} atMs */
export function creationTime(atMs) {
  return new Date(atMs).toISOString().slice(0, 19)
}

/**
 * @param {import('../random.mjs').Random} random
 * @param {number} atMs
 * @param {{operation: string, recordType: number, userKey: string, userType?: number, resultStatus?: string}} what
 */
export function head(random, atMs, what) {
  return {
    CreationTime: creationTime(atMs),
    Id: recordId(random, atMs),
    Operation: what.operation,
    OrganizationId: tenant.organizationId,
    RecordType: what.recordType,
    ...(what.resultStatus === undefined ? {} : { ResultStatus: what.resultStatus }),
    UserKey: what.userKey,
    UserType: what.userType ?? 0,
    Version: 1
  }
}

/** As the audit log makes them: random in front, the time behind. @param {import('../random.mjs').Random} random @param {number} atMs */
function recordId(random, atMs) {
  const digits = random.hex(16)
  const time = Math.floor(atMs / 1000).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4a5c-${digits.slice(12)}-08de${time}`
}

/** The request that an operation belongs to. @param {import('../random.mjs').Random} random */
export function correlationId(random) {
  return `${random.hex(8)}-30a8-9000-8f78-756aca9a7474`
}

/** Mostly as in the directory, sometimes capitalised or in capitals: it is the same person. @param {import('../random.mjs').Random} random @param {string} upn */
export function spelled(random, upn) {
  const roll = random.next()
  if (roll < 0.95) return upn
  if (roll < 0.98)
    return upn
      .replace(/(^|[.@-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase())
      .replace(/@.*/, `@${tenant.domain}`)
  return upn.toUpperCase()
}
