/** Which screen stands in the frame for the current place. */
import { useNavigation, type Place } from './navigation.ts'
import { AlertScreen } from './screens/alert/screen.tsx'
import { AlertsScreen } from './screens/alerts/screen.tsx'
import { AnalyticsScreen } from './screens/analytics/screen.tsx'
import { AuditScreen } from './screens/audit/screen.tsx'
import { CaseScreen } from './screens/case/screen.tsx'
import { CasesScreen } from './screens/cases/screen.tsx'
import { CatalogueScreen } from './screens/catalogue/screen.tsx'
import { ImportScreen } from './screens/import/screen.tsx'
import { ImportsScreen } from './screens/imports/screen.tsx'
import { OverviewScreen } from './screens/overview/screen.tsx'
import { PeopleScreen } from './screens/people/screen.tsx'
import { PersonScreen } from './screens/person/screen.tsx'
import { BacktestScreen } from './screens/policies/backtest/screen.tsx'
import { PolicyScreen } from './screens/policies/policy-screen.tsx'
import { PoliciesScreen } from './screens/policies/screen.tsx'
import { NewPolicyScreen, StoredPolicyWizard } from './screens/policies/wizard/screen.tsx'
import { RevealsScreen } from './screens/reveals/screen.tsx'
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
    case 'reveals':
      return <RevealsScreen />
    case 'people':
      return <PeopleScreen />
    case 'person':
      return <PersonScreen key={place.pseudonym} pseudonym={place.pseudonym} />
    case 'policies':
      return <PoliciesScreen />
    case 'policy':
      return <PolicyScreen key={place.id} id={place.id} />
    case 'policy-new':
      return <NewPolicyScreen key={place.template} template={place.template} />
    case 'policy-edit':
      return <StoredPolicyWizard key={place.id} id={place.id} kind="edit" />
    case 'policy-copy':
      return <StoredPolicyWizard key={place.id} id={place.id} kind="copy" />
    case 'policy-backtest':
      return <BacktestScreen key={place.id} id={place.id} />
    case 'catalogue':
      return <CatalogueScreen />
    case 'analytics':
      return <AnalyticsScreen />
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
