/** Who and what the made case consists of; shared by its parts. Nobody of them exists. */
import { createHash } from 'node:crypto'

export const LEAVER = 'ANON-4K7Q-2M'
export const MANAGER = 'ANON-7HFC-8B'
export const COLLEAGUE = 'ANON-9TRW-X3'
export const EXPORTED_MS = at('2026-03-16T09:12:44+01:00')

export function at(text: string): number {
  return Date.parse(text)
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
