/** What a device event was about: which device, by its own id, and what it calls itself. Sticks and discs are devices, not files. */
import type { Filling } from '../filling.ts'

type Data = Readonly<Record<string, string>>

const IDS = ['DeviceInstanceId', 'DeviceId', 'InstanceId', 'instance', 'DeviceInstanceID', 'ParentId'] as const
const NAMES = ['DeviceDescription', 'DeviceName', 'Model', 'FriendlyName', 'DriverDescription'] as const

export function fillDevice(draft: Filling, data: Data): void {
  draft.itemType = 'device'
  // Some collectors hand on the marks in which XML writes an ampersand.
  draft.path = firstOf(data, IDS).replaceAll('&amp;', '&')
  const maker = data['Manufacturer']?.trim() ?? ''
  const serial = data['SerialNumber']?.trim() ?? ''
  const name = firstOf(data, NAMES) || describedIn(draft.path)
  draft.subject = [maker, name, serial].filter((part) => part !== '' && part !== '-').join(' ')
  // The partition log writes one event for both, and a disk of no size is one that left.
  if (data['Capacity'] !== undefined && data['Model'] !== undefined)
    draft.operation = `${draft.operation.split(' ')[0] ?? ''} ${Number(data['Capacity']) === 0 ? 'Disk removed' : 'Disk connected'}`
}

function firstOf(data: Data, names: readonly string[]): string {
  for (const name of names) {
    const value = data[name]?.trim() ?? ''
    if (value !== '' && value !== '-') return value
  }
  return ''
}

/** `…Ven_Kingston&Prod_DataTraveler…` says who made it and what it is. */
function describedIn(id: string): string {
  const parts = /ven_([^&#\\]*)&prod_([^&#\\]*)/i.exec(id)
  return parts === null ? '' : `${parts[1] ?? ''} ${parts[2] ?? ''}`.replaceAll('_', ' ').trim()
}
