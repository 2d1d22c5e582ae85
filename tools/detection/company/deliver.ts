/** Writes a company to files as its systems would export them: one delivery a week, each source in a file of its own. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DOOR_HEADER } from '../records/security.ts'
import type { Company } from './company.ts'

export interface Delivery {
  /** First day that is not in it. */
  readonly beforeDay: number
  readonly files: readonly string[]
}

const WEEK = 7

/** Plays the company week by week; each delivery holds what was not in one before. */
export function* deliver(company: Company, folder: string): Generator<Delivery> {
  const { calendar, log } = company
  for (let fromDay = 0; fromDay < calendar.days; fromDay += WEEK) {
    const beforeDay = Math.min(calendar.days, fromDay + WEEK)
    for (let day = fromDay; day < beforeDay; day += 1) company.play(day)
    // Whoever works past midnight is in the next delivery, except in the last one.
    const beforeMs = beforeDay === calendar.days ? Infinity : calendar.atMs(beforeDay, 0)
    const week = path.join(folder, calendar.dateOf(fromDay))
    mkdirSync(week, { recursive: true })
    const files: string[] = []
    const write = (name: string, text: string): void => {
      files.push(path.join(week, name))
      writeFileSync(path.join(week, name), text)
    }
    if (fromDay === 0) write('profiles.csv', profiles(company))
    const told = stressors(company, fromDay, beforeDay)
    if (told.length > 0) write('hr.csv', [HR_HEADER, ...told, ''].join('\n'))
    const lines = (source: 'audit' | 'devices' | 'doors' | 'alerts'): readonly string[] =>
      log.take(source, beforeMs).map(({ text }) => text)
    write('audit.jsonl', joined(lines('audit')))
    const devices = lines('devices')
    if (devices.length > 0) write('devices.jsonl', joined(devices))
    const alerts = lines('alerts')
    if (alerts.length > 0) write('alerts.json', `{"value":[${alerts.join(',\n')}]}\n`)
    const doors = lines('doors')
    if (doors.length > 0) write('doors.csv', joined([DOOR_HEADER, ...doors]))
    yield { beforeDay, files }
  }
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function profiles({ people }: Company): string {
  const rows = people.map(({ address, first, last, department, title, manager, hiredOn }) =>
    [address, first, last, department.name, title, 'Iceland', manager, hiredOn].join(',')
  )
  return joined([
    'EmailAddress,EmployeeFirstName,EmployeeLastName,EmployeeDept,EmployeeRole,EmployeeCountry,Manager,HireDate',
    ...rows
  ])
}

const HR_HEADER =
  'HRScenario,EmailAddress,ResignationDate,LastWorkingDate,EffectiveDate,Remarks,Rating,OldLevel,NewLevel'
const SCENARIOS = {
  resignation: 'Resignation',
  termination: 'Termination',
  'job-level-change': 'Job level change',
  'performance-review': 'Performance review',
  'improvement-plan': 'Performance improvement plan'
} as const

function stressors({ hr, calendar }: Company, fromDay: number, beforeDay: number): readonly string[] {
  const time = (day: number): string => `${calendar.dateOf(day)}T09:00:00Z`
  return hr
    .filter(({ day }) => day >= fromDay && day < beforeDay)
    .map(({ kind, address, day, lastDay, rating, levels }) => {
      const isLeaving = kind === 'resignation' || kind === 'termination'
      const dates = isLeaving
        ? [time(day), lastDay === null ? '' : `${calendar.dateOf(lastDay)}T00:00:00Z`, '']
        : ['', '', time(day)]
      return [SCENARIOS[kind], address, ...dates, '', rating, levels?.[0] ?? '', levels?.[1] ?? ''].join(',')
    })
}
