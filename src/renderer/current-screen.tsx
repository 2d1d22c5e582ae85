/** Which screen stands in the frame for the current place. */
import { useNavigation, type Place } from './navigation.ts'
import { AlertScreen } from './screens/alert/screen.tsx'
import { AlertsScreen } from './screens/alerts/screen.tsx'
import { AuditScreen } from './screens/audit/screen.tsx'
import { CaseScreen } from './screens/case/screen.tsx'
import { CasesScreen } from './screens/cases/screen.tsx'
import { ImportScreen } from './screens/import/screen.tsx'
import { ImportsScreen } from './screens/imports/screen.tsx'
import { OverviewScreen } from './screens/overview/screen.tsx'
import { PeopleScreen } from './screens/people/screen.tsx'
import { PersonScreen } from './screens/person/screen.tsx'
import { PoliciesScreen } from './screens/policies/screen.tsx'
import { SettingsScreen } from './screens/settings/screen.tsx'

export function CurrentScreen() {
  const place = useNavigation((navigation) => navigation.place)
  return screenOf(place)
}

function screenOf(place: Place) {
  switch (place.screen) {
    case 'overview':
      return <OverviewScreen />
    case 'alerts':
      return <AlertsScreen />
    case 'alert':
      return <AlertScreen key={place.id} id={place.id} />
    case 'cases':
      return <CasesScreen />
    case 'case':
      return <CaseScreen key={place.id} id={place.id} />
    case 'people':
      return <PeopleScreen />
    case 'person':
      return <PersonScreen key={place.pseudonym} pseudonym={place.pseudonym} />
    case 'policies':
      return <PoliciesScreen />
    case 'imports':
      return <ImportsScreen />
    case 'import':
      return <ImportScreen key={place.id} id={place.id} />
    case 'audit':
      return <AuditScreen />
    case 'settings':
      return <SettingsScreen />
  }
}
