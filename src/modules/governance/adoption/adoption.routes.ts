/** The pages of adoption. */
import type { Route } from '#platform/web.ts'
import { adoptionFile, listAdoptionPage } from './list-adoption.page.tsx'
import { showAdoptionPage } from './show-adoption.page.tsx'

export const adoptionRoutes: Route[] = [listAdoptionPage, adoptionFile, showAdoptionPage]
