/**
 * Sets a JSON record on lines of its own for reading. Adds white space only: it does not parse the record, because
 * parsing would round long numbers and drop repeated fields, and this is evidence.
 */
export function layOutRecord(raw: string): string {
  if (!/^\s*[{[]/.test(raw)) return raw
  let text = ''
  let depth = 0
  let isInText = false
  for (let position = 0; position < raw.length; position += 1) {
    const letter = raw.charAt(position)
    if (isInText) {
      text += letter
      if (letter === '\\') {
        position += 1
        text += raw.charAt(position)
      } else if (letter === '"') isInText = false
    } else if (letter === '"') {
      isInText = true
      text += letter
    } else if (letter === '{' || letter === '[') {
      const isEmpty = /^\s*[}\]]/.test(raw.slice(position + 1, position + 20))
      depth += isEmpty ? 0 : 1
      text += isEmpty ? letter : letter + newLine(depth)
    } else if (letter === '}' || letter === ']') {
      const isEmpty = /[{[]\s*$/.test(text)
      depth -= isEmpty ? 0 : 1
      text += isEmpty ? letter : newLine(Math.max(0, depth)) + letter
    } else if (letter === ',') text += letter + newLine(depth)
    else if (letter === ':') text += ': '
    else if (letter.trim() !== '') text += letter
  }
  return text
}

const newLine = (depth: number) => `\n${'  '.repeat(depth)}`
