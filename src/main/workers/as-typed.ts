/**
 * Lists that an operator sends back were masked on the screen. Entries that nobody touched are put back as they were
 * typed; the answer stays in the engine.
 */

/** Of several stored entries that are masked alike, each is put back once, in their order. */
export function asTyped(shown: readonly string[], stored: readonly string[], mask: (text: string) => string): string[] {
  const waiting = new Map<string, string[]>()
  for (const typed of stored) {
    const masked = mask(typed)
    const alike = waiting.get(masked)
    if (alike === undefined) waiting.set(masked, [typed])
    else alike.push(typed)
  }
  return shown.map((text) => {
    // An entry that is there as such was never masked, or is what somebody has just typed.
    const alike = waiting.get(text)
    return alike?.shift() ?? text
  })
}
