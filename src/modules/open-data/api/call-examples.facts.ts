/** What an answer about calls looks like: plainly fictional. */

import { at, glazoue } from './example-refs.facts.ts'

export const callExample = {
  ...{ reference: 'APP-2026-0001', title: 'Encaisser les droits de place' },
  ...{ mechanism: 'call' as const, commune: glazoue, parties: [glazoue] },
  ...{ domains: ['markets'], status: 'published' as const, isOpen: true },
  ...{ questionsUntil: '2026-12-10T17:00:00.000Z', deadline: '2026-12-20T11:00:00.000Z' },
  ...{ budget: { min: null, max: 3_000_000 }, publishedAt: '2026-11-20T08:00:00.000Z' },
  ...at('/appels/APP-2026-0001'),
}

export const fullCallExample = {
  ...{ ...callExample, purpose: 'Connaître chaque soir ce qui a été payé.' },
  requirements: 'Une démonstration sur un marché.',
  lots: [{ title: 'Le marché central', description: '', budgetMax: 3_000_000 }],
  criteria: [
    { label: 'Réponse au besoin', kind: 'quality' as const, weight: 60, minimumScore: 50 },
    { label: 'Prix', kind: 'price' as const, weight: 40, minimumScore: null },
  ],
  addenda: [],
  answers: [
    {
      question: 'Combien de places ?',
      answer: 'Environ quatre cents.',
      answeredAt: '2026-11-25T09:00:00.000Z',
    },
  ],
  awards: [],
}
