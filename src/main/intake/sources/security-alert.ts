/** Alerts and incidents of other products: Microsoft Graph in both versions, and Microsoft Sentinel. */
import { holdsAlert, readSecurityAlert } from '../normalise/security-alert.ts'
import { recordSource } from '../record-source.ts'

export const securityAlert = recordSource({
  source: 'security-alert',
  version: 2,
  mark: 'an alert or an incident with its severity',
  holds: holdsAlert,
  zone: { timezone: 'UTC', because: 'alerts are written in UTC, whether or not they say so' },
  open: () => ({ read: readSecurityAlert, finish: () => [] })
})
