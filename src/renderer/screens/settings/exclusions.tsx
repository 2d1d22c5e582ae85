/** What no policy counts: activities that concern these score nothing, but stay in the explorer. */
import Box from '@mui/material/Box'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { acceptExtension, acceptText, type Accept } from './entries.ts'
import { ListEditor } from './list-editor.tsx'
import { ListTabs } from './list-tabs.tsx'
import { SectionPage } from './section-page.tsx'
import { useSettings } from './state.ts'
import { Stored, type Edited } from './stored.tsx'

type ExclusionList = keyof ScoringSettings['exclusions']
interface Kind {
  readonly key: ExclusionList
  readonly title: string
  readonly one: string
  readonly many: string
  readonly meaning: string
  readonly example: string
  readonly accept: Accept
}
// The lengths are those that the contract takes.
const KINDS: readonly Kind[] = [
  {
    key: 'extensions',
    title: 'File types',
    one: 'file type',
    many: 'file types',
    meaning: 'Files of these types, by the end of their name. With or without the dot.',
    example: 'tmp\nlog',
    accept: acceptExtension
  },
  {
    key: 'paths',
    title: 'Paths',
    one: 'path',
    many: 'paths',
    meaning:
      'Files whose path begins with these folders or has them in a row somewhere. A star stands for one folder: /builds/*/cache. Slashes of either kind are the same.',
    example: '/builds/*/cache\nC:\\Program Files',
    accept: acceptText(400)
  },
  {
    key: 'sites',
    title: 'Sites',
    one: 'site',
    many: 'sites',
    meaning:
      'These sites and everything below them. What begins with a slash is the end of a site’s address: /sites/canteen.',
    example: 'https://tenant.example/sites/canteen',
    accept: acceptText(400)
  },
  {
    key: 'keywords',
    title: 'Words',
    one: 'word',
    many: 'words',
    meaning: 'Files and messages that have one of these in their name, path or subject.',
    example: 'newsletter\npublic price list',
    accept: acceptText(80)
  },
  {
    key: 'sensitiveTypes',
    title: 'Sensitive information',
    one: 'type',
    many: 'types',
    meaning:
      'Types of sensitive information by the name that their source gives them. If a file holds only these, it counts as if none had been found.',
    example: 'Credit card number',
    accept: acceptText(160)
  }
]
const MOST_ENTRIES = 5000

export function Exclusions() {
  return <Stored section="exclusions">{(edited) => <ExclusionsSection edited={edited} />}</Stored>
}

function ExclusionsSection({ edited }: { readonly edited: Edited }) {
  const { settings, edit, mayChange } = edited
  const current = useSettings(({ exclusionList }) => exclusionList)
  const { exclusions } = settings
  const kind = KINDS.find(({ key }) => key === current)
  return (
    <SectionPage
      title="Exclusions"
      section="exclusions"
      mayChange={mayChange}
      intro="Activities that concern these score nothing in any policy. They stay imported and can be seen in the activity explorer. Capital letters make no difference."
    >
      <ListTabs
        label="Kinds of exclusion"
        lists={KINDS.map(({ key, title }) => ({ key, words: title, count: exclusions[key].length }))}
        current={current}
        onChange={(exclusionList) => useSettings.setState({ exclusionList })}
      >
        {kind === undefined ? null : (
          <>
            <Box sx={{ mb: 3, maxWidth: '80ch' }}>{kind.meaning}</Box>
            <ListEditor
              key={kind.key}
              name={`exclusions.${kind.key}`}
              label={`Excluded: ${kind.title.toLowerCase()}`}
              one={kind.one}
              many={kind.many}
              example={kind.example}
              entries={exclusions[kind.key]}
              most={MOST_ENTRIES}
              accept={kind.accept}
              onChange={
                edit === null ? null : (entries) => edit({ exclusions: { ...exclusions, [kind.key]: [...entries] } })
              }
              ifEmpty="Nothing is excluded by this."
            />
          </>
        )}
      </ListTabs>
    </SectionPage>
  )
}
