/**
 * Which days of a person a policy may score: around each trigger, in whole days of the scoring zone, so that a clock
 * change moves no day in or out. Without a trigger that the policy accepts nobody is in scope.
 */
import type { TriggerEvent } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { startOfDay } from './calendar.ts'
import type { DayOf } from '../../shared/domain/day.ts'

/** Both days belong to the window. */
export interface ScopeWindow {
  readonly fromDay: number
  readonly toDay: number
}

/** Windows in order, none touching another: those that overlap or meet are one. */
export function scopeWindows(
  triggers: readonly TriggerEvent[],
  definition: Pick<PolicyDefinition, 'triggers' | 'windows'>,
  dayOf: DayOf
): readonly ScopeWindow[] {
  const { lookBackDays, activationDays } = definition.windows
  const single = triggers
    .filter((event) => definition.triggers.includes(event.trigger))
    .map((event) => ({
      fromDay: dayOf(event.atMs) - lookBackDays,
      toDay: lastDayOf(event, activationDays, dayOf)
    }))
    .sort((one, other) => one.fromDay - other.fromDay || one.toDay - other.toDay)
  const merged: ScopeWindow[] = []
  for (const window of single) {
    const last = merged.at(-1)
    if (last === undefined || window.fromDay > last.toDay + 1) merged.push(window)
    else merged[merged.length - 1] = { fromDay: last.fromDay, toDay: Math.max(last.toDay, window.toDay) }
  }
  return merged
}

/** After the last working day an account is watched on; scoring by hand ends when asked for, unless the window is longer. */
function lastDayOf({ trigger, atMs, lastDayMs }: TriggerEvent, activationDays: number, dayOf: DayOf): number {
  const laterMs = Math.max(atMs, lastDayMs ?? atMs)
  return trigger === 'manual' ? Math.max(dayOf(atMs) + activationDays, dayOf(laterMs)) : dayOf(laterMs) + activationDays
}

export function isInWindows(day: number, windows: readonly ScopeWindow[]): boolean {
  return windows.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay)
}

/** First and last millisecond of a window; both belong to it. */
export function windowBounds(window: ScopeWindow, dayOf: DayOf): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: startOfDay(window.fromDay, dayOf), toMs: startOfDay(window.toDay + 1, dayOf) - 1 }
}
