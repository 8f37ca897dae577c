/** The pages of the charter: the list everybody reads, and its versions. */
import { charterPage, charterVersionPage } from './show-charter.page.tsx'

export const charterRoutes = [charterPage, charterVersionPage]
