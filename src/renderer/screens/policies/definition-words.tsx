/** A definition in words, in the order in which it works: whom it takes in, by what, what counts, what adds, from where on it warns. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ShownDefinition } from '../../../shared/contract/policy.ts'
import { BOOSTERS, type PeopleChoice, type Trigger } from '../../../shared/domain/policy.ts'
import { severityOf } from '../../../shared/domain/severity.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import type { PolicyNames } from './names.ts'
import { inWords, TRIGGER_WORDS } from './words.ts'

interface WordsProps {
  readonly definition: ShownDefinition
  readonly names: PolicyNames
}

export function PeopleWords({ definition, names }: WordsProps) {
  const { include, exclude } = definition.people
  const left = choiceFacts(exclude, names)
  return (
    <>
      {isNobody(include) ? <Box>Everybody who is triggered.</Box> : <Facts facts={choiceFacts(include, names)} />}
      {left.length === 0 ? null : (
        <Box sx={{ mt: 2 }}>
          <Box sx={{ color: 'text.secondary' }}>Left out, even when named above:</Box>
          <Facts facts={left} />
        </Box>
      )}
    </>
  )
}

export function TriggerWords({ definition, names }: WordsProps) {
  const { triggers, triggerRules } = definition
  const numbers = Object.entries(triggerRules.indicators)
  const facts: Fact[] = [
    ['Takes in', `a person who ${inWords(triggers.map((trigger) => sayTrigger(trigger, definition)))}`]
  ]
  if (usesNumbers(triggers) && numbers.length > 0)
    facts.push([
      'From, a day',
      <Lines key="numbers" lines={numbers.map(([id, from]) => `${names.indicator(id)}: ${writeCount(from)}`)} />
    ])
  if (triggers.includes('chosen') && triggerRules.sequences.length > 0)
    facts.push(['Or by', <Lines key="sequences" lines={triggerRules.sequences.map(names.sequence)} />])
  return <Facts facts={facts} />
}

export function ContentWords({ definition }: { readonly definition: ShownDefinition }) {
  const { priorityContent, boosters, scoreOnlyPriorityContent } = definition
  const facts = (
    [
      ['Sites', priorityContent.sites],
      ['Sensitive information', priorityContent.sensitiveTypes],
      ['Labels', priorityContent.labels],
      ['File types', priorityContent.extensions],
      ['Words in names', priorityContent.keywords]
    ] as const
  )
    .filter(([, values]) => values.length > 0)
    .map(([name, values]): Fact => [name, <Listed key={name} values={values} />])
  if (facts.length === 0) return <Box sx={{ color: 'text.secondary' }}>No content counts more than other content.</Box>
  return (
    <>
      <Facts facts={facts} />
      {scoreOnlyPriorityContent ? (
        <Box>Only activity that concerns this content is scored; the rest can be seen but counts nothing.</Box>
      ) : null}
      {boosters.priorityContent || scoreOnlyPriorityContent ? null : (
        <Box sx={{ color: 'text.secondary' }}>Named here, but the booster that would use it is off.</Box>
      )}
    </>
  )
}

export function ScoringWords({ definition, names }: WordsProps) {
  const { windows, sequences, cumulativeExfiltration, boosters, alertLine } = definition
  const boosted = BOOSTERS.filter((booster) => boosters[booster]).map(names.booster)
  return (
    <Facts
      facts={[
        ['Looks at', `${windows.lookBackDays} days before the trigger and ${windows.activationDays} days after it`],
        ['Counts', 'each indicator by day, at three levels: low, medium, high'],
        [
          'Joins',
          sequences.length === 0 ? 'no sequences' : <Lines key="joins" lines={sequences.map(names.sequence)} />
        ],
        ['Slow leaks', cumulativeExfiltration ? 'what leaves over thirty days counts as well' : 'not looked for'],
        ['Adds for', boosted.length === 0 ? 'nothing' : <Lines key="boosts" lines={boosted} />],
        [
          'Raises an alert',
          <Box component="span" key="line" sx={{ display: 'inline-flex', gap: 2, flexWrap: 'wrap' }}>
            from a score of {alertLine} on: <SeverityMark severity={severityOf(alertLine)} />
          </Box>
        ]
      ]}
    />
  )
}

export const usesNumbers = (triggers: readonly Trigger[]): boolean =>
  triggers.includes('exfiltration') || triggers.includes('chosen')

function sayTrigger(trigger: Trigger, { triggerRules }: ShownDefinition): string {
  return trigger === 'security-alert'
    ? `${TRIGGER_WORDS[trigger]} of severity ${triggerRules.alertSeverity} or above`
    : TRIGGER_WORDS[trigger]
}

type Choice = ShownDefinition['people']['include']

const isNobody = (choice: PeopleChoice | Choice) => Object.values(choice).every((values) => values.length === 0)

function choiceFacts(choice: Choice, names: PolicyNames): readonly Fact[] {
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Priority groups', choice.groups.map(names.group)],
    ['Departments', choice.departments],
    ['Countries', choice.countries],
    ['Business units', choice.businessUnits],
    ['People', choice.people]
  ]
  return facts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]): Fact => [name, <Listed key={name} values={values} />])
}

/** More than this many in one paragraph is no longer read; the rest opens on demand. */
const SHOWN = 24

function Listed({ values }: { readonly values: readonly string[] }) {
  if (values.length <= SHOWN) return <MaskedText text={values.join(', ')} />
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        {writeCount(values.length)}: <MaskedText text={values.slice(0, 6).join(', ')} /> …
      </Box>
      <MaskedText text={values.join(', ')} />
    </Box>
  )
}

function Lines({ lines }: { readonly lines: readonly ReactNode[] }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {lines.map((line, position) => (
        <li key={position}>{line}</li>
      ))}
    </Box>
  )
}
