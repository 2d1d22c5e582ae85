/** Why times without an offset were read in the zone that a receipt names. */
export const ZONE_REASONS = {
  told: 'the times say their offset themselves',
  chosen: 'times without an offset are read in the zone chosen for this import',
  remembered: 'times without an offset are read in the zone that was chosen for this source before',
  assumed: 'times without an offset are read in the workspace’s zone, because none was chosen for this source yet'
} as const
export type ZoneReason = keyof typeof ZONE_REASONS
