/**
 * Entry of the command line. Ends with 0, 1, 2 or 3 and never with a stack; Ctrl-C stops a running import at the border of a
 * batch, so that what was stored stays consistent.
 */
import { createDesk } from '../desk/desk.ts'
import { parseArguments } from './arguments.ts'
import { COMMANDS } from './catalogue.ts'
import type { Answer } from './command.ts'
import { print } from './command.ts'
import { writeAnswer, writeSentence } from './output.ts'
import { takeEnvironment } from './passphrase.ts'
import { progressLine } from './progress.ts'
import { usageRefusal } from './refusal.ts'
import { SOFTWARE, terminalShell } from './shell.ts'
import { createTerminal } from './terminal.ts'
import { helpAbout, shortUsage } from './usage.ts'

const environment = takeEnvironment(process.env)
// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on('error', () => process.exit(0))
// Everything is written by now; nothing that is still being closed may hold the operator up.
process.exit(await main(process.argv.slice(2)))

async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv, COMMANDS)
  switch (parsed.kind) {
    case 'version':
      return writeAnswer(print(SOFTWARE, `inward ${SOFTWARE.version}`), parsed.isJson)
    case 'help': {
      const help = helpAbout(parsed.words, COMMANDS)
      return writeAnswer(
        help === null ? usageRefusal(`There is no command “${parsed.words.join(' ')}”.`) : print(help.json, help.text),
        parsed.isJson
      )
    }
    case 'usage':
      await writeSentence(parsed.sentence)
      process.stderr.write(`${shortUsage(parsed.command)}\n`)
      return 2
    case 'run': {
      const line = progressLine(process.stderr)
      const desk = createDesk(
        terminalShell({
          logFile: environment.log,
          onProgress: () => {
            line.show(desk.progress)
          },
          onWaiting: () => {
            void writeSentence('Another Inward is writing to this workspace; this command goes on when it is done.')
          }
        })
      )
      const stop = onInterrupt(
        () => desk.running?.abort(),
        () => desk.running !== null
      )
      const terminal = createTerminal(parsed.given, environment, desk)
      let answer: Answer
      try {
        answer = await Promise.race([parsed.run(terminal), stop])
      } catch (error) {
        desk.shell.log(
          'command',
          error instanceof Error ? (error.stack ?? error.name).replace(error.message, '') : 'not an error'
        )
        answer = { ok: false, exitCode: 1, sentence: 'Something went wrong inside Inward. What is stored is safe.' }
      }
      line.clear()
      await terminal.end()
      return writeAnswer(answer, parsed.given.isJson)
    }
  }
}

/** The first Ctrl-C stops the running work in good order; a second one, or one while nothing runs, ends the command. */
function onInterrupt(stopWork: () => void, isWorking: () => boolean): Promise<Answer> {
  return new Promise((resolve) => {
    let isStopping = false
    const interrupt = (): void => {
      if (isWorking() && !isStopping) {
        isStopping = true
        stopWork()
        return
      }
      resolve({ ok: false, exitCode: 1, sentence: 'The command was cancelled. What was stored is consistent.' })
    }
    process.on('SIGINT', interrupt)
    process.on('SIGTERM', interrupt)
  })
}
