/** Measures Inward on this machine with made data. */
import path from 'node:path'
import { BenchFailed } from '../bench/subject.ts'
import { runBench } from '../bench/run.ts'
import { freeCommand, print } from '../command.ts'
import { write } from '../output.ts'
import { BUILT } from '../shell.ts'
import { refusal } from '../refusal.ts'
import { table } from '../table.ts'
import { integer, withDefault } from '../value.ts'

export const bench = freeCommand(
  {
    words: ['bench'],
    does: 'Measures import, scoring and queries with made data in a temporary workspace.',
    operands: {},
    rest: null,
    options: { events: withDefault(integer('N', 1000, 10_000_000), 200_000) }
  },
  async (terminal, { options }) => {
    try {
      const { machine, figures } = await runBench({
        events: options.events,
        shell: terminal.desk.shell,
        threadFile: path.join(BUILT, 'bench-making.mjs'),
        tell: (step) => void say(`${step} …`),
        atEnd: terminal.atEnd
      })
      const shown = table(
        [
          { head: 'figure', cell: ({ name }) => name },
          { head: 'value', isNumber: true, cell: ({ value }) => value },
          { head: 'unit', cell: ({ unit }) => unit },
          { head: 'baseline', isNumber: true, cell: ({ baseline }) => baseline?.value ?? null },
          { head: 'ratio', isNumber: true, cell: ({ ratio }) => ratio },
          { head: 'peak MB', isNumber: true, cell: ({ peakRssMb }) => peakRssMb },
          { head: 'reached', cell: ({ reached }) => (reached ? 'yes' : 'no') },
          { head: 'aim', cell: ({ aim }) => aim }
        ],
        figures
      )
      const where = `${machine.processor}, ${machine.cores} cores, ${machine.memoryMb} MB, Node ${machine.node}, ${machine.events} events, load ${machine.load}`
      return print({ machine, figures }, `${where}\n\n${shown}`)
    } catch (error) {
      if (error instanceof BenchFailed) return refusal(`The benchmark could not be run: ${error.message}`)
      throw error
    }
  }
)

/** What is being done, for somebody who waits at a terminal. */
async function say(words: string): Promise<void> {
  if (process.stderr.isTTY) await write(process.stderr, `${words}\n`)
}
