/**
 * Every colour, size and distance of the window. Three schemes (light, dark, high contrast); accent for focus and
 * selection only; other colours mean severity or category and are never decoration.
 */
import { createTheme, type Theme } from '@mui/material/styles'
import type { Category } from '../shared/domain/category.ts'
import type { Severity } from '../shared/domain/severity.ts'

export const SCHEMES = ['light', 'dark', 'contrast'] as const
export type Scheme = (typeof SCHEMES)[number]

/** `text` reaches 4.5:1 on both grounds, `mark` 3:1, `soft` is a ground for `text`; a test computes all of them. */
export interface Tone {
  readonly text: string
  readonly mark: string
  readonly soft: string
}
interface Tones {
  readonly severity: Readonly<Record<Severity, Tone>>
  readonly category: Readonly<Record<Category, Tone>>
  /** Soft bar behind a pseudonym inside a text; and the amber of a revealed name. */
  readonly masked: Tone
  readonly revealed: Tone
  /** Calm green of a sum that reconciles or a chain that verifies. */
  readonly sound: Tone
  /** Ground of a row under the keyboard, of a chosen row, and the line that is stronger than a divider. */
  readonly row: { readonly focused: string; readonly chosen: string; readonly line: string }
}

declare module '@mui/material/styles' {
  interface Palette {
    severity: Tones['severity']
    category: Tones['category']
    masked: Tone
    revealed: Tone
    sound: Tone
    row: Tones['row']
  }
  interface PaletteOptions {
    severity?: Tones['severity']
    category?: Tones['category']
    masked?: Tone
    revealed?: Tone
    sound?: Tone
    row?: Tones['row']
  }
}

const tone = (text: string, mark: string, soft: string): Tone => ({ text, mark, soft })

const light: Ground = {
  ground: '#f6f7f9',
  paper: '#ffffff',
  ink: '#1a2130',
  quiet: '#4d5768',
  line: '#d8dde6',
  strongLine: '#868fa0',
  accent: '#4f46e5',
  accentUnderPointer: '#3b34b8',
  onAccent: '#ffffff',
  focused: '#eceefb',
  chosen: '#e0e3fa',
  error: '#a8281d',
  sound: tone('#1e6638', '#2f8a50', '#e3f2e8'),
  masked: tone('#333d50', '#737d90', '#e3e7ee'),
  revealed: tone('#6b4700', '#a87100', '#fcecc7'),
  severity: {
    high: tone('#a12d08', '#b5340b', '#fbe5dc'),
    medium: tone('#704d00', '#b58000', '#faedd0'),
    low: tone('#46576e', '#687c96', '#e6ebf2')
  },
  category: {
    collection: tone('#155a96', '#2176bd', '#deecf8'),
    obfuscation: tone('#663c9e', '#8258bd', '#ece4f7'),
    exfiltration: tone('#98236a', '#bd3f89', '#f8e1ef'),
    'clean-up': tone('#0b615b', '#15857c', '#daf0ee'),
    access: tone('#4d5a0c', '#6f8119', '#eaf0d2'),
    security: tone('#77411f', '#9d5d34', '#f4e6dc'),
    physical: tone('#3d4a5e', '#62718a', '#e4e8ee')
  }
}

const dark: Ground = {
  ground: '#12161d',
  paper: '#191e27',
  ink: '#e4e8ef',
  quiet: '#a3adbd',
  line: '#2d3542',
  strongLine: '#6f7b8e',
  accent: '#a5b4fc',
  accentUnderPointer: '#c5cdfd',
  onAccent: '#14182b',
  focused: '#232a42',
  chosen: '#2b3355',
  error: '#ff9b8f',
  sound: tone('#8fd6a6', '#55ad75', '#1c3324'),
  masked: tone('#cdd5e2', '#8d99ab', '#303947'),
  revealed: tone('#f3cd79', '#c79a3c', '#3d3115'),
  severity: {
    high: tone('#ff9f7f', '#ee6c42', '#43221a'),
    medium: tone('#efc56d', '#cf9a33', '#3b2f15'),
    low: tone('#a9bad0', '#7f93ad', '#273141')
  },
  category: {
    collection: tone('#83bdf2', '#4b94d6', '#18304a'),
    obfuscation: tone('#c4a4ee', '#9d77d3', '#32254a'),
    exfiltration: tone('#f09bca', '#d0639f', '#45203a'),
    'clean-up': tone('#74cfc5', '#3ba196', '#12342f'),
    access: tone('#c3d072', '#94a43c', '#2e3414'),
    security: tone('#e2b18f', '#bd8057', '#3b2a1d'),
    physical: tone('#b1bfd3', '#8494ad', '#2a3342')
  }
}

