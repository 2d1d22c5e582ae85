/** Data that leaves without a departure: by anybody, by people of a priority group, by people after a bad conversation. */
import { privateAddress } from '../ordinary/day.ts'
import { LABELS } from '../company/library.ts'
import { type Scene, type Style, workdays } from './plan.ts'

const STORAGE = 'drop-storage.example'
const GUEST = 'mira.partner@rival-works.example'

const labelledFiles = (scene: Scene) => {
  const labelled = [...scene.foreign, ...scene.usual].filter(({ label }) => label === LABELS[2] || label === LABELS[1])
  return labelled.length > 60 ? labelled : [...labelled, ...scene.foreign]
}

export const GENERAL_LEAKS: readonly Style[] = [
  {
    name: 'many mails to a private address',
    departments: ['Research', 'Finance', 'People Office', 'Legal'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      for (const day of workdays(scene, anchor, 2))
        on(day, 780, (hands) => {
          for (let mails = chance.between(18, 32); mails > 0; mails -= 1)
            hands.mail(privateAddress(person), chance.some(scene.usual, chance.between(1, 3)))
          hands.rule('High', privateAddress(person))
        })
    }
  },
  {
    name: 'links that open to anyone',
    departments: ['Marketing', 'Sales', 'Customer Service', 'Research'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      const [first = anchor, second = anchor] = workdays(scene, anchor, 2)
      on(first, 700, (hands) => {
        hands.openToAnyone(chance.some(labelledFiles(scene), chance.between(15, 35)))
      })
      on(second, 800, (hands) => {
        hands.openToAnyone(chance.some(labelledFiles(scene), chance.between(4, 9)))
      })
    }
  },
  {
    name: 'uploads to storage that nobody approved',
    departments: ['Research', 'Customer Service', 'Finance'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor, 3)) {
        const loot = chance.some(scene.foreign, chance.between(25, 70))
        on(day, chance.between(900, 1000), (hands) => {
          hands.files('FileDownloaded', loot)
          hands.wait(5).web(loot, STORAGE)
        })
      }
    }
  },
  {
    name: 'slow leak to a guest',
    departments: ['Research', 'Sales', 'Finance'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor + 9, -16)) {
        if (!chance.happens(0.85)) continue
        on(day, chance.between(900, 1010), (hands) => {
          for (const file of chance.some(scene.foreign, chance.between(2, 5))) hands.share(file, GUEST)
        })
      }
    }
  },
  {
    name: 'a stick every week',
    departments: ['Research', 'Production', 'Information Technology'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      for (const from of [anchor - 14, anchor - 7, anchor, anchor + 7])
        for (const day of workdays(scene, from, 1)) {
          const loot = chance.some(scene.foreign, chance.between(18, 40))
          on(day, person.startMinute + person.workMinutes, (hands) => {
            hands.files('FileDownloaded', loot)
            hands.stick(loot)
          })
        }
    }
  }
]

export const PRIORITY_LEAKS: readonly Style[] = [
  {
    name: 'board papers to a private address',
    departments: ['Management', 'Legal', 'Finance'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      for (const day of workdays(scene, anchor, 4))
        on(day, 1080, (hands) => {
          for (const file of chance.some(labelledFiles(scene), chance.between(4, 8)))
            hands.mail(privateAddress(person), [file])
        })
    }
  },
  {
    name: 'labelled files to a stick at night',
    departments: ['Research', 'Management'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of [anchor, anchor + 1])
        on(day, 1270, (hands) => {
          const loot = chance.some(labelledFiles(scene), chance.between(20, 40))
          hands.files('FileDownloaded', loot)
          hands.device('UsbDriveMounted')
          hands.stick(loot)
        })
    }
  },
  {
    name: 'label taken off, then shared',
    departments: ['Research', 'Management', 'Information Technology'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor, 2))
        on(day, 870, (hands) => {
          const loot = chance.some(labelledFiles(scene), chance.between(8, 16))
          hands.unlabel(loot)
          for (const file of loot) hands.wait(1).share({ ...file, label: '' }, GUEST)
        })
    }
  }
]

export const DISGRUNTLED_LEAKS: readonly Style[] = [
  {
    name: 'review, then upload and deletion',
    departments: ['Sales', 'Research', 'Marketing'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'performance-review', day: anchor, rating: '1' })
      const [first = anchor, second = anchor] = workdays(scene, anchor + 1, 2)
      const loot = chance.some(scene.foreign, chance.between(35, 70))
      on(first, 930, (hands) => {
        hands.files('FileDownloaded', loot)
        hands.wait(10).web(loot, STORAGE)
      })
      on(second, 920, (hands) => hands.files('FileDeleted', chance.some(loot, chance.between(25, 60))))
    }
  },
  {
    name: 'demotion, then sabotage',
    departments: ['Production', 'Information Technology', 'Customer Service'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'job-level-change', day: anchor, levels: ['5', '4'] })
      for (const day of workdays(scene, anchor + 2, 2)) {
        const gone = chance.some([...scene.usual, ...scene.foreign], chance.between(160, 320))
        on(day, 1000, (hands) => {
          hands.files('FileDeleted', gone)
          hands.wait(5).files('FileDeletedFirstStageRecycleBin', gone)
        })
      }
    }
  },
  {
    name: 'improvement plan, then forwarding',
    departments: ['Sales', 'Finance', 'People Office'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      scene.tell({ kind: 'improvement-plan', day: anchor, rating: '2' })
      const [first = anchor, second = anchor, third = anchor] = workdays(scene, anchor + 1, 3)
      on(first, 720, (hands) => hands.forward(privateAddress(person)))
      for (const day of [second, third])
        on(day, 840, (hands) => {
          for (let mails = chance.between(6, 12); mails > 0; mails -= 1)
            hands.mail(privateAddress(person), chance.some(scene.usual, 2))
        })
    }
  },
  {
    name: 'review, then renamed and carried out at night',
    departments: ['Research', 'Production', 'Legal'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'performance-review', day: anchor, rating: '1' })
      for (const day of [anchor + 1, anchor + 3])
        on(day, 1230, (hands) => {
          const loot = chance.some(scene.foreign, chance.between(12, 30))
          hands.files('FileDownloaded', loot)
          const renamed = loot.map((file, index) => hands.renameOnDevice(file, `img_${chance.hex(3)}${index}.jpg`))
          if (chance.happens(0.5)) hands.bluetooth(renamed)
          else hands.stick(renamed)
        })
    }
  }
]
