import { accessibilityPage } from './accessibility.page.tsx'
import { galleryPage, gallerySampleAction } from './gallery.page.tsx'
import { guidePages, helpPage } from './help.page.tsx'
import { legalPage } from './legal.page.tsx'
import { privacyPage } from './privacy.page.tsx'

export const helpRoutes = [
  helpPage,
  ...guidePages,
  galleryPage,
  gallerySampleAction,
  accessibilityPage,
  privacyPage,
  legalPage,
]
