// Windows events beyond the fixtures: who is a person, which times are what, and one event in several wrappings.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../src/main/intake/normalise/windows/account.ts'
import { openClock } from '../../src/main/intake/normalise/windows/clock.ts'
import { readMessage } from '../../src/main/intake/normalise/windows/message.ts'
import { BERLIN, readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

async function read(content: string): ReturnType<typeof readAll> {
  const file = path.join(folder, 'log')
  writeFileSync(file, content)
  return readAll(file, BERLIN)
}

const XML = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4634</EventID><TimeCreated SystemTime='2026-02-05T08:15:00.734Z'/><EventRecordID>31</EventRecordID><Channel>Security</Channel><Computer>PC-017</Computer></System><EventData><Data Name='TargetUserName'>mira</Data><Data Name='TargetDomainName'>HARBOUR</Data></EventData></Event>`

describe('one event', () => {
  it('has one key in every wrapping that keeps its number', async () => {
    const wrappings = [
      XML,
      JSON.stringify({
        '@timestamp': '2026-02-05T08:15:00.734Z',
        winlog: {
          channel: 'Security',
          provider_name: 'Microsoft-Windows-Security-Auditing',
          event_id: 4634,
          record_id: 31,
          computer_name: 'pc-017',
          event_data: { TargetUserName: 'mira', TargetDomainName: 'HARBOUR' }
        }
      }),
      JSON.stringify({
        EventTime: '2026-02-05 09:15:00',
        Hostname: 'PC-017',
        EventID: 4634,
        SourceName: 'Microsoft-Windows-Security-Auditing',
        RecordNumber: 31,
        Channel: 'Security',
        TargetUserName: 'mira',
        TargetDomainName: 'HARBOUR'
      }),
      '02/05/2026 09:15:00 AM\nLogName=Security\nSourceName=Microsoft-Windows-Security-Auditing\nEventCode=4634\nComputerName=PC-017\nRecordNumber=31\nMessage=An account was logged off.\n\nSubject:\n\tAccount Name:\t\tmira\n\tAccount Domain:\t\tHARBOUR\n'
    ]
    const drafts = await Promise.all(
      wrappings.map(async (content, index) => {
        const file = path.join(folder, `wrapping-${String(index)}`)
        writeFileSync(file, content)
        return (await readAll(file, BERLIN)).activities
      })
    )
    const found = drafts.flat().map(({ recordKey, actor, operation, atMs }) => ({
      recordKey,
      actor,
      operation,
      second: Math.floor(atMs / 1000)
    }))
    expect(found).toHaveLength(4)
    expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(1)
  })

  it('has another key when the log was cleared and counts anew, and when its content differs without a number', async () => {
    const other = XML.replace('08:15:00', '18:15:00')
    const { activities } = await read(XML + other)
    expect(new Set(activities.map(({ recordKey }) => recordKey)).size).toBe(2)
    const bare = XML.replace('<EventRecordID>31</EventRecordID>', '')
    const unnumbered = await read(bare + bare + bare.replace('>mira<', '>jan<'))
    expect(unnumbered.activities).toHaveLength(3)
    expect(new Set(unnumbered.activities.map(({ recordKey }) => recordKey)).size).toBe(2)
  })
})

describe('records of other logs', () => {
  it.each([
    ['a number alone', { EventID: 4624, user: 'mira', time: '2026-02-05T08:15:00Z' }],
    ['a number and a channel of its own', { EventID: 12, Channel: 'web', message: 'x' }],
    ['a number that is none', { EventID: 'login', Channel: 'Security', Computer: 'PC' }],
    ['an id of something else', { Id: 4624, LogName: 'Security' }]
  ])('with %s are not taken for Windows events', async (_, record) => {
    const { activities, refused } = await read(`${JSON.stringify(record)}\n${JSON.stringify(record)}\n`)
    expect(activities).toEqual([])
    expect(refused[0]?.reason).toContain('no reader knows')
  })
})

describe('accounts', () => {
  it.each([
    ['HARBOUR', 'Mira.Olsen', '', 'harbour\\mira.olsen', 'person'],
    ['', 'HARBOUR\\Mira.Olsen', '', 'harbour\\mira.olsen', 'person'],
    ['HARBOUR', 'Mira.Olsen@harbour.example', '', 'mira.olsen@harbour.example', 'person'],
    ['MicrosoftAccount', 'mira@mail.example', '', 'mira@mail.example', 'person'],
    ['-', 'mira', '', 'mira', 'person'],
    ['HARBOUR', 'PC-017$', '', 'harbour\\pc-017$', 'service'],
    ['', 'pc-017$@HARBOUR.EXAMPLE', '', 'pc-017$@harbour.example', 'service'],
    ['NT AUTHORITY', 'SYSTEM', 'S-1-5-18', 'nt authority\\system', 'service'],
    ['AUTORITE NT', 'Système', '', 'autorite nt\\système', 'service'],
    ['NT-AUTORITÄT', 'LOKALER DIENST', '', 'nt-autorität\\lokaler dienst', 'service'],
    ['NT AUTHORITY', 'ANONYMOUS LOGON', 'S-1-5-7', 'nt authority\\anonymous logon', 'service'],
    ['Window Manager', 'DWM-3', 'S-1-5-90-0-3', 'window manager\\dwm-3', 'service'],
    ['Font Driver Host', 'UMFD-0', 'S-1-5-96-0-0', 'font driver host\\umfd-0', 'service'],
    ['IIS APPPOOL', 'DefaultAppPool', 'S-1-5-82-1-2', 'iis apppool\\defaultapppool', 'service'],
    ['HARBOUR', 'svc-renamed', 'S-1-5-80-1-2', 'harbour\\svc-renamed', 'service'],
    ['', '', 'S-1-5-18', 'nt authority\\system', 'service'],
    ['', '-', 'S-1-5-21-1-2-3-1131', 's-1-5-21-1-2-3-1131', 'unknown'],
    ['-', '-', 'S-1-0-0', '', 'unknown'],
    ['', '', '', '', 'unknown']
  ])('%s with %s and %s is %s, a %s', (domain, name, sid, spelled, kind) => {
    expect(accountOf(domain, name, sid)).toEqual({ name: spelled, kind })
  })
})

describe('times', () => {
  const clock = openClock('Europe/Berlin')
  it.each([
    ['2026-02-05T08:15:00.1234567Z', false, '2026-02-05T08:15:00.123Z'],
    ['2026-02-05 09:15:00', false, '2026-02-05T08:15:00.000Z'],
    ['2026-07-05 09:15:00', false, '2026-07-05T07:15:00.000Z'],
    ['2026-02-05 09:15:00', true, '2026-02-05T09:15:00.000Z'],
    ['2026-02-05 09:15:00 -0500', false, '2026-02-05T14:15:00.000Z'],
    ['2/5/2026 9:15:00 PM', false, '2026-02-05T20:15:00.000Z'],
    ['2/5/2026 12:15:00 AM', false, '2026-02-04T23:15:00.000Z'],
    ['\u200e2/\u200e5/\u200e2026\u202f9:15:00\u202fAM', false, '2026-02-05T08:15:00.000Z'],
    ['05.02.2026 09:15:00', false, '2026-02-05T08:15:00.000Z'],
    ['2026/02/05 09:15:00', false, '2026-02-05T08:15:00.000Z'],
    ['/Date(1770279300123)/', false, '2026-02-05T08:15:00.123Z'],
    [1770279300.5, true, '2026-02-05T08:15:00.500Z'],
    [{ value: '/Date(1770279300123)/' }, false, '2026-02-05T08:15:00.123Z']
  ])('%s is read as it was meant', (written, isUtc, expected) => {
    expect(new Date(clock.read(written, isUtc)).toISOString()).toBe(expected)
  })

  it.each([
    '',
    'yesterday',
    '31.02.2026 09:15:00',
    '2026-13-01 00:00:00',
    '1601-01-01T00:00:00Z',
    null,
    '13/13/2026 1:00:00'
  ])('%s is no time', (written) => {
    expect(clock.read(written, false)).toBeNaN()
  })

  it('with the day in front are read so once a date of the file shows it, also those before', async () => {
    const event = (date: string, id: number): string =>
      `Log Name:      Security\nSource:        Microsoft-Windows-Security-Auditing\nDate:          ${date}\nEvent ID:      ${String(id)}\nComputer:      PC-017\nDescription:\nx\n`
    const { activities, ends } = await read(event('05/02/2026 09:15:00', 4800) + event('25/02/2026 09:15:00', 4801))
    expect(activities.map(({ atMs }) => new Date(atMs).toISOString())).toEqual([
      '2026-02-05T08:15:00.000Z',
      '2026-02-25T08:15:00.000Z'
    ])
    expect(ends[0]?.warnings).toEqual(['The dates in the file show that it writes the day before the month.'])
  })
})

describe('messages', () => {
  it('that a collector folded into one line are unfolded at the words that are known', () => {
    expect(
      readMessage(
        'An account failed to log on.    Subject:   Security ID:  S-1-0-0   Account Name:  -   Account Domain:  -    Logon Type:   3    Account For Which Logon Failed:   Security ID:  S-1-0-0   Account Name:  jan.voss   Account Domain:  HARBOUR    Network Information:   Workstation Name: PC-020   Source Network Address: 192.0.2.20'
      )
    ).toMatchObject({
      SubjectUserName: '-',
      LogonType: '3',
      TargetUserName: 'jan.voss',
      TargetDomainName: 'HARBOUR',
      WorkstationName: 'PC-020',
      IpAddress: '192.0.2.20'
    })
  })

  it('keep a label whole that ends like another', () => {
    expect(
      readMessage('The computer attempted it.  Logon Account: jan.voss  Source Workstation: PC-020  Error Code: 0x0')
    ).toEqual({
      TargetUserName: 'jan.voss',
      WorkstationName: 'PC-020',
      Status: '0x0'
    })
  })

  it('of French events are read by their own words', () => {
    expect(
      readMessage(
        'Échec d’ouverture de session d’un compte.\r\n\r\nSujet\u00a0:\r\n\tNom du compte\u00a0:\t\t-\r\n\r\nCompte pour lequel l’ouverture de session a échoué\u00a0:\r\n\tNom du compte\u00a0:\t\tjan.voss\r\n\tDomaine du compte\u00a0:\t\tHARBOUR\r\n\r\nInformations sur le réseau\u00a0:\r\n\tAdresse du réseau source\u00a0:\t192.0.2.20'
      )
    ).toMatchObject({ TargetUserName: 'jan.voss', TargetDomainName: 'HARBOUR', IpAddress: '192.0.2.20' })
  })
})
