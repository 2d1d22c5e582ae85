/** How a draft is stored: created anew, as a new version of a policy, or as a copy that is then changed. */
import { useState } from 'react'
import type { PolicyView } from '../../../../shared/contract/policy.ts'
import type { PolicyDefinition } from '../../../../shared/domain/policy.ts'
import { DeskFailure, useChange } from '../../../desk.ts'
import type { Draft } from './draft.ts'
import type { WizardKind } from './steps.ts'

interface Saving {
  readonly isBusy: boolean
  readonly failure: DeskFailure | null
  /** A copy was made but its changes were refused; from then on only they are tried again. */
  readonly isCopied: boolean
  readonly save: (draft: Draft, definition: PolicyDefinition, isChanged: boolean) => void
}

export function useSaving(kind: WizardKind, storedId: number | null, onSaved: (policy: PolicyView) => void): Saving {
  const create = useChange('policy.create')
  const edit = useChange('policy.edit')
  const copy = useChange('policy.copy')
  const [copied, setCopied] = useState<PolicyView | null>(null)

  async function store(name: string, definition: PolicyDefinition, isChanged: boolean): Promise<PolicyView> {
    if (kind === 'new' || storedId === null)
      return create.mutateAsync({ name, template: definition.template, definition })
    if (kind === 'edit') return edit.mutateAsync({ id: storedId, definition })
    // Copied by the engine first: only it knows what was typed where the window sees masked text.
    const made = copied ?? (await copy.mutateAsync({ id: storedId, name }))
    setCopied(made)
    return isChanged ? edit.mutateAsync({ id: made.id, definition }) : made
  }

  return {
    isBusy: create.isPending || edit.isPending || copy.isPending,
    failure: create.error ?? edit.error ?? copy.error,
    isCopied: copied !== null,
    save: (draft, definition, isChanged) =>
      void store(draft.name.trim(), definition, isChanged).then(onSaved, (error: unknown) => {
        // The mutation carries it to the screen.
        if (!(error instanceof DeskFailure)) throw error
      })
  }
}
