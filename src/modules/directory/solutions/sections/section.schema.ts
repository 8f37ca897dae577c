/**
 * The guided sections of a solution's file: what each asks, and how its fields are called.
 * An unfinished section may be kept; completeness.rules.ts says what is missing before the file is submitted.
 */
import { z } from 'zod'
import { type FormErrors, type FormValues, fields } from '#platform/web.ts'
import type { FieldNames } from '../../changes.rules.ts'
import {
  apdpLabels,
  categoryLabels,
  codesOf,
  connectivityLabels,
  domainLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
  maturityLabels,
  serviceLabels,
} from '../../labels.ts'

const version = fields.version()

export const sectionInputs = {
  presentation: z.object({
    version,
    name: fields.text({ min: 2, max: 120, missing: 'Donnez un nom à la solution' }),
    summary: fields.optionalText(200),
    problem: fields.optionalText(3000),
    domains: fields.choices(Object.keys(domainLabels)),
    maturity: fields.choice(codesOf(maturityLabels)),
    demoUrl: fields.optionalUrl(),
  }),
  fonctions: z.object({
    version,
    description: fields.optionalText(6000),
    services: fields.choices(Object.keys(serviceLabels)),
    languages: fields.choices(Object.keys(languageLabels)),
    interoperability: fields.optionalText(2000),
  }),
  prerequis: z
    .object({
      version,
      minConnectivity: fields.choice(codesOf(connectivityLabels)),
      worksOffline: fields.checkbox(),
      minWorkstations: fields.integer(0, 1000),
      minItStaff: fields.integer(0, 100),
      hardware: fields.optionalText(1000),
      staffNote: fields.optionalText(1000),
      categories: fields.choices(codesOf(categoryLabels)),
      populationMin: fields.optionalInteger(0, 20_000_000),
      populationMax: fields.optionalInteger(0, 20_000_000),
    })
    .refine(
      ({ populationMin, populationMax }) =>
        populationMin === null || populationMax === null || populationMin <= populationMax,
      {
        path: ['populationMax'],
        message: 'La population la plus grande est inférieure à la plus petite',
      },
    ),
  prix: z.object({
    version,
    priceSetup: fields.optionalMoney(),
    priceYearly: fields.optionalMoney(),
    pricePerInhabitant: fields.optionalMoney(),
    pricePerUser: fields.optionalMoney(),
    priceNote: fields.optionalText(1000),
  }),
  hebergement: z
    .object({
      version,
      hosting: fields.choice(codesOf(hostingLabels)),
      hostingPlace: fields.optionalText(200),
      handlesPersonalData: fields.checkbox(),
      apdpStatus: fields.choice(codesOf(apdpLabels)),
      apdpNumber: fields.optionalText(60),
    })
    .refine(
      ({ handlesPersonalData, apdpStatus }) => !handlesPersonalData || apdpStatus !== 'notNeeded',
      {
        path: ['apdpStatus'],
        message: 'Des données personnelles sont traitées : dites où en est la déclaration à l’APDP',
      },
    ),
  reversibilite: z.object({
    version,
    reversibility: fields.optionalText(3000),
    licence: fields.choice(codesOf(licenceLabels)),
    licenceName: fields.optionalText(120),
    support: fields.optionalText(3000),
  }),
} as const

export type Section = keyof typeof sectionInputs
export type SectionInput<Name extends Section> = z.infer<(typeof sectionInputs)[Name]>
export interface SectionFieldsProps<Name extends Section> {
  readonly values: FormValues<SectionInput<Name>>
  readonly errors: FormErrors<SectionInput<Name>>
}

export const sections = Object.keys(sectionInputs) as Section[]

export const sectionTitles: Readonly<Record<Section, string>> = {
  presentation: 'Présentation',
  fonctions: 'Fonctions et services',
  prerequis: 'Prérequis',
  prix: 'Prix',
  hebergement: 'Hébergement et données',
  reversibilite: 'Réversibilité, licence et support',
}

/** The words of each field, for its history and for two people on one form. */
export const sectionNames = {
  presentation: {
    name: { label: 'Nom' },
    summary: { label: 'Résumé' },
    problem: { label: 'Problème résolu', kind: 'longText' },
    domains: { label: 'Domaines', choices: domainLabels },
    maturity: { label: 'Maturité', choices: maturityLabels },
    demoUrl: { label: 'Démonstration' },
  },
  fonctions: {
    description: { label: 'Fonctions', kind: 'longText' },
    services: { label: 'Services couverts', choices: serviceLabels },
    languages: { label: 'Langues', choices: languageLabels },
    interoperability: { label: 'Interopérabilité', kind: 'longText' },
  },
  prerequis: {
    minConnectivity: { label: 'Connexion nécessaire', choices: connectivityLabels },
    worksOffline: { label: 'Fonctionne hors ligne' },
    minWorkstations: { label: 'Postes de travail' },
    minItStaff: { label: 'Agents informatiques' },
    hardware: { label: 'Matériel', kind: 'longText' },
    staffNote: { label: 'Personnel', kind: 'longText' },
    categories: { label: 'Catégories de communes', choices: categoryLabels },
    populationMin: { label: 'Population à partir de' },
    populationMax: { label: 'Population jusqu’à' },
  },
  prix: {
    priceSetup: { label: 'Mise en place', kind: 'money' },
    priceYearly: { label: 'Prix par an', kind: 'money' },
    pricePerInhabitant: { label: 'Prix par habitant et par an', kind: 'money' },
    pricePerUser: { label: 'Prix par utilisateur et par an', kind: 'money' },
    priceNote: { label: 'Précisions sur le prix', kind: 'longText' },
  },
  hebergement: {
    hosting: { label: 'Hébergement', choices: hostingLabels },
    hostingPlace: { label: 'Lieu d’hébergement' },
    handlesPersonalData: { label: 'Données personnelles' },
    apdpStatus: { label: 'Situation auprès de l’APDP', choices: apdpLabels },
    apdpNumber: { label: 'Numéro APDP' },
  },
  reversibilite: {
    reversibility: { label: 'Réversibilité', kind: 'longText' },
    licence: { label: 'Licence', choices: licenceLabels },
    licenceName: { label: 'Nom de la licence' },
    support: { label: 'Support', kind: 'longText' },
  },
} as const satisfies Record<Section, FieldNames>
