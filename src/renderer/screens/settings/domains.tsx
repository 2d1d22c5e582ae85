/** Which domains are the organisation's own, which are not allowed, which are, and which belong to business sites of others. */
import Box from '@mui/material/Box'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { acceptDomain } from './entries.ts'
import { ListEditor } from './list-editor.tsx'
import { ListTabs } from './list-tabs.tsx'
import { SectionPage } from './section-page.tsx'
import { useSettings } from './state.ts'
import { Stored, type Edited } from './stored.tsx'

type DomainList = keyof ScoringSettings['domains']
const LISTS: readonly DomainList[] = ['own', 'unallowed', 'allowed', 'thirdParty']
const TITLES: Readonly<Record<DomainList, string>> = {
  own: 'Own',
  unallowed: 'Unallowed',
  allowed: 'Allowed',
  thirdParty: 'Third-party'
}
const MEANINGS: Readonly<Record<DomainList, string>> = {
  own: 'What goes to these stays inside the organisation.',
  unallowed:
    'What goes to these counts more: the booster “unallowed domain” raises it in every policy that uses it. It beats every other list.',
  allowed: 'What goes to these counts like what stays inside: nothing leaves by it.',
  thirdParty: 'Business sites of others. Downloads from them have an indicator of their own.'
}
// As many as the contract takes in one list.
const MOST_DOMAINS = 5000

export function Domains() {
  return <Stored section="domains">{(edited) => <DomainsSection edited={edited} />}</Stored>
}

function DomainsSection({ edited }: { readonly edited: Edited }) {
  const { settings, inferredDomains, edit, mayChange } = edited
  const list = useSettings(({ domainList }) => domainList)
  const { domains } = settings
  const twice = contradictions(domains)
  return (
    <SectionPage
      title="Domains"
      section="domains"
      mayChange={mayChange}
      intro={
        <>
          Whether something left the organisation is decided by where it went. <code>example.org</code> means that
          domain and everything below it, as <code>files.example.org</code>; <code>*.example.org</code> only what is one
          level below it; <code>**.example.org</code> everything below it, but not itself.
        </>
      }
    >
      <ListTabs
        label="Lists of domains"
        lists={LISTS.map((each) => ({ key: each, words: TITLES[each], count: domains[each].length }))}
        current={list}
        onChange={(domainList) => useSettings.setState({ domainList })}
      >
        <Box sx={{ mb: 3, maxWidth: '80ch' }}>{MEANINGS[list]}</Box>
        {list === 'own' ? <Inferred domains={inferredDomains} isUsed={domains.own.length === 0} /> : null}
        {twice.length === 0 ? null : (
          <Box role="note" sx={{ mb: 3, borderLeft: 3, borderColor: 'severity.medium.mark', pl: 3 }}>
            In “Unallowed” and in another list at once: <MaskedText text={twice.join(', ')} />. Take each out of one.
          </Box>
        )}
        <ListEditor
          key={list}
          name={`domains.${list}`}
          label={`${TITLES[list]} domains`}
          one="domain"
          many="domains"
          example={'example.org\n*.example.net'}
          entries={domains[list]}
          most={MOST_DOMAINS}
          accept={acceptDomain}
          onChange={edit === null ? null : (entries) => edit({ domains: { ...domains, [list]: [...entries] } })}
          ifEmpty={list === 'own' ? 'None is named; the addresses of the people decide.' : 'None is named.'}
        />
      </ListTabs>
    </SectionPage>
  )
}

function Inferred({ domains, isUsed }: { readonly domains: readonly string[]; readonly isUsed: boolean }) {
  return (
    <Box sx={{ mb: 3, maxWidth: '80ch' }}>
      {domains.length === 0 ? (
        'No domain can be told from the addresses of people yet: nothing is imported.'
      ) : (
        <>
          {isUsed
            ? `None is named, so these ${writeCount(domains.length)} count as own, as the addresses of the people tell: `
            : `Not used while domains are named below, but told by the addresses of the people: `}
          <MaskedText text={domains.join(', ')} />.
        </>
      )}
    </Box>
  )
}

/** The same entry as unallowed and as something better: one of the two was not meant. */
function contradictions({ own, unallowed, allowed, thirdParty }: ScoringSettings['domains']): readonly string[] {
  const better = new Set([...own, ...allowed, ...thirdParty].map((entry) => entry.toLowerCase()))
  return unallowed.filter((entry) => better.has(entry.toLowerCase()))
}
