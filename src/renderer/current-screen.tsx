/** Which screen stands in the frame for the current place. */
import { useNavigation, type Place } from './navigation.ts'
import { AlertScreen } from './screens/alert/screen.tsx'
import { AlertsScreen } from './screens/alerts/screen.tsx'
import { SettingsScreen } from './screens/settings/screen.tsx'

export function CurrentScreen() {
  const place = useNavigation((navigation) => navigation.place)
  return screenOf(place)
}

function screenOf(place: Place) {
  switch (place.screen) {
    case 'alert':
      return <AlertScreen key={place.id} id={place.id} />
    case 'settings':
      return <SettingsScreen />
    default:
      return <AlertsScreen />
  }
}
