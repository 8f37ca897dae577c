/** The people of the demonstration world. All fictional; all sign in with the password « cauri-demo ». */
import type { Role } from '#platform/actor.ts'

export interface DemoPerson {
  readonly email: string
  readonly name: string
  /** A commune's or a startup's slug, 'ancb', or null for a citizen. */
  readonly organisation: string | null
  readonly role: Role | null
}

export const people: readonly DemoPerson[] = [
  { email: 'ancb@demo.example', name: 'Ablawa Démo', organisation: 'ancb', role: 'staff' },
  {
    email: 'commission@demo.example',
    name: 'Codjo Exemple',
    organisation: 'ancb',
    role: 'commissioner',
  },
  {
    email: 'se.glazoue@demo.example',
    name: 'Sènami Fictif',
    organisation: 'glazoue',
    role: 'secretary',
  },
  {
    email: 'rsi.glazoue@demo.example',
    name: 'Bio Modèle',
    organisation: 'glazoue',
    role: 'itOfficer',
  },
  {
    email: 'agent.glazoue@demo.example',
    name: 'Afi Spécimen',
    organisation: 'glazoue',
    role: 'agent',
  },
  {
    email: 'se.bohicon@demo.example',
    name: 'Dossa Maquette',
    organisation: 'bohicon',
    role: 'secretary',
  },
  {
    email: 'rsi.bohicon@demo.example',
    name: 'Houefa Gabarit',
    organisation: 'bohicon',
    role: 'itOfficer',
  },
  {
    email: 'se.houeyogbe@demo.example',
    name: 'Kossi Essai',
    organisation: 'houeyogbe',
    role: 'secretary',
  },
  {
    email: 'se.dassa@demo.example',
    name: 'Yèmi Croquis',
    organisation: 'dassa-zoume',
    role: 'secretary',
  },
  {
    email: 'se.parakou@demo.example',
    name: 'Orou Ébauche',
    organisation: 'parakou',
    role: 'secretary',
  },
  {
    email: 'rsi.parakou@demo.example',
    name: 'Yacoubou Calque',
    organisation: 'parakou',
    role: 'itOfficer',
  },
  {
    email: 'rsi.houeyogbe@demo.example',
    name: 'Sètondji Pilote',
    organisation: 'houeyogbe',
    role: 'itOfficer',
  },
  {
    email: 'startup.a@demo.example',
    name: 'Nadège Prototype',
    organisation: 'akwaba-numerique',
    role: 'manager',
  },
  {
    email: 'membre.a@demo.example',
    name: 'Luc Échantillon',
    organisation: 'akwaba-numerique',
    role: 'member',
  },
  {
    email: 'startup.b@demo.example',
    name: 'Ismaël Patron',
    organisation: 'zem-data',
    role: 'manager',
  },
  {
    email: 'startup.c@demo.example',
    name: 'Prisca Brouillon',
    organisation: 'lagune-code',
    role: 'manager',
  },
  {
    email: 'startup.d@demo.example',
    name: 'Rachid Canevas',
    organisation: 'sika-logiciels',
    role: 'manager',
  },
  {
    email: 'startup.e@demo.example',
    name: 'Mahugnon Étude',
    organisation: 'tofa-systemes',
    role: 'manager',
  },
  {
    email: 'startup.f@demo.example',
    name: 'Carine Plan',
    organisation: 'gbeto-tech',
    role: 'manager',
  },
  { email: 'parti@demo.example', name: 'Orou Brouillon', organisation: null, role: null },
  { email: 'usager@demo.example', name: 'Usager Démo', organisation: null, role: null },
  {
    email: 'maire.glazoue@demo.example',
    name: 'Tossou Illustration',
    organisation: 'glazoue',
    role: 'mayor',
  },
]
