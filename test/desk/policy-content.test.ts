// What an administrator types into a policy can name a person: it is masked on the screen, lies in the vault, and comes
// back from the screen as it was typed.
import { beforeAll, describe, expect, test } from 'vitest'
import { writeTaking } from './made-files.ts'
import { useDesk } from './place.ts'
import { aroundTheDesk, rawKeys } from './raw-store.ts'

const place = useDesk()
const TYPED = 'https://quarryfield-my.sharepoint.com/personal/mika_sandvall_quarryfield_example'
let id = 0

beforeAll(async () => {
  await place.create()
  const { leavers } = writeTaking(place.folder)
  await place.import([leavers])
  const [template] = await place.get('policy.templates', {})
  if (template === undefined) throw new Error('no template')
  const priorityContent = { sites: [TYPED], extensions: ['dwg'], keywords: ['Sandvall'] }
  const definition = { ...template.definition, priorityContent }
  id = (await place.get('policy.create', { name: 'Leaks', template: template.id, definition })).id
}, 60_000)

describe('content that a policy prioritises', { timeout: 60_000 }, () => {
  test('is masked on the screen and comes back from it as it was typed', async () => {
    const { definition } = await place.get('policy.show', { id })
    expect(definition.priorityContent.sites[0]).not.toContain('sandvall')
    expect(definition.priorityContent.keywords).not.toContain('Sandvall')
    const { sites, keywords } = definition.priorityContent
    await place.get('policy.edit', {
      id,
      definition: {
        ...definition,
        alertLine: 40,
        priorityContent: { sites, extensions: [], keywords: [...keywords, 'tender'] }
      }
    })
    expect(await contentInVault()).toMatchObject({
      priorityContent: { sites: [TYPED], extensions: [], keywords: ['Sandvall', 'tender'] }
    })
    expect((await place.get('policy.show', { id })).definition.alertLine).toBe(40)
  })

  test('does not lie in the file that knows people by pseudonym', async () => {
    const definitions = aroundTheDesk(place, 'main', await rawKeys(place), (sql) =>
      sql.all('SELECT definition FROM policy_version').map((row) => String(row['definition']))
    )
    expect(definitions.length).toBeGreaterThan(1)
    for (const definition of definitions) expect(definition.toLowerCase()).not.toContain('sandvall')
  })
})

async function contentInVault(): Promise<unknown> {
  const content = aroundTheDesk(place, 'vault', await rawKeys(place), (sql) =>
    sql.get('SELECT content FROM policy_content WHERE policy_id = ? ORDER BY version DESC LIMIT 1', [id])
  )
  return JSON.parse(String(content?.['content']))
}
