/** The pages of mechanisms: public to read, the association's to edit, the commune's to choose. */
import { chooseMechanismPage } from './choose-mechanism.page.tsx'
import { listMechanismsPage } from './list-mechanisms.page.tsx'
import { showMechanismPage } from './show-mechanism.page.tsx'

export const mechanismRoutes = [listMechanismsPage, showMechanismPage, chooseMechanismPage]
