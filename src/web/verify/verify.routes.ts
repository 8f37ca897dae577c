import { offlineCheckPage, sealKeyEndpoint } from './offline.pages.tsx'
import { showDocumentPage } from './show-document.page.tsx'
import { typeCodePage } from './type-code.page.tsx'

export const verifyRoutes = [typeCodePage, offlineCheckPage, sealKeyEndpoint, showDocumentPage]
