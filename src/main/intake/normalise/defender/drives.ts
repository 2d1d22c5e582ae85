/**
 * Remembers, while one file is read, which drive letters of which device are removable, so that a file made there is told
 * from a file made on the disk. It knows only what stood before in the same file.
 */
import { type Fields, trimmed } from '../field.ts'

export interface Drives {
  /** Takes note of a drive that was mounted, unmounted or given another letter. */
  note(device: string, action: string, details: Fields | null): void
  isRemovable(device: string, path: string): boolean
}

/** Letters of more devices than an organisation has; past this the memory is started afresh. */
const REMEMBERED = 100_000

export function openDrives(): Drives {
  let removable = new Set<string>()
  return {
    note(device, action, details) {
      if (!action.startsWith('UsbDrive')) return
      const letter = letterOf(trimmed(details?.['DriveLetter']))
      if (device === '' || letter === '') return
      if (action.startsWith('UsbDriveUnmount')) removable.delete(`${device}|${letter}`)
      else {
        if (removable.size >= REMEMBERED) removable = new Set()
        removable.add(`${device}|${letter}`)
      }
    },
    isRemovable(device, path) {
      const letter = letterOf(path)
      return letter !== '' && removable.has(`${device}|${letter}`)
    }
  }
}

function letterOf(text: string): string {
  return /^([a-z]):?(?:\\|\/|$)/i.exec(text)?.[1]?.toLowerCase() ?? ''
}
