/** People who leave and take data along: at once, hidden, in small pieces, at night, or on paper. */
import { privateAddress } from '../ordinary/day.ts'
import { type Style, workdays } from './plan.ts'

const STORAGE = 'drop-storage.example'

export const DEPARTING_THEFT: readonly Style[] = [
  {
    name: 'bulk copy to a stick',
    departments: ['Research', 'Sales', 'Customer Service'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + chance.between(14, 21) })
      const [first = anchor, second = anchor] = workdays(scene, anchor - 2, -3)
      const [later = anchor] = workdays(scene, anchor + 3, 1)
      const loot = chance.some(scene.foreign, chance.between(110, 220))
      on(first, 620, (hands) => hands.files('FileDownloaded', loot))
      on(second, 980, (hands) => {
        hands.device('UsbDriveMounted')
        hands.stick(loot.slice(0, -20))
      })
      on(later, 700, (hands) => hands.stick(chance.some(scene.usual, chance.between(25, 45))))
    }
  },
  {
    name: 'hidden in archives, uploaded, deleted',
    departments: ['Research', 'Finance', 'Legal'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + chance.between(10, 25) })
      for (const day of workdays(scene, anchor + 1, 3)) {
        const loot = chance.some(scene.foreign, chance.between(18, 35))
        on(day, chance.between(600, 900), (hands) => {
          hands.files('FileDownloaded', loot)
          const packed = hands.wait(15).archive(loot, `holiday-${chance.hex(3)}.zip`)
          const renamed = hands.renameOnDevice(packed, `photos-${chance.hex(3)}.jpg`)
          hands.wait(10).web([renamed], STORAGE)
          hands.wait(20).removeOnDevice([renamed, ...loot])
        })
      }
    }
  },
  {
    name: 'slow leak by private mail',
    departments: ['Sales', 'Research', 'Marketing'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + 14 })
      for (const day of workdays(scene, anchor - 1, -14)) {
        if (!chance.happens(0.85)) continue
        on(day, person.startMinute + person.workMinutes - 20, (hands) => {
          for (let mails = chance.between(2, 4); mails > 0; mails -= 1)
            hands.mail(privateAddress(person), chance.some(scene.usual, chance.between(1, 2)))
        })
      }
    }
  },
  {
    name: 'nights before the notice',
    departments: ['Research', 'Sales', 'Information Technology'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + 28 })
      for (const day of [anchor - 9, anchor - 5, anchor - 2]) {
        const loot = chance.some(scene.foreign, chance.between(50, 110))
        on(
          day,
          chance.between(1300, 1360),
          (hands) => {
            hands.signIn(true)
            hands.files('FileDownloaded', loot)
            hands.web(loot.slice(0, chance.between(20, 45)), STORAGE)
          },
          true
        )
      }
    }
  },
  {
    name: 'printed, then deleted',
    departments: ['Finance', 'Production', 'People Office'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'termination', day: anchor, lastDay: anchor + 6 })
      const [first = anchor, second = anchor, third = anchor] = workdays(scene, anchor, 3)
      on(first, 960, (hands) => hands.print(chance.some(scene.foreign, chance.between(60, 110))))
      on(second, 940, (hands) => hands.print(chance.some(scene.foreign, chance.between(50, 90))))
      on(third, 900, (hands) => {
        hands.files('FileDeleted', chance.some([...scene.usual, ...scene.foreign], chance.between(150, 260)))
      })
    }
  }
]
