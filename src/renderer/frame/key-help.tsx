/** All keys that work at this place, by group, straight from the registry. */
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { listBindings, printKeys, useKeyRegistry } from '../keys.ts'

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const bindings = listBindings(useKeyRegistry(({ layers }) => layers))
  const groups = [...new Set(bindings.map(({ group }) => group))]
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="keys-title">
      <DialogTitle id="keys-title">Keys that work here</DialogTitle>
      <DialogContent>
        <Box sx={{ columnCount: { xs: 1, sm: 2 }, columnGap: 8 }}>
          {groups.map((group) => (
            <Box key={group} sx={{ breakInside: 'avoid', mb: 4 }}>
              <Box component="h3" sx={{ typography: 'h4', m: 0, mb: 1, color: 'text.secondary' }}>
                {group}
              </Box>
              <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '6rem 1fr', m: 0, rowGap: 0.5 }}>
                {bindings
                  .filter((binding) => binding.group === group)
                  .map(({ keys, says }) => [
                    <dt key={`${keys} key`}>
                      <kbd>{printKeys(keys)}</kbd>
                    </dt>,
                    <Box component="dd" key={`${keys} says`} sx={{ m: 0 }}>
                      {says}
                    </Box>
                  ])}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
    </Dialog>
  )
}
