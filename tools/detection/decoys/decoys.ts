/** People who look as if: each does much, in the open, for a reason that their work gives. None of it is labelled. */
import { chanceOf } from '../company/chance.ts'
import { ownFile } from '../company/library.ts'
import type { Person } from '../company/people.ts'
import { PARTNERS, type Workplace } from '../ordinary/day.ts'
import { cast, type Plan, type Scene, sceneFor, workdays } from '../actors/plan.ts'
import { nextWorkday } from '../actors/scenarios.ts'

interface DecoyKind {
  readonly kind: string
  readonly departments: readonly string[]
  readonly count: number
  readonly play: (scene: Scene) => void
}

const KINDS: readonly DecoyKind[] = [
  {
    kind: 'new laptop',
    departments: [],
    count: 2,
    play: (scene) => {
      const { anchor, chance, on, person, library } = scene
      const phone = Array.from({ length: chance.between(150, 500) }, (_, index) =>
        ownFile(person, `scan ${person.last} ${index}.jpg`, chance.between(100_000, 4_000_000))
      )
      on(anchor, 600, (hands) => {
        hands.signIn(true)
        hands.files('FileSyncDownloadedFull', [...library.own(person), ...phone])
        hands.files('FileSyncDownloadedFull', scene.usual)
      })
    }
  },
  {
    kind: 'quarterly reporting',
    departments: ['Finance'],
    count: 2,
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor, 3))
        on(day, 560, (hands) => {
          hands.files('FileDownloaded', chance.some(scene.usual, chance.between(30, 80)))
          hands.print(chance.some(scene.usual, chance.between(15, 45)))
          for (let reports = chance.between(4, 11); reports > 0; reports -= 1) hands.report('ExportReport')
          for (let mails = chance.between(1, 4); mails > 0; mails -= 1)
            hands.mail('audit@numbers-and-sons.example', chance.some(scene.usual, 1))
        })
    }
  },
  {
    kind: 'auditor',
    departments: ['Legal'],
    count: 1,
    play: (scene) => {
      const { anchor, chance, on, library } = scene
      const everywhere = library.sites.flatMap((site) => library.site(site))
      for (const day of workdays(scene, anchor - 10, 18))
        on(day, 570, (hands) => {
          const looked = chance.some(everywhere, chance.between(40, 120))
          hands.files('FileAccessed', looked)
          hands.files('FileDownloaded', looked.slice(0, chance.between(10, 45)))
        })
    }
  },
  {
    kind: 'many mails to customers',
    departments: ['Sales'],
    count: 2,
    play: (scene) => {
      const { chance, on, calendar, person } = scene
      for (const day of workdays(scene, 0, calendar.days))
        on(day, person.startMinute + 30, (hands) => {
          for (let mails = chance.between(6, 16); mails > 0; mails -= 1)
            hands.mail(
              `buyer${chance.between(1, 200)}@${chance.pick(PARTNERS)}`,
              chance.some(scene.usual, chance.between(0, 2))
            )
        })
    }
  },
  {
    kind: 'back from a holiday',
    departments: [],
    count: 2,
    play: (scene) => {
      const { anchor, chance, on, person } = scene
      person.away = [anchor - 16, anchor - 1]
      for (const day of workdays(scene, anchor, 2))
        on(day, person.startMinute + 5, (hands) => {
          hands.files('FileAccessed', chance.some(scene.usual, chance.between(40, 100)))
          hands.files('FileDownloaded', chance.some(scene.usual, chance.between(10, 40)))
          hands.files('FileDeleted', chance.some(scene.usual, chance.between(5, 30)))
        })
    }
  },
  {
    kind: 'approved change of a device',
    departments: ['Customer Service', 'Research', 'Sales'],
    count: 1,
    play: (scene) => {
      const { anchor, chance, on, person, library } = scene
      const own = [...chance.some(library.own(person), 45), ...chance.some(scene.usual, chance.between(10, 40))]
      const [first = anchor, second = anchor] = workdays(scene, anchor, 2)
      on(first, 880, (hands) => {
        hands.device('UsbDriveMounted')
        hands.stick(own)
      })
      on(second, 560, (hands) => hands.fromStick(own))
    }
  },
  {
    kind: 'leaver who tidies up',
    departments: [],
    count: 2,
    play: (scene) => {
      const { anchor, chance, on, person, library } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + 16 })
      for (const day of workdays(scene, anchor + 14, 2))
        on(day, 900, (hands) => {
          hands.files('FileDownloaded', chance.some(library.own(person), chance.between(4, 15)))
          hands.files('FileDeleted', chance.some(library.own(person), chance.between(15, 45)))
        })
    }
  },
  {
    kind: 'victim of malware',
    departments: [],
    count: 2,
    play: (scene) => {
      const { anchor, chance, on } = scene
      on(anchor, 700, (hands) => {
        for (let alerts = chance.between(2, 5); alerts > 0; alerts -= 1)
          hands.alert('Malware', chance.pick(['medium', 'high']), 'Malware was detected')
      })
    }
  },
  {
    kind: 'bid with a partner',
    departments: ['Sales', 'Research', 'Marketing'],
    count: 1,
    play: (scene) => {
      const { anchor, chance, on } = scene
      on(anchor, 640, (hands) => {
        for (const file of chance.some(scene.usual, chance.between(10, 22))) hands.share(file, `bids@${PARTNERS[2]}`)
      })
    }
  }
]

