/** Decoys that send things outside for good reasons: farewell photographs, and an assistant who books journeys every day. */
import { atClock, days, MINUTE_MS } from '../calendar.mjs'
import { freemail, travelAgency } from '../company.mjs'
import { newFile, placeAt } from '../library.mjs'
import { isAtWork } from '../people.mjs'
import { addFile } from '../records/file.mjs'
import { addMail } from '../records/mail.mjs'
import { addSharing } from '../records/sharing.mjs'
/** @import { World } from '../world.mjs' */

/** On the day before his last one a designer uploads fourteen photographs and shares their folder with six former colleagues. @param {World} world */
export function addFarewellParty(world) {
  const person = world.part.photographer
  const random = world.randomFor('decoy/farewell')
  const place = placeAt(world.seed, person.oneDriveUrl)
  for (let index = 1; index <= 14; index++) {
    const photo = {
      ...newFile(random, place, 'Documents/Farewell party', `farewell-${String(index).padStart(2, '0')}.jpg`),
      sizeBytes: random.int(180_000, 900_000)
    }
    addFile(
      world,
      random,
      person,
      atClock(person.country, '2026-04-16', '14:02') + index * MINUTE_MS,
      'FileUploaded',
      photo
    )
  }
  const folder = { ...newFile(random, place, 'Documents', 'Farewell party'), sizeBytes: 0 }
  for (const [index, name] of ['hanne.w', 'oskar.b', 'tilda.m', 'rolf.k', 'ines.d', 'gisa.p'].entries())
    addSharing(
      world,
      random,
      person,
      atClock(person.country, '2026-04-16', '14:31') + index * MINUTE_MS,
      'SharingInvitationCreated',
      folder,
      {
        type: 'Guest',
        name: `${name}@${freemail}`,
        itemType: 'Folder'
      }
    )
}

/** Three to six mails with itineraries to the same agency on every working day, before and after resigning alike. @param {World} world */
export function addTravelAssistant(world) {
  const person = world.part.assistant
  const random = world.randomFor('decoy/assistant')
  for (const day of days.filter((day) => isAtWork(person, day))) {
    for (let left = random.int(3, 6); left > 0; left--) {
      const trip = random.int(1000, 9999)
      addMail(world, random, person, atClock(person.country, day, '09:00') + random.int(0, 450) * MINUTE_MS, {
        subject: `Booking request ${trip}`,
        recipients: [`bookings@${travelAgency}`],
        attachments: [{ name: `Itinerary_${trip}.pdf`, sizeBytes: random.int(60_000, 240_000) }]
      })
    }
  }
}
