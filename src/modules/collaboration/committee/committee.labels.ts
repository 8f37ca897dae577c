/** How duties and standings read in French. */
import type { Duty } from './member.schema.ts'
import type { MemberStatus } from './member.workflow.ts'

export const dutyLabels: Readonly<Record<Duty, string>> = {
  president: 'Président du comité',
  member: 'Membre',
  secretary: 'Rapporteur',
}

export const memberStatusLabels = {
  named: { label: 'Déclaration attendue', tone: 'warning' },
  declared: { label: 'Sans conflit d’intérêts', tone: 'success' },
  cut: { label: 'Écarté', tone: 'danger' },
} as const satisfies Record<MemberStatus, { label: string; tone: string }>
