/** The folder whose new files are imported on their own while the window is open. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useChange, useRead } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useMay } from '../../workspace.ts'
import { SettingsPart } from './settings-part.tsx'

export function WatchedFolder() {
  const shown = useRead('watch.show', {})
  const choose = useChange('watch.choose')
  const stop = useChange('watch.stop')
  const mayChange = useMay('watch.choose')
  const folder = shown.data?.folder ?? null
  return (
    <SettingsPart title="Watched folder">
      <Box sx={{ color: 'text.secondary', mb: 3 }}>
        While the workspace is unlocked in this window, files that appear in the folder are imported by themselves, each
        with its receipt. The files stay where they are.
      </Box>
      <Box sx={{ mb: 3 }} role="status">
        {folder === null ? 'No folder is watched.' : `Watching “${folder}”.`}
        {folder !== null && shown.data?.isThere === false
          ? ' It is not there now: connect its drive, or choose another folder.'
          : null}
      </Box>
      {mayChange ? (
        <Box sx={{ display: 'flex', gap: 3 }}>
          <Button
            variant="outlined"
            disabled={choose.isPending}
            onClick={() =>
              choose.mutate(
                {},
                {
                  onSuccess: (state) => {
                    if (state.folder !== null && state.folder !== folder)
                      tell({ says: `New files in “${state.folder}” are imported from now on.` })
                  }
                }
              )
            }
          >
            {folder === null ? 'Choose a folder…' : 'Choose another folder…'}
          </Button>
          {folder === null ? null : (
            <Button
              disabled={stop.isPending}
              onClick={() => stop.mutate({}, { onSuccess: () => tell({ says: 'No folder is watched any more.' }) })}
            >
              Stop watching
            </Button>
          )}
        </Box>
      ) : (
        <Box sx={{ color: 'text.secondary' }}>An administrator chooses the folder.</Box>
      )}
      <FailureNote failure={shown.error ?? choose.error ?? stop.error} />
    </SettingsPart>
  )
}
