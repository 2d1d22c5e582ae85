/** One mark of the timeline in words: a plain sentence for screen readers, and the same line set with its marks. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { CATEGORY_WORDS, CategoryMark } from '../parts/category-mark.tsx'
import { writeCount } from '../parts/receipt-sum.tsx'
import { SEVERITY_WORDS, SeverityMark } from '../parts/severity-mark.tsx'
import { severityOf } from '../../shared/domain/severity.ts'
import { writeDay, writeLength, writeMoment } from '../zone.ts'
import type { Bin } from './timeline-bins.ts'
import { wordsOf } from './timeline-flags.ts'
import { firstStepMs, lastStepMs, type Target } from './timeline-target.ts'

export function sentenceOf(target: Target, zone: string): string {
  switch (target.kind) {
    case 'insight': {
      const { insight } = target
      return `${SEVERITY_WORDS[insight.severity]} ${Math.round(insight.score)}, ${CATEGORY_WORDS[insight.category]}, ${writeDay(insight.atMs, zone)}: ${insight.says}`
    }
    case 'sequence': {
      const { sequence } = target
      return `Sequence of ${sequence.steps.length} steps, score ${Math.round(sequence.score)}, ${writeDay(firstStepMs(sequence), zone)}: ${sequence.says}`
    }
    case 'flag':
      return `${wordsOf(target.flag.kind)}, ${writeDay(target.flag.atMs, zone)}: ${target.flag.says}`
    case 'bin':
      return `${writeCount(target.bin.insights)} insights with score ${target.bin.scoreFrom} to ${target.bin.scoreTo}, ${daysOf(target.bin, zone)}, ${writeCount(target.bin.activities)} activities. Enter zooms in.`
  }
}

/** Two lines at most: what it is and when, then what it says. */
export function TargetLine({ target, zone }: { readonly target: Target; readonly zone: string }) {
  switch (target.kind) {
    case 'insight': {
      const { insight } = target
      return (
        <Lines says={insight.says}>
          <SeverityMark severity={insight.severity} score={insight.score} />
          <CategoryMark category={insight.category} />
          <span>{writeDay(insight.atMs, zone)}</span>
          <Quiet>
            {writeCount(insight.count)} {insight.count === 1 ? 'activity' : 'activities'}
          </Quiet>
        </Lines>
      )
    }
    case 'sequence': {
      const { sequence } = target
      return (
        <Lines says={sequence.says}>
          <SeverityMark severity={severityOf(sequence.score)} score={sequence.score} />
          <span>Sequence of {sequence.steps.length} steps</span>
          <span>{writeDay(firstStepMs(sequence), zone)}</span>
          <Quiet>within {writeLength(lastStepMs(sequence) - firstStepMs(sequence))}</Quiet>
        </Lines>
      )
    }
    case 'flag':
      return (
        <Lines says={target.flag.says}>
          <b>{wordsOf(target.flag.kind)}</b>
          <span>{writeMoment(target.flag.atMs, zone)}</span>
        </Lines>
      )
    case 'bin':
      return (
        <Lines
          says={`${target.bin.isMixed ? `Mostly ${CATEGORY_WORDS[target.bin.category].toLowerCase()}` : CATEGORY_WORDS[target.bin.category]}. Click to zoom in.`}
        >
          <b>{writeCount(target.bin.insights)} insights</b>
          <span>
            score {target.bin.scoreFrom}–{target.bin.scoreTo}
          </span>
          <span>{daysOf(target.bin, zone)}</span>
          <Quiet>{writeCount(target.bin.activities)} activities</Quiet>
        </Lines>
      )
  }
}

function Lines({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'center' }}>{children}</Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{says}</Box>
    </>
  )
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  )
}

function daysOf(bin: Bin, zone: string): string {
  const [first, last] = [writeDay(bin.fromMs, zone), writeDay(bin.toMs - 1, zone)]
  return first === last ? first : `${first} – ${last}`
}
