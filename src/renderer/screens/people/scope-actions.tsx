/** The two things that can be done about a person's scope, as dialogs that any list or page opens. */
import { useState, type ReactNode } from 'react'
import type { PersonRow } from '../../../shared/contract/person.ts'
import { useMay } from '../../workspace.ts'
import { RemoveFromScope, StartScoring } from './scope-dialogs.tsx'

interface ScopeActions {
  readonly mayScope: boolean
  /** Nothing happens where nobody is meant. */
  readonly start: () => void
  readonly remove: () => void
  /** Whether anybody meant can be removed at all. */
  readonly canRemove: boolean
  readonly dialog: ReactNode
}

type Target = Pick<PersonRow, 'pseudonym' | 'inScope' | 'scoredUntilMs'>

export function useScopeActions(people: readonly Target[], onDone: () => void): ScopeActions {
  const mayScope = useMay('person.scope')
  const [asked, setAsked] = useState<'none' | 'start' | 'remove'>('none')
  const close = () => setAsked('none')
  const scoped = people.filter(({ inScope, scoredUntilMs }) => inScope || scoredUntilMs !== null)
  const done = () => {
    close()
    onDone()
  }
  return {
    mayScope,
    start: () => {
      if (mayScope && people.length > 0) setAsked('start')
    },
    remove: () => {
      if (mayScope && scoped.length > 0) setAsked('remove')
    },
    canRemove: scoped.length > 0,
    dialog:
      asked === 'none' ? null : asked === 'start' ? (
        <StartScoring pseudonyms={people.map(({ pseudonym }) => pseudonym)} onDone={done} onClose={close} />
      ) : (
        <RemoveFromScope pseudonyms={scoped.map(({ pseudonym }) => pseudonym)} onDone={done} onClose={close} />
      )
  }
}
