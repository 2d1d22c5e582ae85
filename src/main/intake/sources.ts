/** Every source that Inward reads. A file belongs to the one that is surest of it; of equals, to the first listed. */
import type { SourceReader } from './source-reader.ts'
import { badge } from './sources/badge.ts'
import { cef } from './sources/cef.ts'
import { customIndicator } from './sources/custom-indicator.ts'
import { defender } from './sources/defender.ts'
import { deviceLog } from './sources/device-log.ts'
import { directory } from './sources/directory.ts'
import { entraAudit } from './sources/entra-audit.ts'
import { entraSignIn } from './sources/entra-sign-in.ts'
import { hr } from './sources/hr.ts'
import { m365Audit } from './sources/m365-audit.ts'
import { mail } from './sources/mail.ts'
import { mailTrace } from './sources/mail-trace.ts'
import { mapped } from './sources/mapped.ts'
import { windowsEvent } from './sources/windows-event.ts'
import { netskope } from './sources/netskope.ts'
import { securityAlert } from './sources/security-alert.ts'

export const SOURCE_READERS: readonly SourceReader[] = [
  mapped,
  customIndicator,
  defender,
  m365Audit,
  securityAlert,
  netskope,
  windowsEvent,
  cef,
  deviceLog,
  mailTrace,
  mail,
  entraSignIn,
  entraAudit,
  directory,
  badge,
  hr
]
