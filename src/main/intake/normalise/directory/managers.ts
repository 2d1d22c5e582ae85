/**
 * Directories name a manager by an entry or a name, often one that comes later in the file. People wait here until their
 * manager's own address is known; a name that two people have leads to nobody.
 */
import type { ProfileFacts } from '../../../../shared/domain/draft.ts'
import type { BatchBuilder } from '../../batch.ts'
import { WAITING_CHARACTERS, WAITING_ROWS } from '../../limits.ts'

export interface Managers {
  /** Passes everything on to the batch it was made for, people once their manager is known. */
  readonly batch: BatchBuilder
  /** How entries may name the person with this identity. */
  know(identity: string, spellings: readonly string[]): void
  /** Hands on whoever still waits; says how many managers the file does not hold. */
  finish(): readonly string[]
}

export function openManagers(batch: BatchBuilder): Managers {
  /** Null where two people share a spelling. */
  const identities = new Map<string, string | null>()
  let waiting: ((manager: (named: string) => string) => void)[] = []
  let characters = 0
  let unknown = 0

  function found(named: string): string {
    const identity = identities.get(spelled(named)) ?? ''
    if (identity === '') unknown++
    return identity
  }

  function release(): void {
    for (const pass of waiting) pass(found)
    waiting = []
    characters = 0
  }

  function wait(length: number, pass: (manager: (named: string) => string) => void): void {
    waiting.push(pass)
    characters += length
    if (waiting.length >= WAITING_ROWS || characters >= WAITING_CHARACTERS) release()
  }

  return {
    batch: {
      ...batch,
      profile(draft) {
        if (isAddress(draft.manager)) batch.profile(draft)
        else
          wait(draft.raw.length, (manager) => {
            batch.profile(withManager(draft, manager))
          })
      },
      hrEvent(draft) {
        const { profile } = draft
        if (profile === null || isAddress(profile.manager)) batch.hrEvent(draft)
        else
          wait(draft.raw.length, (manager) => {
            batch.hrEvent({ ...draft, profile: withManager(profile, manager) })
          })
      }
    },
    know(identity, spellings) {
      for (const spelling of spellings.map(spelled)) {
        const other = identities.get(spelling)
        identities.set(spelling, other === undefined || other === identity ? identity : null)
      }
    },
    finish() {
      release()
      return unknown === 0
        ? []
        : [
            unknown === 1
              ? 'The manager of 1 person is not in the file, or shares a name, and was left out.'
              : `The managers of ${String(unknown)} people are not in the file, or share a name, and were left out.`
          ]
    }
  }
}

/** Distinguished names are written with blanks around their commas or without. */
function spelled(name: string): string {
  return name.toLowerCase().replace(/\s*,\s*/g, ',')
}

/** An address is known to the store by itself; so is nobody. */
function isAddress(manager: string): boolean {
  return manager === '' || /^[^\s=,]+@[^\s=,]+$/.test(manager)
}

function withManager<Facts extends ProfileFacts>(facts: Facts, find: (named: string) => string): Facts {
  return { ...facts, manager: find(facts.manager) }
}
