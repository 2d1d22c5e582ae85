/** Asks for a secret at the terminal without echo. The question goes to standard error; standard output stays clean. */

export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** Null when the operator gave up with Ctrl-C or Ctrl-D. */
export function askHidden(question: string): Promise<string | null> {
  const { stdin, stderr } = process
  return new Promise((resolve) => {
    let typed = ''
    const end = (answer: string | null): void => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      resolve(answer)
    }
    const take = (piece: string): void => {
      for (const key of piece) {
        if (key === '\r' || key === '\n') {
          end(typed)
          return
        }
        if (key === CTRL_C || (key === CTRL_D && typed === '')) {
          end(null)
          return
        }
        if (key === BACKSPACE || key === DELETE) typed = Array.from(typed).slice(0, -1).join('')
        else if (key >= ' ') typed += key
      }
    }
    stderr.write(question)
    stdin.setEncoding('utf8')
    stdin.setRawMode(true)
    stdin.on('data', take)
    stdin.resume()
  })
}

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const BACKSPACE = '\b'
const DELETE = '\u007f'
