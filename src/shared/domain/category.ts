/** Kinds of risk that an indicator, an insight or a mark on the timeline belongs to. */
export const CATEGORIES = [
  'collection',
  'obfuscation',
  'exfiltration',
  'clean-up',
  'access',
  'security',
  'physical'
] as const
export type Category = (typeof CATEGORIES)[number]
