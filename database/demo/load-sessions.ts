/** Sessions of the demonstration world: one announced, whose guests are told, and one that is being prepared. */
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { createReference } from '#platform/references.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

const rows = [
  {
    key: 'next',
    theme: 'Recommandations de Houéyogbé : où en sont les communes, et que faire ensuite',
    place: 'Mairie de Glazoué',
    presentation:
      'Point d’étape sur les recommandations de la commission, avec les communes, les startups et l’administration. Session de démonstration.',
    daysAhead: 24,
    status: 'announced',
    agenda: [
      ['09:00', 'Ouverture et adoption de l’ordre du jour', 'Le maire de Glazoué'],
      [
        '09:30',
        'Suites données aux recommandations précédentes',
        'Le secrétariat de l’association',
      ],
      [
        '11:00',
        'Retours de communes qui ont signé une convention',
        'Communes de Glazoué et de Bohicon',
      ],
      ['15:00', 'Échange avec les startups : ce qui retarde un essai', 'Startups vérifiées'],
    ],
  },
  {
    key: 'draft',
    theme: 'Former les agents communaux aux outils numériques',
    place: 'Bohicon',
    presentation: '',
    daysAhead: 120,
    status: 'draft',
    agenda: [['09:00', 'Ce que les communes demandent', '']],
  },
] as const

const invited = [
  ['mayors', 'glazoue', 'coming', 2, 'Le maire'],
  ['staff', 'glazoue', null, null, ''],
  ['mayors', 'bohicon', 'coming', 1, 'Le premier adjoint au maire'],
  ['mayors', 'houeyogbe', 'declined', null, ''],
] as const

const invitations = [
  ['mayors', 22, ''],
  ['staff', 40, 'Responsables des systèmes d’information des communes'],
  ['administration', 6, ''],
  ['startups', 8, 'Akwaba Numérique, Gbêto Tech'],
  ['resourcePeople', 4, ''],
] as const

export async function loadSessions(db: Db, ago: Ago): Promise<void> {
  for (const row of rows) await loadSession(db, ago, row)
  await db
    .insertInto('governance.attendance')
    .values(
      invitations.map(([kind, invited, organisations]) => ({
        sessionId: demoId('session:next'),
        ...{ kind, invited, organisations },
      })),
    )
    .execute()
  await db
    .insertInto('governance.sessionDocument')
    .values({
      id: demoId('session-document:draft'),
      sessionId: demoId('session:draft'),
      title: 'Présentation de l’association',
      url: 'https://ancb.bj/',
    })
    .execute()
  await loadInvitations(db, ago)
  await loadFollowUps(db, ago)
}

async function loadInvitations(db: Db, ago: Ago): Promise<void> {
  const sent = { sessionId: demoId('session:next'), createdAt: ago(10), sentAt: ago(10) }
  await db
    .insertInto('governance.invitation')
    .values([
      ...invited.map(([kind, commune, answer, seats, representedBy]) => ({
        ...sent,
        ...{ kind, answer, seats, representedBy, organisationId: organisationId(commune) },
        id: demoId(`session-invitation:${kind}:${commune}`),
        answeredAt: answer && ago(6),
      })),
      {
        ...sent,
        id: demoId('session-invitation:startup-a'),
        kind: 'startups',
        organisationId: organisationId('akwaba-numerique'),
      },
    ])
    .execute()
  await db
    .insertInto('governance.invitation')
    .values({
      ...{ id: demoId('session-invitation:guest'), sessionId: demoId('session:draft') },
      ...{ kind: 'administration', guest: 'La préfecture du Zou', createdAt: ago(4) },
    })
    .execute()
}

const steps = [
  [
    'REC-2024-0001',
    'Le texte-cadre de l’association est publié ; les communes y adhèrent une à une.',
  ],
  [
    'REC-2024-0004',
    'Les lieux de Glazoué et de Bohicon sont mesurés ; l’échange avec l’État continue.',
  ],
  [
    'REC-2024-0005',
    'Le modèle par catégorie de commune est prêt ; les premiers schémas sont en vigueur.',
  ],
] as const

