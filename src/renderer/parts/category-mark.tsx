/** A category of risk as icon and word in its own hue; the same icon and hue stand in charts, chips and tables. */
import Box from '@mui/material/Box'
import type { Category } from '../../shared/domain/category.ts'

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  collection: 'Collection',
  obfuscation: 'Obfuscation',
  exfiltration: 'Exfiltration',
  'clean-up': 'Clean-up',
  access: 'Access',
  security: 'Security',
  physical: 'Physical'
}
/** Strokes of width 1.5 in a box of 16 × 16, for SVG and for canvas (`new Path2D`). */
export const CATEGORY_GLYPHS: Readonly<Record<Category, string>> = {
  collection: 'M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 10.5v3h11v-3',
  obfuscation: 'M2 8c2.4-4 9.6-4 12 0-2.4 4-9.6 4-12 0M3 13.5 13 2.5',
  exfiltration: 'M6.5 2.5h-4v11h4M6.5 8h7M10.5 4.8 13.7 8l-3.2 3.2',
  'clean-up': 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.8 7v4M9.2 7v4',
  access: 'M8.6 7.4a3 3 0 1 0-4.2 0 3 3 0 0 0 4.2 0M8.6 7.4l5 5M11.4 10.2l-1.6 1.6',
  security: 'M8 1.8l5 1.9v4.1c0 3.2-2 5.2-5 6.4-3-1.2-5-3.2-5-6.4V3.7zM5.8 7.8l1.6 1.6 2.9-3.2',
  physical: 'M4 13.8V2.2h8v11.6M2 13.8h12M9.6 7.6v1'
}

export function CategoryMark({
  category,
  hasWord = true
}: {
  readonly category: Category
  readonly hasWord?: boolean
}) {
  const word = CATEGORY_WORDS[category]
  return (
    <Box
      component="span"
      title={hasWord ? undefined : word}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
        color: `category.${category}.text`
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 16 16"
        {...(hasWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
        sx={{
          width: 15,
          height: 15,
          flex: 'none',
          fill: 'none',
          stroke: 'currentColor',
          strokeWidth: 1.5,
          strokeLinecap: 'round',
          strokeLinejoin: 'round'
        }}
      >
        <path d={CATEGORY_GLYPHS[category]} />
      </Box>
      {hasWord ? <span>{word}</span> : null}
    </Box>
  )
}
