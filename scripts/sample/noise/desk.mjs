/** The rest of an ordinary day: signing in, Teams, a shared file, a label, a print, rarely a USB stick or an upload to a supplier. */
import { customers, labels, supplierPortal } from '../company.mjs'
import { addDeviceRename, addEndpoint, addRemovableCopy, addUpload, devicePath } from '../records/endpoint.mjs'
import { addDesktopLabel, addSharing } from '../records/sharing.mjs'
import { addSignIn, addTeams } from '../records/sign-in.mjs'
import { pickFile } from './file-work.mjs'
/** @import { Shift } from './ordinary.mjs' */

/** @param {Shift} shift */
export function addDesk(shift) {
  const { world, random, person, busyness } = shift
  if (random.chance(0.92)) addSignIn(world, random, person, shift.moment())
  if (random.chance(0.04))
    addSignIn(
      world,
      random,
      person,
      shift.moment(),
      random.pick([
        'InvalidUserNameOrPassword',
        'InvalidUserNameOrPassword',
        'UserStrongAuthEnrollmentRequiredInterrupt'
      ])
    )
  for (let left = random.times(0.3 * busyness); left > 0; left--)
    addTeams(
      world,
      random,
      person,
      shift.moment(),
      random.pick(['MessageSent', 'MessageSent', 'MessageCreatedHasLink', 'ChatCreated'])
    )
  if (random.chance(0.04)) share(shift)
  if (random.chance(0.015)) setLabel(shift)
  if (random.chance(0.045)) print(shift)
  useDevice(shift)
}

/** @param {Shift} shift */
function share(shift) {
  const { world, random, person } = shift
  const file = pickFile(shift)
  const operation = random.pick(['SharingSet', 'AddedToSecureLink', 'SecureLinkCreated', 'CompanyLinkCreated'])
  if (person.department.name === 'Sales' && random.chance(0.25)) {
    const guest = `${random.pick(['purchasing', 'planning'])}@${random.pick(customers)}`
    addSharing(world, random, person, shift.moment(), 'SharingInvitationCreated', file, { type: 'Guest', name: guest })
  } else if (operation === 'CompanyLinkCreated' || operation === 'SecureLinkCreated') {
    addSharing(world, random, person, shift.moment(), operation, file)
  } else {
    addSharing(world, random, person, shift.moment(), operation, file, {
      type: 'Member',
      name: random.pick(world.people).upn,
      eventData: '<Type>Edit</Type>'
    })
  }
}

/** @param {Shift} shift */
function setLabel(shift) {
  const { world, random, person } = shift
  const path = devicePath(person, 'Documents', pickFile(shift).name)
  if (random.chance(0.8))
    addDesktopLabel(world, random, person, shift.moment(), 'SensitivityLabelApplied', path, undefined, labels.general)
  else
    addDesktopLabel(
      world,
      random,
      person,
      shift.moment(),
      'SensitivityLabelUpdated',
      path,
      labels.general,
      labels.confidential
    )
}

/** @param {Shift} shift */
function print(shift) {
  const { world, random, person } = shift
  const file = pickFile(shift)
  addEndpoint(
    world,
    random,
    person,
    shift.moment(),
    'FilePrinted',
    devicePath(person, 'Documents', file.name),
    file.sizeBytes,
    {
      TargetPrinterName: `LK-PRN-${person.department.code}-0${random.int(1, 3)}`
    }
  )
}

/** Machine operators carry programs to their machines on a stick; engineers send drawings to suppliers. @param {Shift} shift */
function useDevice(shift) {
  const { world, random, person } = shift
  const department = person.department.name
  const file = pickFile(shift)
  const path = devicePath(person, 'Documents', file.name)
  if (random.chance(department === 'Manufacturing' ? 0.04 : 0.002))
    addRemovableCopy(world, random, person, shift.moment(), path, file.sizeBytes, {
      Manufacturer: 'Kestrel',
      Model: 'Shop Stick 16',
      SerialNumber: `KS${person.deviceId.slice(0, 8)}`
    })
  if (random.chance(department === 'Engineering' ? 0.015 : 0.002))
    addUpload(world, random, person, shift.moment(), path, file.sizeBytes, supplierPortal)
  if (random.chance(0.008))
    addEndpoint(
      world,
      random,
      person,
      shift.moment(),
      'ArchiveCreated',
      devicePath(person, 'Documents', `${file.name.split('.')[0]}.zip`),
      file.sizeBytes
    )
  if (random.chance(0.006))
    addDeviceRename(world, random, person, shift.moment(), path, path.replace(/(\.[a-z]+)$/, '-copy$1'), file.sizeBytes)
  if (random.chance(0.006)) addEndpoint(world, random, person, shift.moment(), 'FileDeleted', path, file.sizeBytes)
}
