import { rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBag } from '../../../src/main/export/bag/verify.ts'
import { newFolder } from '../folder.ts'
import { DECLARATION, hash, makeBag } from './made-bag.ts'

const HELLO = hash('sha512', 'hello\n')

test('a basic bag is valid', async () => {
  const folder = await makeBag()
  const check = await verifyBag(folder)
  expect(check.problems).toEqual([])
  expect(check.bag).toMatchObject({ payloadFiles: 1, payloadBytes: 6, files: 4, unlistedTagFiles: [] })
  expect(check.checked).toBe(3)
})

test('a bag with two algorithms, CRLF line ends, upper-case checksums and tabs is valid', async () => {
  const manifest = `${hash('sha256', 'hello\n').toUpperCase()}\tdata/hello.txt\r\n`
  const folder = await makeBag({
    files: { 'manifest-sha256.txt': manifest, 'bagit.txt': DECLARATION.replaceAll('\n', '\r\n') }
  })
  expect((await verifyBag(folder)).problems).toEqual([])
})

test('an old bag with md5 and sha1 manifests can be checked', async () => {
  const files = {
    'manifest-md5.txt': `${hash('md5', 'hello\n')}  data/hello.txt\n`,
    'manifest-sha1.txt': `${hash('sha1', 'hello\n')}  data/hello.txt\n`
  }
  expect((await verifyBag(await makeBag({ files }))).problems).toEqual([])
})

test('percent-encoded line ends and per cent signs in names are decoded, nothing else is', async () => {
  const payload = { 'a%b\nc.txt': 'x', 'space%20stays.txt': 'y' }
  const manifest = `${hash('sha512', 'x')}  data/a%25b%0Ac.txt\n${hash('sha512', 'y')}  data/space%20stays.txt\n`
  expect((await verifyBag(await makeBag({ payload, files: { 'manifest-sha512.txt': manifest } }))).problems).toEqual([])
})

test('a name whose accents are stored in another Unicode form is still the same file', async () => {
  const payload = { ['Núñez.txt'.normalize('NFD')]: 'x' }
  const manifest = `${hash('sha512', 'x')}  data/${'Núñez.txt'.normalize('NFC')}\n`
  expect((await verifyBag(await makeBag({ payload, files: { 'manifest-sha512.txt': manifest } }))).problems).toEqual([])
})

test('metadata may repeat and fold over lines, in their order', async () => {
  const text =
    'Contact-Name: One\nContact-Name: Two\nExternal-Description: a long text\n   that goes on\nPayload-Oxum: 6.1\n'
  const check = await verifyBag(await makeBag({ files: { 'bag-info.txt': text } }))
  expect(check.problems).toEqual([])
  expect(check.bag?.info).toEqual([
    ['Contact-Name', 'One'],
    ['Contact-Name', 'Two'],
    ['External-Description', 'a long text that goes on'],
    ['Payload-Oxum', '6.1']
  ])
})

