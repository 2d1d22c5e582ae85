/** The draft while it is being filled: everything empty until a part of the record says otherwise. */
import type { ActivityDraft } from '../../../shared/domain/draft.ts'

export type Filling = { -readonly [Field in keyof ActivityDraft]: ActivityDraft[Field] }

const NOBODY: readonly string[] = Object.freeze([])

export function emptyDraft(raw: string, ordinal: number, line: number, byteOffset: number): Filling {
  return {
    ordinal,
    line,
    byteOffset,
    recordKey: '',
    atMs: 0,
    workload: '',
    operation: '',
    outcome: 'unknown',
    actorKind: 'unknown',
    actor: '',
    itemType: 'none',
    path: '',
    fileName: '',
    newFileName: '',
    extension: '',
    siteUrl: '',
    subject: '',
    targets: NOBODY,
    targetDomains: NOBODY,
    exposure: 'none',
    labelChange: 'none',
    alertSeverity: 'none',
    alertState: 'unknown',
    topic: '',
    label: '',
    sensitiveTypes: NOBODY,
    country: '',
    address: '',
    device: '',
    sizeBytes: 0,
    itemCount: 1,
    raw
  }
}

/** Adds people acted upon or written to, once each. */
export function addTargets(draft: Filling, identities: readonly string[]): void {
  if (identities.length === 0) return
  draft.targets = [...new Set([...draft.targets, ...identities])]
}

export function addDomains(draft: Filling, domains: readonly string[]): void {
  if (domains.length === 0) return
  draft.targetDomains = [...new Set([...draft.targetDomains, ...domains])]
}

/** Lower-case extension without the dot; empty for names without one and for what is no extension. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  if (dot <= 0 || fileName.length - dot > 17) return ''
  const extension = fileName.slice(dot + 1).toLowerCase()
  return extension.includes(' ') ? '' : extension
}

/** Last part of a path or URL, with either slash. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
