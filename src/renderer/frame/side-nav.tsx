/** The places of the window, with the counts that ask for work. Offers only what the operator's roles may open. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { go, listOf, useNavigation } from '../navigation.ts'
import { writeCount } from '../parts/receipt-sum.tsx'
import { may, useWorkspace } from '../workspace.ts'
import { NAVIGATION } from './places.ts'

export function SideNav() {
  const workspace = useWorkspace()
  const current = useNavigation(({ place }) => listOf(place))
  return (
    <Box
      component="nav"
      aria-label="Places"
      sx={{ width: 148, flex: 'none', borderRight: 1, borderColor: 'divider', py: 2, overflowY: 'auto' }}
    >
      {NAVIGATION.filter(({ needs }) => may(workspace, needs)).map(({ screen, name, key, count, isBelow }) => {
        const isCurrent = screen === current
        const waiting = count?.(workspace) ?? 0
        return (
          <ButtonBase
            key={screen}
            onClick={() => go({ screen })}
            aria-current={isCurrent ? 'page' : undefined}
            title={`${name} (g ${key})`}
            sx={{
              display: 'flex',
              width: '100%',
              justifyContent: 'space-between',
              pl: isBelow === true ? 7 : 4,
              pr: 4,
              py: 1.5,
              typography: 'body1',
              fontWeight: isCurrent ? 600 : 400,
              color: 'text.primary',
              bgcolor: isCurrent ? 'row.focused' : 'transparent',
              boxShadow: isCurrent ? (theme) => `inset 3px 0 0 ${theme.palette.primary.main}` : 'none',
              '&:hover': { bgcolor: 'row.focused' },
              '&.Mui-focusVisible': { outlineOffset: -2 }
            }}
          >
            <span>{name}</span>
            {waiting > 0 ? (
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 600 }}>
                {writeCount(waiting)}
              </Box>
            ) : null}
          </ButtonBase>
        )
      })}
    </Box>
  )
}