/** Three of Houéyogbé's were taken up; the next session is told so. One more is proposed there. */
async function loadFollowUps(db: Db, ago: Ago): Promise<void> {
  for (const [reference, note] of steps) {
    const { id } = await db
      .updateTable('governance.recommendation')
      .set({ status: 'inProgress', owner: 'Secrétariat de l’association', updatedAt: ago(9) })
      .where('reference', '=', reference)
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordStart(db, ago, id, reference)
    await db
      .insertInto('governance.recommendationFollowUp')
      .values({
        ...{ recommendationId: id, sessionId: demoId('session:next') },
        ...{ status: 'inProgress', note, recordedAt: ago(8) },
      })
      .execute()
  }
  await db
    .insertInto('governance.recommendation')
    .values({
      id: demoId('recommendation:proposed'),
      reference: await createReference(db, 'REC', ago(8).getUTCFullYear()),
      associationId: organisationId('ancb'),
      sessionId: demoId('session:next'),
      title: 'Former un agent par commune aux achats numériques',
      ...{ addressee: 'association', status: 'proposed' },
      ...{ createdBy: personId('commission'), createdAt: ago(8), updatedAt: ago(8) },
    })
    .execute()
}

async function recordStart(db: Db, ago: Ago, recommendationId: string, reference: string) {
  await db
    .insertInto('governance.recommendationEvent')
    .values({
      ...{ id: demoId(`recommendation-event:${reference}`), recommendationId },
      ...{ step: 'start', fromStatus: 'adopted', toStatus: 'inProgress', occurredAt: ago(9) },
      ...{ actorId: personId('ancb'), organisationId: organisationId('ancb') },
    })
    .execute()
  await db
    .insertInto('governance.recommendationEvidence')
    .values({
      ...{ id: demoId(`recommendation-evidence:${reference}`), recommendationId },
      title: 'Note d’étape (exemple de démonstration)',
      ...{ recordedBy: personId('ancb'), recordedAt: ago(9) },
    })
    .execute()
}

async function loadSession(db: Db, ago: Ago, row: (typeof rows)[number]): Promise<void> {
  const { key, agenda, daysAhead, ...texts } = row
  const id = demoId(`session:${key}`)
  const day = toDay(ago(-daysAhead))
  await db
    .insertInto('governance.session')
    .values({
      ...{ id, ...texts },
      reference: await createReference(db, 'SES', Number(day.slice(0, 4))),
      associationId: organisationId('ancb'),
      commissionCode: 'numerique',
      ...{ startsOn: day, endsOn: day, presidency: 'Le maire de Glazoué' },
      ...{ createdBy: personId('ancb'), createdAt: ago(12), updatedAt: ago(10) },
    })
    .execute()
  await db
    .insertInto('governance.agendaItem')
    .values(
      agenda.map(([startsAt, title, presenter], index) => ({
        id: demoId(`agenda:${key}:${index}`),
        ...{ sessionId: id, heldOn: day, startsAt, title, presenter },
      })),
    )
    .execute()
  await db
    .insertInto('governance.sessionEvent')
    .values(listEvents(id, key, ago))
    .execute()
}

function listEvents(sessionId: string, key: string, ago: Ago) {
  const by = { actorId: personId('ancb'), organisationId: organisationId('ancb') }
  const created = {
    id: demoId(`session-event:${key}:create`),
    ...{
      sessionId,
      step: 'create',
      fromStatus: null,
      toStatus: 'draft',
      occurredAt: ago(12),
      ...by,
    },
  }
  if (key !== 'next') return [created]
  return [
    created,
    {
      id: demoId(`session-event:${key}:announce`),
      ...{ sessionId, step: 'announce', fromStatus: 'draft', toStatus: 'announced' },
      ...{ occurredAt: ago(10), ...by },
    },
  ]
}
