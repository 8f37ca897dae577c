/** The pages of what follows a decision. */
import type { Route } from '#platform/web.ts'
import { answerComplaintsPages } from './answer-complaints.pages.tsx'
import { fileComplaintPage } from './file-complaint.page.tsx'
import { joinResultPage } from './join-result.page.tsx'

export const resultRoutes: Route[] = [fileComplaintPage, ...answerComplaintsPages, joinResultPage]
