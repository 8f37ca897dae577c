/** How the facts of the public record read in French. */
import type { Fact, FactKind, Totals } from './record.schema.ts'

export const factLabels: Readonly<Record<FactKind, string>> = {
  'need.publish': 'Besoin publié',
  'call.publish': 'Appel publié',
  'call.amend': 'Additif publié',
  'call.open': 'Propositions ouvertes',
  'call.award': 'Appel attribué',
  'call.notAward': 'Lot non attribué',
  'call.reconsider': 'Attribution remise en cause',
  'call.unsuccessful': 'Appel infructueux',
  'call.cancel': 'Appel annulé',
  'pilot.adopt': 'Expérimentation : solution adoptée',
  'pilot.extend': 'Expérimentation prolongée',
  'pilot.stop': 'Expérimentation arrêtée',
  'tender.handOver': 'Remis à la commande publique',
  'tender.award': 'Marché attribué',
  'tender.unsuccessful': 'Procédure infructueuse',
  'tender.cancel': 'Procédure annulée',
  'agreement.sign': 'Convention signée',
  'agreement.amend': 'Avenant signé',
  'agreement.suspend': 'Convention suspendue',
  'agreement.resume': 'Convention reprise',
  'agreement.terminate': 'Convention résiliée',
  'agreement.end': 'Convention arrivée à son terme',
  'project.start': 'Projet démarré',
  'project.close': 'Projet clos',
}

export const totalLabels = {
  needs: 'Besoins publiés',
  calls: 'Appels publiés',
  awards: 'Attributions',
  closed: 'Projets clos',
} as const satisfies Partial<Record<keyof Totals, string>>

/** For the columns of a table. */
export const shortTotalLabels: Readonly<Record<keyof Totals, string>> = {
  needs: 'Besoins',
  calls: 'Appels',
  awards: 'Attributions',
  awarded: 'Attribué',
  pilots: 'Essais',
  agreements: 'Conventions',
  signed: 'Signé',
  projects: 'Projets',
  closed: 'Clos',
}

/** Where the object of a fact is read; an agreement has no public page of its own. */
export function addressOf({ kind, reference }: Pick<Fact, 'kind' | 'reference'>): string | null {
  const [subject = ''] = kind.split('.')
  const pages: Readonly<Record<string, string>> = {
    need: '/besoins',
    call: '/appels',
    pilot: '/experimentations',
    tender: '/marches-formels',
    project: '/projets',
  }
  return pages[subject] ? `${pages[subject]}/${reference}` : null
}
