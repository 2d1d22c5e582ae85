/** The fixed texts of the report: the method in ten lines, and the words that it uses. */

export const METHOD: readonly string[] = [
  'Logs that the organisation already keeps were imported as files. Each file was read once, from its first to its last byte, and its SHA-256 recorded.',
  'Every row was kept, recognised as a duplicate, set aside for a named reason, or rejected with its reason; the four numbers add up to the rows read.',
  'Names, addresses and accounts were replaced by pseudonyms before anything was shown. The same person has the same pseudonym everywhere in the workspace.',
  'A policy says whose activity is scored and from which event on. Outside of its windows nothing is scored.',
  'For each person and day, each indicator counts activities. The count is compared with fixed thresholds and, where there is enough history, with what is usual for this person and for the others.',
  'A count past a threshold is an insight. Its strength grows with the threshold level and with boosters, each of which is named.',
  'Ordered steps on the same items, such as download, rename, share, are a sequence and count on their own.',
  'Strengths combine as 1 − (1 − a) × (1 − b) × …, scaled to 100. More risky activity never lowers a score. The points of the lines are their shares of the score.',
  'A score past the line of the policy raised the alert. An operator read it and decided; each decision has an author and a time, and can be taken back but not removed.',
  'The same files and the same policy version give the same alerts again. Every step of the operators is in an audit log whose entries are chained by hashes.'
]

export const GLOSSARY: readonly (readonly [word: string, meaning: string])[] = [
  ['Activity', 'One event from a log, in one common form.'],
  ['Alert', 'One person’s insights under one policy, past the line at which somebody has to look.'],
  [
    'Audit head',
    'Number and hash of the last entry of the audit log when this report was made. Whoever holds it can tell later whether earlier entries were changed.'
  ],
  [
    'Booster',
    'A circumstance that raises the strength of an insight, such as content that the organisation marked as important.'
  ],
  ['Case', 'One or more alerts that are investigated together, with notes and an end.'],
  ['Indicator', 'A kind of activity that can matter, such as downloading or sharing with outsiders.'],
  ['Insight', 'One person, one day, one indicator, scored.'],
  ['Level', 'Which of an indicator’s three daily thresholds was reached.'],
  ['Merkle root', 'One number that stands for all entries of the audit log at a moment (RFC 6962).'],
  ['Operator', 'A colleague who works with Inward. Operators appear with their own names.'],
  [
    'Own usual, others’ usual',
    'The number a day that is normal for this person, and for the others. A dash means that there is too little to say.'
  ],
  ['Person', 'Somebody whose activity was scored, always under a pseudonym.'],
  ['Points', 'The share of a score that one line adds. The points of an alert add up to its score.'],
  ['Pseudonym', 'A made-up name such as ANON-4K7Q-2M that stands for one person.'],
  ['Receipt', 'The account of one imported file: what was read, kept and rejected.'],
  ['Score', '0 to 100. High from 67, medium from 34, low below. A reason to look, not a finding of guilt.'],
  ['Sequence', 'Steps that follow each other on the same items.'],
  ['Trigger', 'The event that brought a person into the scope of a policy.']
]
