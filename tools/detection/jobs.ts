/** Each measurement runs in a process of its own, two at a time: that is what the machine that this is made for can bear. */
import { spawn } from 'node:child_process'
import { z } from 'zod'
import { QUICK, WHOLE } from './company/calendar.ts'
import { runCompany } from './measure/company-run.ts'
import { runCertLike } from './published/cert-like.ts'
import { runSyntheticCompany } from './published/synthetic-company.ts'

const Job = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('company'), seed: z.int(), turn: z.int(), isQuick: z.boolean() }),
  z.strictObject({ kind: z.literal('synthetic-company'), folder: z.string() }),
  z.strictObject({ kind: z.literal('cert-like'), folder: z.string() })
])
export type Job = z.infer<typeof Job>

const AT_ONCE = 2

/** Does what a parent asked for and prints the result; the last word of the command line is the job. */
export async function doJob(text: string, dist: string): Promise<void> {
  const job = Job.parse(JSON.parse(text))
  process.stdout.write(`${JSON.stringify(await resultOf(job, dist))}\n`)
}

/** Results in the order of the jobs. Throws when one of them fails. */
export async function runJobs(jobs: readonly Job[], dist: string, tell: (says: string) => void): Promise<unknown[]> {
  const results: unknown[] = jobs.map(() => null)
  const waiting = jobs.map((job, index) => ({ job, index }))
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const startedMs = performance.now()
        results[next.index] = JSON.parse(await runApart(next.job, dist))
        tell(`${nameOf(next.job)}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`)
      }
    })
  )
  return results
}

function resultOf(job: Job, dist: string): Promise<object> {
  switch (job.kind) {
    case 'company':
      return runCompany(job.seed, job.turn, job.isQuick ? QUICK : WHOLE, dist)
    case 'synthetic-company':
      return runSyntheticCompany(job.folder, dist)
    case 'cert-like':
      return runCertLike(job.folder, dist)
  }
}

function nameOf(job: Job): string {
  return job.kind === 'company' ? `company ${job.seed}` : job.kind
}

function runApart(job: Job, dist: string): Promise<string> {
  const [program = ''] = process.argv.slice(1)
  const child = spawn(process.execPath, [program, dist, '--job', JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(out)
      else reject(new Error(`${nameOf(job)} ended with ${code}`))
    })
  })
}
