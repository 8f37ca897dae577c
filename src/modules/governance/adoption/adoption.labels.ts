/** How the stages of adoption, and what shows them, read in French. */
import type { AdoptionSource, Stage } from './adoption.rules.ts'

export const stageLabels: Readonly<Record<Stage, string>> = {
  informed: 'Informée',
  interested: 'Intéressée',
  tried: 'A essayé',
  adopted: 'A adopté',
}

/** What is counted at each stage, beside the figure. */
export const stageDefinitions: Readonly<Record<Stage, string>> = {
  informed: 'A reçu une campagne sur la solution, ou lu une ressource.',
  interested: 'A demandé une mise en relation avec la startup.',
  tried: 'A commencé une expérimentation.',
  adopted: 'A signé une convention, reçu le projet, ou confirmé qu’elle utilise la solution.',
}

export const sourceLabels: Readonly<Record<AdoptionSource, string>> = {
  campaign: 'Campagne reçue',
  resource: 'Ressource lue',
  contact: 'Mise en relation demandée',
  pilot: 'Expérimentation commencée',
  agreement: 'Convention signée',
  project: 'Projet mené à son terme',
  use: 'Utilisation confirmée par la commune',
}
