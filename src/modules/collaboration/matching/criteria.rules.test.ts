import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { t } from '#platform/i18n.ts'
import { type CriterionCode, criteria } from './criteria.rules.ts'
import { market, tickets, today } from './glazoue-market.fixture.ts'
import type { NeedFacts, ReasonKind, SolutionFacts } from './matching.types.ts'

function find(code: CriterionCode, need: NeedFacts, solution: SolutionFacts) {
  const { share, kind, text, values } = criteria
    .find((criterion) => criterion.code === code)
    ?.find(need, solution, today) ?? { share: Number.NaN, kind: 'neutral', text: '' }
  return { share, kind, text: t(text, values ?? {}).replace(/\s/g, ' ') }
}

interface Case {
  readonly code: CriterionCode
  readonly need?: Partial<NeedFacts>
  readonly solution?: Partial<SolutionFacts>
  readonly kind: ReasonKind
  readonly share: number
  readonly text: RegExp
}

const half = { kind: 'neutral', share: 0.5 } as const
const full = { kind: 'positive', share: 1 } as const
const nothing = { kind: 'negative', share: 0 } as const

const cases: readonly Case[] = [
  { code: 'domains', ...full, text: /^Couvre 2 des 2 domaines du besoin : Marchés et gares, Rec/ },
  {
    code: 'domains',
    solution: { domains: ['markets'] },
    kind: 'positive',
    share: 0.5,
    text: /^Couvre 1 des 2 domaines/,
  },
  { code: 'domains', solution: { domains: ['water'] }, ...nothing, text: /Aucun domaine/ },
  { code: 'domains', need: { domains: [] }, ...half, text: /inconnu/ },

  { code: 'services', ...full, text: /^Couvre le service nommé : / },
  { code: 'services', solution: { services: [] }, ...nothing, text: /aucun des services/ },
  { code: 'services', need: { services: [] }, ...half, text: /inconnus/ },

  { code: 'category', ...full, text: /toutes les communes/ },
  {
    code: 'category',
    solution: { categories: ['ordinaire'] },
    ...full,
    text: /de ce type : ordinaire$/,
  },
  {
    code: 'category',
    solution: { categories: ['particulier'] },
    ...nothing,
    text: /d’autres types de communes que celui-ci : ordinaire$/,
  },

  { code: 'population', ...full, text: /toute taille/ },
  {
    code: 'population',
    solution: { populationMin: 50_000, populationMax: 150_000 },
    ...full,
    text: /^Prévue de 50 000 à 150 000 habitants ; 124 431 ici$/,
  },
  {
    code: 'population',
    need: { population: 100_000 },
    solution: { populationMax: 80_000 },
    kind: 'negative',
    share: 0.4,
    text: /^Prévue jusqu’à 80 000 habitants ; 100 000 ici$/,
  },
  {
    code: 'population',
    need: { population: 30_000 },
    solution: { populationMin: 120_000 },
    kind: 'negative',
    share: 0.125,
    text: /^Prévue à partir de 120 000 habitants ; 30 000 ici$/,
  },

  { code: 'languages', ...full, text: /^Parle 2 des 2 langues nécessaires : / },
  {
    code: 'languages',
    solution: { languages: ['fr'] },
    kind: 'negative',
    share: 0.5,
    text: /^Parle 1 des 2 langues nécessaires : français$/i,
  },
  { code: 'languages', solution: { languages: ['yo'] }, ...nothing, text: /aucune des langues/ },
  { code: 'languages', need: { languages: [] }, ...half, text: /inconnues/ },

  {
    code: 'budget',
    ...full,
    text: /^4 200 000 FCFA sur trois ans \(2 400 000 FCFA la première année\), dans le budget de 6 000 000 FCFA$/,
  },
  {
    code: 'budget',
    need: { budgetMax: 3_000_000 },
    kind: 'positive',
    share: 0.8,
    text: /la première année, dans le budget de 3 000 000 FCFA, qui ne suffit pas aux trois ans/,
  },
  {
    code: 'budget',
    need: { budgetMax: 2_000_000 },
    kind: 'negative',
    share: 0.4,
    text: /^2 400 000 FCFA la première année, au-dessus du budget de 2 000 000 FCFA/,
  },
  { code: 'budget', need: { budgetMax: 1_000_000 }, ...nothing, text: /au-dessus/ },
  { code: 'budget', need: { budgetMax: 0 }, ...nothing, text: /au-dessus du budget de 0 FCFA/ },
  { code: 'budget', need: { budgetMax: null }, ...half, text: /^Plafond du budget inconnu/ },
  {
    code: 'budget',
    need: { budgetMin: 5_000_000, budgetMax: null },
    ...full,
    text: /dans le budget de 5 000 000 FCFA/,
  },
  {
    code: 'budget',
    solution: { priceSetup: null, priceYearly: null },
    ...half,
    text: /sur devis : coût inconnu/,
  },
  { code: 'budget', solution: { priceSetup: 0, priceYearly: null }, ...full, text: /^Gratuite$/ },
  {
    code: 'budget',
    need: { users: null },
    solution: { pricePerUser: 50_000 },
    ...half,
    text: /^Au moins 2 450 000 FCFA.*nombre d’utilisateurs, inconnu$/,
  },
  {
    code: 'budget',
    need: { users: null, budgetMax: 1_000_000 },
    solution: { pricePerUser: 50_000 },
    ...nothing,
    text: /au-dessus/,
  },

  { code: 'nearby', ...full, text: /^3 communes voisines confirment l’utiliser$/ },
  {
    code: 'nearby',
    solution: { confirmedCommunes: ['dassa', 'ouidah'] },
    kind: 'positive',
    share: 1 / 3,
    text: /^Une commune voisine confirme l’utiliser$/,
  },
  { code: 'nearby', solution: { confirmedCommunes: ['ouidah'] }, ...nothing, text: /à proximité/ },
  { code: 'similar', ...full, text: /^3 communes du même type confirment/ },
  { code: 'similar', solution: { confirmedCommunes: [] }, ...nothing, text: /du même type/ },
  { code: 'references', kind: 'positive', share: 0.8, text: /par 4 communes qui le confirment$/ },
  { code: 'references', solution: { confirmedUses: 1 }, kind: 'positive', share: 0.2, text: /une/ },
  { code: 'references', solution: { confirmedUses: 0 }, ...nothing, text: /Aucune commune/ },

  { code: 'rating', solution: { ratingAverage: null, ratingCount: 0 }, ...half, text: /inconnue/ },
  {
    code: 'rating',
    solution: { ratingAverage: 4.5, ratingCount: 2 },
    kind: 'positive',
    share: 0.6875,
    text: /^Notée 4,5 sur 5 par 2 communes$/,
  },
  {
    code: 'rating',
    solution: { ratingAverage: 1, ratingCount: 2 },
    kind: 'negative',
    share: 0.25,
    text: /^Notée 1 sur 5/,
  },

  { code: 'maturity', ...full, text: /en service/ },
  {
    code: 'maturity',
    solution: { maturity: 'prototype' },
    kind: 'negative',
    share: 0.2,
    text: /prot/,
  },

  { code: 'personalData', ...full, text: /déclaré à l’APDP/ },
  { code: 'personalData', solution: { apdpStatus: 'toDeclare' }, ...nothing, text: /à faire/ },
  {
    code: 'personalData',
    solution: { handlesPersonalData: false, apdpStatus: 'notNeeded' },
    ...half,
    text: /inconnu/,
  },
  {
    code: 'personalData',
    need: { handlesPersonalData: false },
    solution: { handlesPersonalData: false, apdpStatus: 'notNeeded' },
    ...full,
    text: /Pas de données/,
  },

  { code: 'label', ...full, text: /labellisée/ },
  { code: 'label', solution: { labelExpiresOn: '2026-11-23' }, ...full, text: /labellisée/ },
  { code: 'label', solution: { labelExpiresOn: '2026-11-22' }, ...nothing, text: /sans label/ },
]

describe('Chaque critère dit sa part et sa raison', () => {
  for (const { code, need, solution, kind, share, text } of cases) {
    const name = JSON.stringify({ ...need, ...solution })
    test(`${code} ${name === '{}' ? 'du marché de Glazoué' : name}`, () => {
      const finding = find(code, { ...market, ...need }, { ...tickets, ...solution })
      assert.match(finding.text, text)
      assert.equal(finding.kind, kind)
      assert.ok(Math.abs(finding.share - share) < 1e-9, `${finding.share} et non ${share}`)
    })
  }

  test('et chacun a son cas', () => {
    assert.deepEqual(
      new Set(cases.map(({ code }) => code)),
      new Set(criteria.map(({ code }) => code)),
    )
  })
})
