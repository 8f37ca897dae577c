/** The master plans of the demonstration world: one in every status, one shared by three communes; all generated, none typed. */
import type { PlanStatus } from '#modules/planning/index.ts'

export interface DemoPlan {
  readonly key: string
  readonly commune: string
  readonly number: number
  readonly template: 'particulier' | 'intermediaire' | 'ordinaire'
  readonly status: PlanStatus
  /** First year, counted from this one. */
  readonly begins: number
  readonly envelopes: readonly number[]
  /** Days since it was opened; its steps follow. */
  readonly opened: number
  /** The level the commune would have on each axis, where it has no diagnosis of its own. */
  readonly level: number
  readonly title?: string
  readonly reason?: string
  readonly partners?: readonly { readonly commune: string; readonly share: number }[]
  /** How many of the first actions are done, then under way, as the year's review says. */
  readonly done?: number
  readonly running?: number
  readonly late?: number
  readonly summary?: string
  /** What a commune that shares the plan says of the year; the others have said nothing yet. */
  readonly notes?: readonly { readonly commune: string; readonly note: string }[]
}

const million = 1_000_000

export const plans: readonly DemoPlan[] = [
  {
    ...{ key: 'glazoue', commune: 'glazoue', number: 1, template: 'ordinaire', status: 'inForce' },
    ...{ begins: -1, opened: 640, level: 1.8, done: 4, running: 3, late: 1 },
    envelopes: [14 * million, 16 * million, 18 * million],
    summary:
      'Le référent est en poste et la connexion tient. Le recensement des contribuables attend la fin des pluies ; il reprendra au premier trimestre.',
  },
  {
    ...{ key: 'abomey-calavi', commune: 'abomey-calavi', number: 2, template: 'particulier' },
    ...{ status: 'inForce', begins: 0, opened: 500, level: 2.6, done: 3, running: 6 },
    envelopes: [180, 190, 200, 210, 220].map((amount) => amount * million),
    summary:
      'La direction des systèmes d’information est organisée. La cartographie des applications est finie ; les référentiels commencent.',
  },
  {
    ...{ key: 'djougou', commune: 'djougou', number: 3, template: 'intermediaire' },
    ...{ status: 'inForce', begins: 0, opened: 420, level: 2.2, done: 2, running: 4, late: 1 },
    envelopes: [48, 50, 52, 54].map((amount) => amount * million),
    summary: 'Le comité s’est réuni deux fois. Les postes livrés ont pris du retard.',
  },
  {
    ...{ key: 'glazoue-next', commune: 'glazoue', number: 4, template: 'ordinaire' },
    ...{ status: 'draft', begins: 2, opened: 12, level: 2.5 },
    envelopes: [18 * million, 18 * million, 20 * million],
    title: 'Schéma directeur du numérique de Glazoué, la suite',
  },
  {
    ...{ key: 'save', commune: 'save', number: 5, template: 'ordinaire', status: 'submitted' },
    ...{ begins: 1, opened: 40, level: 1.6 },
    envelopes: [10 * million, 12 * million, 12 * million],
  },
  {
    ...{ key: 'lokossa', commune: 'lokossa', number: 6, template: 'intermediaire' },
    ...{ status: 'validated', begins: 1, opened: 70, level: 2.3 },
    envelopes: [40, 42, 44, 46].map((amount) => amount * million),
  },
  {
    ...{ key: 'kerou', commune: 'kerou', number: 7, template: 'ordinaire', status: 'inForce' },
    ...{ begins: 0, opened: 300, level: 1.3, done: 1, running: 3 },
    envelopes: [22 * million, 22 * million, 24 * million],
    title: 'Plan numérique intercommunal de Kérou, Péhunco et Kouandé',
    partners: [
      { commune: 'pehunco', share: 30 },
      { commune: 'kouande', share: 33 },
    ],
    summary: 'L’informaticien partagé passe deux jours par semaine dans chaque commune.',
    notes: [
      {
        commune: 'pehunco',
        note: 'Les pannes se règlent dans la semaine. Nous demandons pour l’an prochain :\n- un jour fixe, annoncé aux services ;\n- une formation des agents de l’état civil avant la saison des pluies.',
      },
    ],
  },
  {
    ...{ key: 'dassa', commune: 'dassa-zoume', number: 8, template: 'ordinaire' },
    ...{ status: 'closed', begins: -3, opened: 1300, level: 1.4, done: 9 },
    envelopes: [9 * million, 9 * million, 10 * million],
    reason: 'La période est finie : neuf actions faites ; le reste passe au plan suivant.',
    summary: 'Dernière année : l’essentiel est fait.',
  },
  {
    ...{
      key: 'collines',
      commune: 'dassa-zoume',
      number: 9,
      template: 'ordinaire',
      status: 'inForce',
    },
    ...{ begins: 0, opened: 210, level: 1.5, done: 1, running: 2 },
    envelopes: [16 * million, 16 * million, 18 * million],
    title: 'Plan numérique intercommunal de Dassa-Zoumè et de Glazoué',
    partners: [{ commune: 'glazoue', share: 40 }],
    summary:
      'La cellule commune est installée. Les premiers achats groupés attendent le second trimestre.',
  },
]