const contrast: Ground = {
  ...light,
  ground: '#ffffff',
  ink: '#000000',
  quiet: '#1f2733',
  line: '#4a5363',
  strongLine: '#000000',
  accent: '#2b21b8',
  accentUnderPointer: '#1d1585',
  focused: '#d6dafc',
  chosen: '#cdd3fc',
  error: '#8a1208',
  sound: tone('#0c4a22', '#14662f', '#d5ecdc'),
  masked: tone('#10151f', '#2c3443', '#cfd6e1'),
  revealed: tone('#4a3000', '#7a5000', '#ffe09a'),
  severity: {
    high: tone('#7d1c00', '#8f2400', '#ffd9ca'),
    medium: tone('#523700', '#946800', '#ffe7b5'),
    low: tone('#2c3b50', '#43556e', '#d7dfea')
  }
}

interface Ground extends Omit<Tones, 'row'> {
  readonly ground: string
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly strongLine: string
  readonly accent: string
  /** Away from the text on it, so that the text keeps its contrast. */
  readonly accentUnderPointer: string
  readonly onAccent: string
  readonly focused: string
  readonly chosen: string
  readonly error: string
}

/** Sizes of the type scale 12 · 13 · 15 · 18 · 24 in rem, so that the comfortable size can scale them all together. */
const rem = (px: number) => `${px / 16}rem`
const monospace = 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace'

