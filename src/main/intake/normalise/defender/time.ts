/** Times of hunting rows: UTC as the service writes it, or in words as its page shows it. */
import { auditTime } from '../m365/time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const SHOWN = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}), (\d{4}),? (?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp])[Mm]$/

/** Whether a time is written as the page shows it, in the zone that its reader chose. */
export function isShownTime(value: unknown): boolean {
  return typeof value === 'string' && SHOWN.test(value.trim())
}

/** UTC milliseconds, or NaN. */
export function huntingTime(value: unknown): number {
  const ms = auditTime(value)
  if (!Number.isNaN(ms) || typeof value !== 'string') return ms
  const match = SHOWN.exec(value.trim())
  const month = MONTHS.indexOf(match?.[1]?.toLowerCase() ?? '')
  if (match === null || month === -1) return Number.NaN
  const hour = (Number(match[4]) % 12) + (match[7]?.toLowerCase() === 'p' ? 12 : 0)
  const clock = `${String(hour).padStart(2, '0')}:${match[5] ?? ''}:${match[6] ?? '00'}`
  return auditTime(
    `${match[3] ?? ''}-${String(month + 1).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}T${clock}Z`
  )
}
