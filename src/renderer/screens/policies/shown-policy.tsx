/** A stored policy opened by its id, for its page and for the preview, and the parts that both say alike. */
import type { ReactNode } from 'react'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { ShownDefinition } from '../../../shared/contract/policy.ts'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { Part } from '../../parts/page-head.tsx'
import { ContentWords, PeopleWords, ScoringWords, TriggerWords } from './definition-words.tsx'
import { usePolicyNames } from './names.ts'

interface OpenedPolicyProps {
  readonly id: number
  readonly children: (shown: ResponseOf<'policy.show'>) => ReactNode
}

export function OpenedPolicy({ id, children }: OpenedPolicyProps) {
  const shown = useRead('policy.show', { id })
  if (shown.data !== undefined) return children(shown.data)
  return shown.error === null ? (
    <LoadingLine says="Opening the policy…" />
  ) : (
    <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
  )
}

export function DefinitionParts({ definition }: { readonly definition: ShownDefinition }) {
  const names = usePolicyNames()
  return (
    <>
      <Part title="Whom">
        <PeopleWords definition={definition} names={names} />
        <TriggerWords definition={definition} names={names} />
      </Part>
      <Part title="How it works">
        <ScoringWords definition={definition} names={names} />
      </Part>
      <Part title="Priority content">
        <ContentWords definition={definition} />
      </Part>
    </>
  )
}
