/** How the status of a complaint reads in French. */
import type { ComplaintStatus } from './complaint.rules.ts'

export const complaintLabels = {
  filed: { label: 'Réponse attendue', tone: 'warning' },
  upheld: { label: 'Admise', tone: 'success' },
  dismissed: { label: 'Rejetée', tone: 'neutral' },
} as const satisfies Record<ComplaintStatus, { label: string; tone: string }>