const REFUSED: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string | Buffer | null>>,
  says: RegExp
])[] = [
  [
    'two spaces after a colon of bagit.txt',
    { 'bagit.txt': DECLARATION.replace(': 1', ':  1') },
    /bagit\.txt must start/
  ],
  ['white space before the version', { 'bagit.txt': ` ${DECLARATION}` }, /bagit\.txt must start/],
  ['a byte-order mark in bagit.txt', { 'bagit.txt': `\uFEFF${DECLARATION}` }, /byte-order mark/],
  ['a third line in bagit.txt', { 'bagit.txt': `${DECLARATION}More: 1\n` }, /more than two lines/],
  ['another encoding', { 'bagit.txt': DECLARATION.replace('UTF-8', 'UTF-16') }, /second line of bagit\.txt/],
  ['an older version', { 'bagit.txt': DECLARATION.replace('1.0', '0.97') }, /it says "BagIt-Version: 0\.97"/],
  ['white space before a colon of bag-info.txt', { 'bag-info.txt': 'Contact-Name : A\n' }, /bag-info\.txt, line 1/],
  ['two spaces after a colon of bag-info.txt', { 'bag-info.txt': 'Contact-Name:  A\n' }, /bag-info\.txt, line 1/],
  ['no payload manifest', { 'manifest-sha512.txt': null }, /no payload manifest/],
  [
    'a second manifest that does not list all files',
    { 'manifest-sha256.txt': '' },
    /"data\/hello\.txt" is not listed in manifest-sha256\.txt/
  ],
  [
    'a file listed twice with the same checksum',
    { 'manifest-sha512.txt': `${HELLO}  data/hello.txt\n${HELLO}  data/hello.txt\n` },
    /listed twice/
  ],
  [
    'a file listed twice with different checksums',
    { 'manifest-sha512.txt': `${HELLO}  data/hello.txt\n${hash('sha512', 'x')}  data/hello.txt\n` },
    /listed twice/
  ],
  [
    'a listed file that is not there',
    { 'manifest-sha512.txt': `${HELLO}  data/hello.txt\n${HELLO}  data/gone.txt\n` },
    /"data\/gone\.txt" is listed in manifest-sha512\.txt, but it is not there/
  ],
  ['a payload file that no manifest lists', { 'data/more.txt': 'more' }, /"data\/more\.txt" is not listed/],
  [
    'a changed payload file',
    { 'data/hello.txt': 'hallo\n' },
    /"data\/hello\.txt" is not what manifest-sha512\.txt says/
  ],
  [
    'a checksum of another length',
    { 'manifest-sha512.txt': `${HELLO.slice(2)}  data/hello.txt\n` },
    /its checksum differs/
  ],
  ['a line without a path', { 'manifest-sha512.txt': `${HELLO}\n` }, /not a checksum followed by a file name/],
  [
    'the asterisk that some checksum tools write',
    { 'manifest-sha512.txt': `${HELLO} *data/hello.txt\n` },
    /outside the payload/
  ],
  [
    'a manifest of an unknown algorithm',
    { 'manifest-whirl9.txt': `00  data/hello.txt\n` },
    /manifest-whirl9\.txt uses a checksum that Inward does not know/
  ],
  [
    'a manifest that lists a tag file',
    { 'manifest-sha512.txt': `${HELLO}  data/hello.txt\n${hash('sha512', DECLARATION)}  bagit.txt\n` },
    /outside the payload/
  ],
  [
    'a tag manifest that lists payload',
    { 'tagmanifest-sha512.txt': `${HELLO}  data/hello.txt\n` },
    /a tag manifest must not list/
  ],
  [
    'a tag manifest that lists a tag manifest',
    { 'tagmanifest-sha512.txt': `${HELLO}  tagmanifest-sha256.txt\n` },
    /no tag manifest lists/
  ],
  [
    'a tag manifest without the payload manifest',
    { 'tagmanifest-sha512.txt': `${hash('sha512', DECLARATION)}  bagit.txt\n` },
    /manifest-sha512\.txt is not listed in tagmanifest-sha512\.txt/
  ],
  [
    'a changed tag file',
    {
      'tagmanifest-sha512.txt': `${hash('sha512', 'other')}  bagit.txt\n${hash('sha512', `${HELLO}  data/hello.txt\n`)}  manifest-sha512.txt\n`
    },
    /"bagit\.txt" is not what tagmanifest-sha512\.txt says/
  ],
  ['a wrong Payload-Oxum', { 'bag-info.txt': 'Payload-Oxum: 7.1\n' }, /the payload is 6\.1/],
  ['two Payload-Oxum', { 'bag-info.txt': 'Payload-Oxum: 6.1\npayload-oxum: 6.1\n' }, /more than once/],
  ['files to be fetched', { 'fetch.txt': 'https://made.example/x - data/x\n' }, /fetch\.txt/],
  ['a tag file that is not UTF-8', { 'bag-info.txt': Buffer.from([0x41, 0xff, 0xfe]) }, /bag-info\.txt is not UTF-8/]
]

test.each(REFUSED)('refuses %s', async (_name, files, says) => {
  const { problems } = await verifyBag(await makeBag({ files }))
  expect(problems.join('\n')).toMatch(says)
})

const ESCAPES = [
  'data/../../outside.txt',
  '../outside.txt',
  '/etc/passwd',
  '~root/x',
  'C:\\outside.txt',
  'C:outside.txt',
  '\\\\?\\C:\\x',
  'data\\..\\..\\x',
  'data/./x',
  'data//x',
  'data/\u0000x'
]

test.each(ESCAPES)('does not follow a path that leaves the bag: %j', async (path) => {
  for (const name of ['manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
    const { problems } = await verifyBag(await makeBag({ files: { [name]: `${HELLO}  ${path}\n` } }))
    expect(problems.join('\n')).toContain('it was not followed')
  }
})

test('a link inside the payload is not followed', async () => {
  const folder = await makeBag()
  await rm(join(folder, 'data/hello.txt'))
  const outside = join(await newFolder(), 'outside.txt')
  await writeFile(outside, 'hello\n')
  await symlink(outside, join(folder, 'data/hello.txt'))
  const { problems } = await verifyBag(folder)
  expect(problems.join('\n')).toContain('"data/hello.txt" is a link or a device')
  expect(problems.join('\n')).toContain('"data/hello.txt" is listed in manifest-sha512.txt, but it is not there')
})

test('a folder that is no bag, a file, and a place that is not there are told in one sentence', async () => {
  const noBag = await makeBag({ files: { 'bagit.txt': null } })
  expect(await verifyBag(noBag)).toEqual({
    bag: null,
    problems: ['This folder holds no bagit.txt, so it is not a bag. Nothing was checked.'],
    checked: 0
  })
  expect((await verifyBag(join(noBag, 'data/hello.txt'))).problems).toEqual([
    'This is not a folder, so it is not a bag. Nothing was checked.'
  ])
  expect((await verifyBag(join(noBag, 'nowhere'))).bag).toBeNull()
})

test('a bag without its payload folder says so', async () => {
  const folder = await makeBag({ payload: {} })
  expect((await verifyBag(folder)).problems).toEqual(['There is no folder "data".'])
})
