/** A process of Glazoué, from its need to a payment, as the dossier tells it. */
import type { Dossier } from '#modules/collaboration/index.ts'

export const day = (date: string) => new Date(`${date}T09:00:00.000Z`)
export const commune = '01900000-0000-7000-8000-000000000001'
export const startup = '01900000-0000-7000-8000-000000000002'

export const organisations = new Map([
  [commune, { name: 'Glazoué', department: 'Collines' }],
  [startup, { name: 'Startup A' }],
])

const step = (date: string, name: string, toStatus: string) => ({
  ...{ step: name, toStatus, occurredAt: day(date) },
})

export const dossier: Dossier = {
  processId: '01900000-0000-7000-8000-00000000000a',
  need: {
    ...{
      reference: 'BES-2026-0001',
      communeId: commune,
      isPublic: true,
      publishedAt: day('2026-01-05'),
    },
    ...{ takenBackAt: null, metAt: null, title: 'Suivre les tickets du marché', budgetMin: null },
    ...{ problem: 'Les tickets se perdent.', expectedOutcome: 'Chaque ticket est compté.' },
    ...{ budgetMax: 4_000_000, budgetSource: 'Fonds propres', wantedBy: null, joiners: [] },
  },
  calls: [
    {
      ...{ id: 'call', reference: 'APP-2026-0001', title: 'Suivre les tickets du marché' },
      ...{ purpose: 'Compter chaque ticket.', requirements: 'Marche sans réseau.' },
      ...{ mechanism: 'Appel à solutions', communeId: commune, partyIds: [commune] },
      ...{ budgetMin: null, budgetMax: 4_000_000, publishedAt: day('2026-02-01') },
      ...{ questionsUntil: day('2026-02-10'), deadline: day('2026-03-05') },
      lots: [{ id: 'lot', title: 'Lot unique', description: '', amount: null }],
      criteria: [
        { label: 'Qualité', weight: 60 },
        { label: 'Prix', weight: 40 },
      ],
      addenda: [
        {
          ...{ number: 1, reason: 'Plus de temps', publishedAt: day('2026-02-08') },
          ...{ deadlineBefore: day('2026-02-20'), deadlineAfter: day('2026-03-05') },
        },
      ],
      events: [
        step('2026-03-06', 'open', 'opened'),
        step('2026-03-10', 'award', 'awarded'),
        step('2026-03-20', 'conclude', 'concluded'),
      ],
      awards: [
        {
          ...{ id: 'award', lotId: 'lot', startupId: startup, amount: 3_600_000 },
          ...{ reason: 'La meilleure note.', decidedAt: day('2026-03-10'), bids: 3, validBids: 2 },
        },
      ],
    },
  ],
  tenders: [],
  pilots: [],
  agreements: [
    {
      ...{ id: 'agreement', reference: 'CON-2026-0001', title: 'Tickets du marché' },
      ...{ communeId: commune, startupId: startup, awardId: 'award', signedAt: day('2026-04-01') },
      ...{ amount: 3_600_000, events: [] },
      amendments: [
        { number: 1, reason: 'Un marché de plus', signedAt: day('2026-05-01'), change: 400_000 },
      ],
    },
  ],
  projects: [
    {
      ...{ reference: 'PRJ-2026-0001', title: 'Tickets du marché', summary: '', contractor: '' },
      ...{ communeId: commune, startupId: startup, agreementId: 'agreement', amount: 4_000_000 },
      ...{ startsOn: '2026-04-05', endsOn: '2026-08-31', startedAt: day('2026-04-05') },
      events: [step('2026-08-30', 'close', 'closed')],
      milestones: [
        {
          ...{ id: 'milestone', title: 'Essai', position: 1, dueOn: '2026-05-31' },
          ...{ paidOn: '2026-06-10', paidAmount: 4_000_000 },
          events: [
            step('2026-05-20', 'deliver', 'delivered'),
            step('2026-05-25', 'accept', 'accepted'),
          ],
        },
      ],
    },
  ],
}
