/** How the coded values of a file for a formal tender read in French. */
import type { Nature } from './tender.schema.ts'
import type { TenderStatus, TenderStep } from './tender.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const tenderStatusLabels: Readonly<Record<TenderStatus, { label: string; tone: Tone }>> = {
  draft: { label: 'En préparation', tone: 'neutral' },
  handedOver: { label: 'Remis à la commande publique', tone: 'info' },
  awarded: { label: 'Marché attribué', tone: 'success' },
  unsuccessful: { label: 'Procédure infructueuse', tone: 'neutral' },
  cancelled: { label: 'Procédure annulée', tone: 'danger' },
  withdrawn: { label: 'Retiré', tone: 'neutral' },
}

/** How a step of the history reads, in the past. */
export const tenderStepLabels: Readonly<Record<TenderStep | 'create', string>> = {
  create: 'Dossier ouvert',
  handOver: 'Remis à la commande publique',
  award: 'Attribution rapportée',
  declareUnsuccessful: 'Procédure infructueuse',
  cancel: 'Procédure annulée',
  withdraw: 'Retiré',
}

export const natureLabels: Readonly<Record<Nature, string>> = {
  goods: 'Fournitures',
  services: 'Services',
  intellectual: 'Prestations intellectuelles',
  works: 'Travaux',
}
