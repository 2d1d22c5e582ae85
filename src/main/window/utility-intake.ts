/** Starts the intake as Electron's utility process. */
import type { UtilityProcess } from 'electron'
import { intakeEnvironment, intakeLimits, type SpawnIntake } from '../workers/intake-client.ts'
import type { FromIntake } from '../workers/intake-protocol.ts'

interface UtilityProcessMaker {
  fork(file: string, args: string[], options: Electron.ForkOptions): UtilityProcess
}

export function utilityIntake(maker: UtilityProcessMaker, file: string): SpawnIntake {
  return () => {
    const child = maker.fork(file, [], {
      env: intakeEnvironment(process.env),
      execArgv: intakeLimits(),
      serviceName: 'Inward intake',
      stdio: 'ignore'
    })
    return {
      send: (message) => {
        child.postMessage(message)
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
        child.kill()
      }
    }
  }
}
