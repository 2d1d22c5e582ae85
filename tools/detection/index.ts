/**
 * The command behind `npm run detection`: makes companies, measures, writes the card. Words of the command line: the
 * folder of the built product, then `--quick` for one small company, `--card FILE` for another place of the card,
 * `--figures FILE` to keep the figures as JSON.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import prettier from 'prettier'
import { writeCard } from './card/card.ts'
import { doJob, type Job, runJobs } from './jobs.ts'
import { CompanyResult, PublishedDays, PublishedPeople } from './measure/result.ts'
import { publishedFolder } from './published/folder.ts'
import { type Chosen, HELD_OUT, QUICKLY, TUNING } from './seeds.ts'

const [dist = '', ...words] = process.argv.slice(2)

if (words[0] === '--job') await doJob(words[1] ?? '', dist)
else await measureAll()

async function measureAll(): Promise<void> {
  const checkout = path.dirname(dist)
  const isQuick = words.includes('--quick')
  const tuning = isQuick ? [] : TUNING
  const heldOut = isQuick ? QUICKLY : HELD_OUT
  const synthetic = isQuick ? null : publishedFolder(checkout, 'synthetic-company')
  const certLike = isQuick ? null : publishedFolder(checkout, 'kruxshnx-cert-like')
  const company = ({ seed, turn }: Chosen): Job => ({ kind: 'company', seed, turn, isQuick })
  const jobs: Job[] = [...tuning.map(company), ...heldOut.map(company)]
  if (synthetic !== null) jobs.push({ kind: 'synthetic-company', folder: synthetic })
  if (certLike !== null) jobs.push({ kind: 'cert-like', folder: certLike })
  const results = await runJobs(jobs, dist, (says) => process.stdout.write(`${says}\n`))
  const resultOf = (wanted: Job['kind']): unknown => results[jobs.findIndex(({ kind }) => kind === wanted)]
  const companies = results.slice(0, tuning.length + heldOut.length).map((result) => CompanyResult.parse(result))
  const figures = {
    isQuick,
    tuning: companies.slice(0, tuning.length),
    heldOut: companies.slice(tuning.length),
    syntheticCompany: synthetic === null ? null : PublishedDays.parse(resultOf('synthetic-company')),
    certLike: certLike === null ? null : PublishedPeople.parse(resultOf('cert-like'))
  }
  const file = path.resolve(wordAfter('--card') ?? path.join(checkout, 'docs/detection.md'))
  const options = await prettier.resolveConfig(path.join(checkout, 'docs/detection.md'), { editorconfig: true })
  writeFileSync(file, await prettier.format(writeCard(figures), { ...options, parser: 'markdown' }))
  const kept = wordAfter('--figures')
  if (kept !== undefined) writeFileSync(kept, `${JSON.stringify(figures, null, 2)}\n`)
  process.stdout.write(`written: ${path.relative(checkout, file)}\n`)
}

function wordAfter(option: string): string | undefined {
  const at = words.indexOf(option)
  return at < 0 ? undefined : words[at + 1]
}
