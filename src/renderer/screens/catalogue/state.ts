/** View state of the catalogue: which part is shown, which category and words, which indicator is opened. */
import type { Category } from '../../../shared/domain/category.ts'
import { createUntilLock } from '../../memory.ts'
import { go } from '../../navigation.ts'

export type CataloguePart = 'indicators' | 'sequences' | 'boosters'

interface CatalogueState {
  readonly part: CataloguePart
  readonly category: Category | null
  readonly isOnlySeen: boolean
  readonly search: string
  readonly focusedId: string | null
  readonly isOpen: boolean
}

export const useCatalogue = createUntilLock<CatalogueState>(() => ({
  part: 'indicators',
  category: null,
  isOnlySeen: false,
  search: '',
  focusedId: null,
  isOpen: false
}))

/** From anywhere to one indicator, whatever was filtered before. */
export function openIndicator(id: string): void {
  useCatalogue.setState({
    part: 'indicators',
    category: null,
    isOnlySeen: false,
    search: '',
    focusedId: id,
    isOpen: true
  })
  go({ screen: 'catalogue' })
}
