/** Score bands, the same everywhere: High 67–100, Medium 34–66, Low 1–33 (product decision). */
export const SEVERITIES = ['high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Band of a score from 0 to 100. */
export function severityOf(score: number): Severity {
  if (score >= 67) return 'high'
  return score >= 34 ? 'medium' : 'low'
}
