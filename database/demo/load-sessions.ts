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
