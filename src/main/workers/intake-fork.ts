/** Starts the intake as a plain child process, for the command line and the tests. */
import { fork } from 'node:child_process'
import { intakeEnvironment, intakeLimits, type SpawnIntake } from './intake-client.ts'
import type { FromIntake } from './intake-protocol.ts'

export function forkIntake(file: string): SpawnIntake {
  return () => {
    const child = fork(file, [], {
      env: intakeEnvironment(process.env),
      execArgv: intakeLimits(),
      serialization: 'advanced',
      // A terminal's Ctrl-C goes to the whole group; the import ends its process itself, at the border of a batch.
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc']
    })
    return {
      send: (message) => {
        if (child.connected) child.send(message, ignore)
      },
      onMessage: (listener) => {
        child.on('message', (message: FromIntake) => {
          listener(message)
        })
      },
      onExit: (listener) => {
        child.once('exit', listener)
      },
      kill: () => {
        child.kill('SIGKILL')
      }
    }
  }
}

/** A child that died in between cannot be written to; that it ended is told by its exit. */
function ignore(): void {
  return undefined
}
