// A directory is told from an HR file by what only directories have; its managers are found wherever they stand in the file.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DATA, hasData } from './agreement.ts'
import { BERLIN, readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

async function read(content: string, options = BERLIN): ReturnType<typeof readAll> {
  const file = path.join(folder, 'people')
  writeFileSync(file, content)
  return readAll(file, options)
}

describe('a table of people', () => {
  it.each([
    ['hr', 'UserPrincipalName,DisplayName,Department,JobTitle'],
    ['hr', 'UserPrincipalName,DisplayName,Department,JobTitle,employeeLeaveDateTime'],
    ['hr', 'UserPrincipalName,DisplayName,Department,UsageLocation,ResignationDate'],
    ['hr', 'UserPrincipalName,AccountEnabled,DisplayName,HRScenario,EffectiveDate'],
    ['hr', 'EmailAddress,UserName,EmployeeDept,EmployeeRole,HireDate'],
    ['directory', 'UserPrincipalName,DisplayName,Department,JobTitle,AccountEnabled'],
    ['directory', 'User principal name,Display name,Proxy addresses,Title,DirSyncEnabled'],
    ['directory', 'SamAccountName,DistinguishedName,Name,Department'],
    ['directory', 'employee_name,user_id,email,role,business_unit,functional_unit,department,team,supervisor']
  ])('is read as %s under the header %s', async (source, header) => {
    const cells = header
      .split(',')
      .map((name) => (/date/i.test(name) ? '2026-02-03' : /mail|principal/i.test(name) ? 'a@b.example' : 'Resignation'))
    const { starts } = await read(`${header}\n${cells.join(',')}\n`)
    expect(starts.map(({ recognition }) => recognition.source)).toEqual([source])
  })

  it('whose header the workspace remembers as HR stays HR', async () => {
    const columns = 'UserPrincipalName,AccountEnabled,Abgang'
    const mapping = {
      kind: 'hr',
      signature: columns.toLowerCase().replaceAll(',', '|'),
      columns: { identity: 'UserPrincipalName', resignationDate: 'Abgang' }
    } as const
    const { starts } = await read(`${columns}\na@b.example,True,2026-02-03\n`, {
      ...BERLIN,
      isTimezoneChosen: true,
      zones: {},
      mappings: [mapping]
    })
    expect(starts[0]?.recognition.source).toBe('hr')
  })

  it('that logs what computers did is no roster', async () => {
    const { starts } = await read('id,date,user,role,pc,activity\n1,2026-01-01,u,r,PC-1,Logon\n')
    expect(starts.map(({ recognition }) => recognition.source)).not.toContain('directory')
  })
})

describe('managers', () => {
  const header = 'employee_name,user_id,email,role,functional_unit,supervisor\n'
  const row = (number: number, supervisor: string): string =>
    `Person ${String(number)},P${String(number)},p${String(number)}@harbourlight.example,Clerk,Trade,${supervisor}\n`

  it('are found by name even where they come last', async () => {
    const rows = Array.from({ length: 200 }, (_, number) => row(number, 'Person 199'))
    const { profiles, ends } = await read(header + rows.join(''))
    expect(new Set(profiles.map(({ manager }) => manager))).toEqual(new Set(['p199@harbourlight.example']))
    expect(ends[0]?.warnings).toEqual([])
  })

  it('past what can wait are left out, said, and cost no person', async () => {
    const rows = Array.from({ length: 20_050 }, (_, number) => row(number, 'Person 20049'))
    const reading = await read(header + rows.join(''))
    expect(reading.profiles).toHaveLength(20_050)
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    expect(reading.profiles.filter(({ manager }) => manager !== '')).toHaveLength(50)
    expect(reading.ends[0]?.warnings).toEqual([
      'The managers of 20000 people are not in the file, or share a name, and were left out.'
    ])
  })
})

describe.skipIf(!hasData)('shared rosters', () => {
  it.each([
    ['kruxshnx-cert-like/cert_r4.2/users.csv', 'u100@company.com', ['u100']],
    ['kruxshnx-cert-like/raw/users.csv', 'u100', []]
  ])('%s gives one person a row', async (file, identity, aliases) => {
    const reading = await readAll(path.join(DATA, file))
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['directory'])
    expect(reading.rejected).toEqual([])
    expect(reading.profiles).toHaveLength(reading.rowsRead)
    expect(reading.profiles[0]).toMatchObject({ identity, aliases })
    expect(reading.profiles.every(({ title }) => title !== '')).toBe(true)
    process.stdout.write(`${file}: ${String(reading.profiles.length)} people\n`)
  })

  it('the list of a made company stays an HR file', async () => {
    const { starts } = await readAll(path.join(DATA, 'synthetic-company/hr/hr_employees.csv'))
    expect(starts.map(({ recognition }) => recognition.source)).toEqual(['hr'])
  })
})
