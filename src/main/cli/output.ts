/** Writes what a command answers: one document or text on standard output, sentences on standard error. */
import { documentText } from './document.ts'
import type { Answer } from './command.ts'
import { plain } from './table.ts'

/** The exit code that goes with the answer. */
export async function writeAnswer(answer: Answer, isJson: boolean): Promise<number> {
  if (!answer.ok) {
    await writeSentence(answer.sentence)
    return answer.exitCode
  }
  const text = isJson ? documentText(answer.json) : withLineEnd(answer.text)
  if (text !== '') await write(process.stdout, text)
  if (answer.sentence !== null) await writeSentence(answer.sentence)
  return answer.exitCode
}

export function writeSentence(sentence: string): Promise<void> {
  return write(process.stderr, `inward: ${plain(sentence)}\n`)
}

/** Resolves when the text is on its way, so that the process does not end before a slow pipe has read all of it. */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve())
  })
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}
