/** Doors and rooms of priority, by the identifiers that badge records give them. */
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { useMay } from '../../workspace.ts'
import { acceptText } from './entries.ts'
import { ListEditor } from './list-editor.tsx'
import { SectionPage } from './section-page.tsx'
import { editAssets, useSettings } from './state.ts'

// Both as the contract takes them.
const MOST_ASSETS = 10_000
const LONGEST = 160

export function Assets() {
  const stored = useRead('asset.list', {})
  const mayChange = useMay('asset.change')
  const { assets, saving } = useSettings()
  return (
    <SectionPage
      title="Priority physical assets"
      section="assets"
      mayChange={mayChange}
      intro="Server rooms, vaults, laboratories. What happens at their doors has indicators of its own. Write each as the badge records write it, by name or by number; what no record holds does nothing."
    >
      <FailureNote failure={stored.error} onAgain={() => void stored.refetch()} />
      {stored.data === undefined ? (
        <LoadingLine />
      ) : (
        <ListEditor
          name="assets"
          label="Priority physical assets"
          one="asset"
          many="assets"
          example={'Server room 2\nD-4.117'}
          entries={assets ?? stored.data}
          most={MOST_ASSETS}
          accept={acceptText(LONGEST)}
          onChange={mayChange && saving?.section !== 'assets' ? (entries) => editAssets(stored.data, entries) : null}
          ifEmpty="None is named."
        />
      )}
    </SectionPage>
  )
}