function themeOf(scheme: Scheme, ground: Ground): Theme {
  const outline = { outline: `2px solid ${ground.accent}`, outlineOffset: 1 }
  return createTheme({
    cssVariables: true,
    spacing: 4,
    shape: { borderRadius: 6 },
    palette: {
      mode: scheme === 'dark' ? 'dark' : 'light',
      primary: { main: ground.accent, dark: ground.accentUnderPointer, contrastText: ground.onAccent },
      secondary: { main: ground.quiet },
      error: { main: ground.error },
      warning: { main: ground.severity.medium.text },
      info: { main: ground.quiet },
      success: { main: ground.sound.text },
      background: { default: ground.ground, paper: ground.paper },
      text: { primary: ground.ink, secondary: ground.quiet },
      divider: ground.line,
      severity: ground.severity,
      category: ground.category,
      masked: ground.masked,
      revealed: ground.revealed,
      sound: ground.sound,
      row: { focused: ground.focused, chosen: ground.chosen, line: ground.strongLine }
    },
    typography: {
      fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif',
      fontSize: 13,
      fontWeightRegular: 400,
      fontWeightMedium: 600,
      fontWeightBold: 600,
      h1: { fontSize: rem(24), fontWeight: 600, lineHeight: 1.25 },
      h2: { fontSize: rem(18), fontWeight: 600, lineHeight: 1.3 },
      h3: { fontSize: rem(15), fontWeight: 600, lineHeight: 1.35 },
      h4: { fontSize: rem(13), fontWeight: 600, lineHeight: 1.4 },
      subtitle1: { fontSize: rem(15), lineHeight: 1.4 },
      subtitle2: { fontSize: rem(13), fontWeight: 600, lineHeight: 1.4 },
      body1: { fontSize: rem(13), lineHeight: 1.5 },
      body2: { fontSize: rem(13), lineHeight: 1.5 },
      caption: { fontSize: rem(12), lineHeight: 1.4 },
      overline: { fontSize: rem(12), fontWeight: 600, letterSpacing: 0, textTransform: 'none', lineHeight: 1.4 },
      button: { fontSize: rem(13), fontWeight: 600, textTransform: 'none', lineHeight: 1.5 }
    },
    // Nothing moves on its own: appearing and disappearing is immediate.
    transitions: {
      create: () => 'none',
      duration: { shortest: 0, shorter: 0, short: 0, standard: 0, complex: 0, enteringScreen: 0, leavingScreen: 0 }
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          html: { colorScheme: scheme === 'dark' ? 'dark' : 'light' },
          'html, body, #root': { height: '100%' },
          body: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden' },
          'code, pre, kbd': { fontFamily: monospace, fontSize: rem(12) },
          ':focus-visible': outline,
          '@media (prefers-reduced-motion: reduce)': {
            '*': { animation: 'none !important', transition: 'none !important' }
          }
        }
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true, disableTouchRipple: true },
        styleOverrides: { root: { '&.Mui-focusVisible': outline } }
      },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: {
          root: { minWidth: 0, paddingInline: 12, paddingBlock: 3 },
          outlined: { borderColor: ground.strongLine, color: ground.ink },
          text: { color: ground.ink }
        }
      },
      MuiIconButton: { defaultProps: { size: 'small' } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiDialog: {
        defaultProps: { fullWidth: true, maxWidth: 'sm' },
        styleOverrides: {
          paper: {
            border: `1px solid ${ground.line}`,
            boxShadow: '0 8px 28px rgb(8 12 24 / 0.28)',
            '&:focus-visible': { outline: 'none' }
          }
        }
      },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: rem(18), fontWeight: 600, padding: '16px 20px 4px' } } },
      MuiDialogContent: {
        styleOverrides: { root: { padding: '8px 20px 12px', '.MuiDialogTitle-root + &': { paddingTop: 8 } } }
      },
      MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
      MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
      MuiOutlinedInput: {
        styleOverrides: { notchedOutline: { borderColor: ground.strongLine, '& legend': { fontSize: `${12 / 13}em` } } }
      },
      // A raised label is 12 px like every small text; the gap in the outline must match it.
      MuiInputLabel: {
        styleOverrides: {
          root: { color: ground.quiet },
          outlined: { '&.MuiInputLabel-shrink': { transform: `translate(14px, -9px) scale(${12 / 13})` } }
        }
      },
      MuiFormHelperText: { styleOverrides: { root: { fontSize: rem(12), color: ground.quiet } } },
      MuiSelect: { defaultProps: { size: 'small' } },
      MuiCheckbox: {
        defaultProps: { size: 'small' },
        styleOverrides: {
          root: { padding: 4, color: ground.strongLine, '&.Mui-focusVisible': { ...outline, outlineOffset: -2 } }
        }
      },
      MuiRadio: {
        defaultProps: { size: 'small' },
        styleOverrides: {
          root: { padding: 4, color: ground.strongLine, '&.Mui-focusVisible': { ...outline, outlineOffset: -2 } }
        }
      },
      MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -4, gap: 4 } } },
      MuiBackdrop: {
        styleOverrides: {
          root: { backgroundColor: 'rgb(10 14 26 / 0.35)' },
          invisible: { backgroundColor: 'transparent' }
        }
      },
      MuiTabs: { styleOverrides: { root: { minHeight: 32 } } },
      MuiTab: { styleOverrides: { root: { minHeight: 32, padding: '4px 12px', minWidth: 0 } } },
      MuiTooltip: {
        defaultProps: { enterDelay: 300 },
        styleOverrides: { tooltip: { fontSize: rem(12), backgroundColor: ground.ink, color: ground.paper } }
      },
      MuiLink: { defaultProps: { underline: 'always' }, styleOverrides: { root: { color: ground.accent } } },
      MuiToggleButton: {
        defaultProps: { size: 'small' },
        styleOverrides: {
          root: {
            padding: '3px 10px',
            fontWeight: 400,
            whiteSpace: 'nowrap',
            borderColor: ground.strongLine,
            color: ground.ink,
            '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: ground.chosen, color: ground.ink }
          }
        }
      }
    }
  })
}

export const themes: Readonly<Record<Scheme, Theme>> = {
  light: themeOf('light', light),
  dark: themeOf('dark', dark),
  contrast: themeOf('contrast', contrast)
}
