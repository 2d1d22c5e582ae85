/** People who break the protection of systems: on their own, on leaving, with rights of priority, or after a bad conversation. */
import { type Style, workdays } from './plan.ts'

const others = (scene: { readonly people: readonly { readonly address: string }[] }): readonly string[] =>
  scene.people.map(({ address }) => address)

export const GENERAL_VIOLATIONS: readonly Style[] = [
  {
    name: 'protection off, tools brought in',
    departments: ['Production', 'Research', 'Customer Service'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor, 3))
        on(day, chance.between(650, 900), (hands) => {
          hands.device('TamperingAttempt')
          hands.alert('DefenseEvasion', chance.pick(['medium', 'high']), 'Protection was switched off')
          for (let tools = chance.between(3, 9); tools > 0; tools -= 1) hands.fetchTool(`kit-${chance.hex(4)}.exe`)
          if (chance.happens(0.6)) hands.alert('UnwantedSoftware', 'medium', 'An unwanted program ran')
        })
    }
  },
  {
    name: 'looking for passwords',
    departments: ['Information Technology', 'Research', 'Customer Service'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor, 2))
        on(day, chance.between(700, 1000), (hands) => {
          hands.failLogon(chance.between(20, 60))
          for (let reads = chance.between(4, 12); reads > 0; reads -= 1)
            hands.device('SensitiveFileRead', { FileName: `store-${chance.hex(3)}.db`, FolderPath: 'C:\\Data' })
          hands.alert('CredentialAccess', 'high', 'Credentials were read from memory')
        })
    }
  },
  {
    name: 'own administrator, log cleared',
    departments: ['Information Technology', 'Production'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      const [first = anchor, second = anchor] = workdays(scene, anchor, 2)
      on(first, 1000, (hands) => {
        hands.alert('SuspiciousActivity', 'medium', 'Rights were raised')
        for (let accounts = chance.between(2, 5); accounts > 0; accounts -= 1)
          hands.device('UserAccountAddedToLocalGroup')
        for (let services = chance.between(2, 6); services > 0; services -= 1) hands.device('ServiceInstalled')
      })
      on(second, 1010, (hands) => {
        hands.device('AuditPolicyModification')
        for (let logs = chance.between(1, 3); logs > 0; logs -= 1) hands.device('SecurityLogCleared')
      })
    }
  }
]

export const DEPARTING_VIOLATIONS: readonly Style[] = [
  {
    name: 'a way in for later',
    departments: ['Information Technology'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + 15 })
      const [first = anchor, second = anchor] = workdays(scene, anchor + 4, 2)
      on(first, 1090, (hands) => {
        for (let accounts = chance.between(2, 4); accounts > 0; accounts -= 1) {
          const name = `svc-${chance.hex(4)}@norrvik.example`
          hands.directory('Add user.', name)
          hands.directory('Add member to role.', name)
        }
        hands.directory('Consent to application.', person.address)
      })
      on(second, 1100, (hands) => {
        hands.directory('Add service principal credentials.', `app-${chance.hex(4)}`)
        for (let tasks = chance.between(3, 7); tasks > 0; tasks -= 1) hands.device('ScheduledTaskCreated')
      })
    }
  },
  {
    name: 'back after the last day',
    departments: ['Production', 'Sales', 'Research', 'Customer Service'],
    play: (scene) => {
      const { anchor, chance, person, on } = scene
      scene.tell({ kind: 'termination', day: anchor - 3, lastDay: anchor })
      for (const day of [anchor + 2, anchor + 3, anchor + 6])
        on(day, chance.between(1140, 1260), (hands) => {
          hands.elsewhere().signIn(true)
          hands.files('FileAccessed', chance.some(scene.usual, chance.between(15, 40)))
          hands.files('FileDownloaded', chance.some(scene.usual, chance.between(4, 15)))
          hands.ip = person.office
          if (chance.happens(0.7)) hands.door('Main entrance', false)
        })
    }
  },
  {
    name: 'protection off before leaving',
    departments: ['Research', 'Information Technology', 'Customer Service'],
    play: (scene) => {
      const { anchor, on } = scene
      scene.tell({ kind: 'resignation', day: anchor, lastDay: anchor + 20 })
      for (const day of workdays(scene, anchor + 2, 2))
        on(day, 960, (hands) => {
          hands.device('TamperingAttempt')
          hands.device('FirewallServiceStopped')
          hands.alert('DefenseEvasion', 'medium', 'Protection was switched off')
          hands.alert('UnwantedSoftware', 'low', 'An unwanted program ran')
        })
    }
  }
]

export const PRIORITY_VIOLATIONS: readonly Style[] = [
  {
    name: 'other people’s mailboxes',
    departments: ['Information Technology', 'Management'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      const [first = anchor, second = anchor] = workdays(scene, anchor, 2)
      on(first, 1050, (hands) => {
        hands.openMailboxOf(chance.some(others(scene), chance.between(5, 11)))
        hands.alert('SuspiciousActivity', 'medium', 'Mailboxes were opened to one account')
      })
      on(second, 1060, (hands) => {
        hands.protection('Set-UnifiedAuditLogRetentionPolicy', 'Default')
        hands.openMailboxOf(chance.some(others(scene), chance.between(3, 6)))
      })
    }
  },
  {
    name: 'rules against data loss taken away',
    departments: ['Information Technology', 'Management', 'Legal'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      for (const day of workdays(scene, anchor, 2))
        on(day, 1110, (hands) => {
          for (let rules = chance.between(2, 6); rules > 0; rules -= 1)
            hands.protection('Remove-DlpComplianceRule', `Rule ${chance.hex(3)}`)
          hands.device('TamperingAttempt')
          hands.alert('DefenseEvasion', 'high', 'Protection was switched off')
        })
    }
  }
]

export const DISGRUNTLED_VIOLATIONS: readonly Style[] = [
  {
    name: 'demotion, then traces wiped',
    departments: ['Information Technology', 'Production'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'job-level-change', day: anchor, levels: ['6', '4'] })
      for (const day of workdays(scene, anchor + 1, 2))
        on(day, 1080, (hands) => {
          hands.device('AuditPolicyModification')
          for (let logs = chance.between(1, 4); logs > 0; logs -= 1) hands.device('SecurityLogCleared')
          if (chance.happens(0.7)) hands.alert('DefenseEvasion', 'medium', 'A log was cleared')
        })
    }
  },
  {
    name: 'improvement plan, then doors at night',
    departments: ['Production', 'Research', 'Customer Service'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'improvement-plan', day: anchor, rating: '1' })
      for (const day of [anchor + 2, anchor + 5])
        on(day, 1330, (hands) => {
          for (let tries = chance.between(3, 7); tries > 0; tries -= 1)
            hands.door(chance.pick(['Server room', 'Sample vault'] as const), false)
          hands.failLogon(chance.between(12, 40))
        })
    }
  },
  {
    name: 'review, then tools and passwords',
    departments: ['Information Technology', 'Research', 'Finance'],
    play: (scene) => {
      const { anchor, chance, on } = scene
      scene.tell({ kind: 'performance-review', day: anchor, rating: '1' })
      for (const day of workdays(scene, anchor + 1, 2))
        on(day, 890, (hands) => {
          for (let tools = chance.between(2, 6); tools > 0; tools -= 1) hands.fetchTool(`pick-${chance.hex(4)}.ps1`)
          hands.alert('CredentialAccess', 'medium', 'Credentials were looked for')
          hands.failLogon(chance.between(10, 30))
        })
    }
  }
]
