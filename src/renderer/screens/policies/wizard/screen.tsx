/** Where the wizard begins: with a template or none, or with a stored policy that is edited or copied. */
import { useRead } from '../../../desk.ts'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { LoadingLine } from '../../../parts/loading-line.tsx'
import { MaskedText } from '../../../parts/masked-text.tsx'
import type { TemplateId } from '../../../../shared/domain/policy.ts'
import { draftFromStored, draftFromTemplate } from './draft.ts'
import { PolicyWizard, type Catalogue } from './wizard.tsx'

export function NewPolicyScreen({ template }: { readonly template: TemplateId | null }) {
  const { catalogue, waiting } = useCatalogue()
  if (catalogue === null) return waiting
  const suggested = catalogue.templates.find(({ id }) => id === template)
  return (
    <PolicyWizard
      kind="new"
      title="Create a policy"
      initial={suggested === undefined ? null : draftFromTemplate(suggested, null)}
      stored={null}
      firstStep={suggested === undefined ? 'template' : 'name'}
      catalogue={catalogue}
    />
  )
}

interface StoredPolicyWizardProps {
  readonly id: number
  readonly kind: 'edit' | 'copy'
}

export function StoredPolicyWizard({ id, kind }: StoredPolicyWizardProps) {
  const { catalogue, waiting } = useCatalogue()
  const shown = useRead('policy.show', { id })
  if (shown.error !== null && shown.data === undefined)
    return <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
  if (catalogue === null || shown.data === undefined) return waiting
  const { policy, definition } = shown.data
  return (
    <PolicyWizard
      kind={kind}
      title={
        <>
          {kind === 'edit' ? 'Edit' : 'Copy'} <MaskedText text={policy.name} />
        </>
      }
      initial={draftFromStored(definition, kind === 'copy' ? nameOfCopy(policy.name) : policy.name)}
      stored={policy}
      firstStep={kind === 'edit' ? 'people' : 'name'}
      catalogue={catalogue}
    />
  )
}

// As long as a name may be.
const nameOfCopy = (name: string) => `Copy of ${name}`.slice(0, 80)

function useCatalogue() {
  const templates = useRead('policy.templates', {})
  const indicators = useRead('policy.indicators', {})
  const sequences = useRead('policy.sequences', {})
  const boosters = useRead('policy.boosters', {})
  const asked = [templates, indicators, sequences, boosters]
  const failed = asked.find(({ error, data }) => error !== null && data === undefined)
  const catalogue: Catalogue | null =
    templates.data === undefined ||
    indicators.data === undefined ||
    sequences.data === undefined ||
    boosters.data === undefined
      ? null
      : {
          templates: templates.data,
          indicators: indicators.data,
          sequences: sequences.data,
          boosters: boosters.data
        }
  const waiting =
    failed === undefined ? (
      <LoadingLine says="Opening the catalogue…" />
    ) : (
      <FailureNote
        failure={failed.error}
        onAgain={() => {
          for (const each of asked) void each.refetch()
        }}
      />
    )
  return { catalogue, waiting }
}