/** How many of a team move their library. */
const MOVERS = 9

export function castDecoys(place: Workplace, plan: Plan, seed: number): void {
  for (const { kind, departments, count, play } of KINDS)
    for (let number = 0; number < count; number += 1) {
      const chance = chanceOf(seed, `decoy/${kind}/${number}`)
      const anchor = nextWorkday(place, chance.between(26, place.calendar.days - 22))
      const person = cast(place, plan, chance, departments, anchor)
      if (person !== null) playDecoy(place, plan, { chance, person, anchor, kind, play })
    }
  castMovers(place, plan, seed)
}

function playDecoy(
  place: Workplace,
  plan: Plan,
  part: Pick<DecoyKind, 'kind' | 'play'> & Pick<Scene, 'chance' | 'person' | 'anchor'>
): void {
  const days: number[] = []
  const scene = sceneFor(place, plan, { ...part, label: null })
  part.play({
    ...scene,
    on: (day, minute, perform, isHome) => {
      days.push(day)
      scene.on(day, minute, perform, isHome)
    }
  })
  plan.decoys.push({ address: part.person.address, kind: part.kind, days: [...new Set(days)] })
}

/** A whole team moves a library elsewhere on the same two days. */
function castMovers(place: Workplace, plan: Plan, seed: number): void {
  const chance = chanceOf(seed, 'decoy/movers')
  const team = chance.pick(['Marketing', 'Finance', 'Customer Service', 'Information Technology'])
  const anchor = nextWorkday(place, chance.between(30, place.calendar.days - 22))
  const movers: Person[] = []
  for (let number = 0; number < MOVERS; number += 1) {
    const person = cast(place, plan, chance, [team], anchor)
    if (person !== null) movers.push(person)
  }
  for (const person of movers)
    playDecoy(place, plan, {
      chance: chanceOf(seed, `decoy/mover/${person.address}`),
      person,
      anchor,
      kind: 'move of a team’s library',
      play: (scene) => {
        const [first = anchor, second = anchor] = workdays(scene, anchor, 2)
        const part = scene.chance.some([...scene.usual, ...scene.foreign], scene.chance.between(90, 260))
        scene.on(first, 600, (hands) => {
          hands.files('FileDownloaded', part)
          hands.files('FileUploaded', part)
        })
        scene.on(second, 620, (hands) => hands.files('FileDeleted', part))
      }
    })
}
