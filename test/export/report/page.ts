/** Reads a report with a strict XML parser, which forgives nothing, and finds things in it. */
import { SaxesParser } from 'saxes'

export class Part {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Part | string)[] = []

  constructor(name: string, attributes: Readonly<Record<string, string>>) {
    this.name = name
    this.attributes = attributes
  }

  /** All parts below this one, in the order of the page. */
  get below(): readonly Part[] {
    return this.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...child.below]))
  }

  /** Every text below, with single spaces. */
  get text(): string {
    return oneLine(this.rawText)
  }

  get rawText(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.rawText)).join('')
  }

  named(name: string): readonly Part[] {
    return this.below.filter((part) => part.name === name)
  }

  classed(name: string): readonly Part[] {
    return this.below.filter((part) => part.attributes['class']?.split(' ').includes(name))
  }

  withId(id: string): Part {
    const [found] = this.below.filter((part) => part.attributes['id'] === id)
    if (found === undefined) throw new Error(`the page has no part #${id}`)
    return found
  }

  first(name: string): Part {
    const [found] = this.named(name)
    if (found === undefined) throw new Error(`the page has no <${name}>`)
    return found
  }
}

/** Throws on the first thing that is not well-formed. */
export function readPage(html: string): Part {
  const root = new Part('', {})
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const part = new Part(name, attributes)
    open.at(-1)?.children.push(part)
    open.push(part)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(html).close()
  return root
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
