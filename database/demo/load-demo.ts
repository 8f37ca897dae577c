/** Loads the demonstration world into an empty database, set around the moment it is given. Never in production. */
import { hash } from '@node-rs/argon2'
import type { Insertable } from 'kysely'
import { refreshCatalogue } from '#modules/directory/index.ts'
import { rebuildAdoption, refreshIndicators } from '#modules/governance/index.ts'
import { refreshAllReleases } from '#modules/open-data/index.ts'
import { refreshConnectivity, refreshOverview } from '#modules/planning/index.ts'
import type { Db, Tables } from '#platform/database.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { associationId } from '#reference/load-reference.ts'
import { loadAssistances } from './assistances.ts'
import { loadSolutionFiles } from './files/load-files.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { loadKeys } from './keys.ts'
import { linkActionNeeds } from './link-action-needs.ts'
import { loadAwareness } from './load-awareness.ts'
import { loadBudgets } from './load-budgets.ts'
import { loadCampaigns } from './load-campaigns.ts'
import { loadCollaboration } from './load-collaboration.ts'
import { loadConnectivity } from './load-connectivity.ts'
import { loadDiagnoses } from './load-diagnoses.ts'
import { loadHolidays } from './load-holidays.ts'
import { loadLetters } from './load-letters.ts'
import { loadPlans } from './load-plans.ts'
import { loadProcedures } from './load-procedures.ts'
import { loadReferenceChanges } from './load-reference-changes.ts'
import { loadReports } from './load-reports.ts'
import { loadRequests } from './load-requests.ts'
import { loadServices } from './load-services.ts'
import { loadSessions } from './load-sessions.ts'
import { people } from './people.ts'
import { loadReceivers } from './receivers.ts'
import solutions from './solutions.json' with { type: 'json' }
import { startups } from './startups.ts'
import { uses } from './uses.ts'

const dayMs = 86_400_000

/** True when the world was loaded; false when somebody had been there before. The secret seals the proposals of calls. */
export async function loadDemo(db: Db, now: Date, secret: Buffer): Promise<boolean> {
  const known = await db.selectFrom('identity.person').select('id').limit(1).executeTakeFirst()
  if (known) return false
  const ago: Ago = (days) => new Date(now.getTime() - days * dayMs)
  await loadStartups(db, ago)
  await loadPeople(db, ago)
  await loadSolutions(db, ago)
  await loadSolutionFiles(db, ago)
  await loadUses(db, ago)
  await loadRatings(db, ago)
  await loadProfiles(db, ago)
  await loadAssistances(db, ago)
  await loadKeys(db, ago)
  await loadHolidays(db, ago)
  await loadCollaboration(db, ago, secret)
  await loadConnectivity(db, ago)
  await refreshCatalogue(db, 'all')
  await refreshConnectivity(db, now)
  await loadDiagnoses(db, ago)
  await loadPlans(db, ago)
  await loadBudgets(db, ago)
  await loadServices(db, ago)
  await loadProcedures(db, ago)
  await loadRequests(db, ago)
  await loadReports(db, ago)
  await linkActionNeeds(db, 'glazoue')
  await loadLetters(db, ago, ago(0).getUTCFullYear())
  await loadSessions(db, ago)
  await loadReferenceChanges(db, ago)
  await loadCampaigns(db, ago)
  await rebuildAdoption(db)
  await loadReceivers(db, ago, secret)
  await loadAwareness(db, ago)
  await refreshOverview(db, now)
  await refreshIndicators(db, now)
  await refreshAllReleases(db, now)
  return true
}

async function loadStartups(db: Db, ago: Ago): Promise<void> {
  const rows = startups.map((startup, index) => ({
    id: organisationId(startup.slug),
    slug: startup.slug,
    name: startup.name,
    ifu: String(3_202_600_000_001 + index * 7919),
    rccm: `RB/COT/${startup.founded.slice(2, 4)} B ${10_000 + index * 37}`,
    legalForm: index % 3 === 0 ? 'sarl' : 'sas',
    foundedOn: startup.founded,
    presentation: startup.presentation,
    communeId: organisationId(startup.commune),
    address: 'Rue de la Démonstration',
    email: `contact@${startup.slug}.demo.example`,
    domains: [...startup.domains],
    teamSize: startup.team,
    ...describeLabel(startup.labelDays, index, ago),
    status: startup.status,
    statusReason: startup.reason ?? null,
    createdAt: ago(400 - index),
    updatedAt: ago(30),
    verifiedAt:
      startup.status === 'verified' || startup.status === 'suspended' ? ago(380 - index) : null,
  }))
  await db
    .insertInto('identity.organisation')
    .values(rows.map(({ id, name, createdAt }) => ({ id, name, kind: 'startup', createdAt })))
    .execute()
  await db.insertInto('directory.startup').values(rows).execute()
  const events = rows.flatMap((row) =>
    listVerificationEvents(row.id, row.status, row.statusReason, ago).map((event) => ({
      ...event,
      startupId: row.id,
    })),
  )
  await db.insertInto('directory.startupEvent').values(events).execute()
}

function describeLabel(days: number | undefined, index: number, ago: Ago) {
  if (days === undefined) return {}
  const expires = ago(-days)
  const issued = new Date(expires)
  issued.setUTCFullYear(issued.getUTCFullYear() - 3)
  return {
    labelNumber: `LS-DEMO-${String(index + 1).padStart(3, '0')}`,
    labelIssuedOn: toDay(issued),
    labelExpiresOn: toDay(expires),
  }
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The steps that lead a file to its status, each with who took it. */
const roads: Record<string, readonly { step: string; to: string; by: 'startup' | 'ancb' }[]> = {
  draft: [],
  submitted: [{ step: 'submit', to: 'submitted', by: 'startup' }],
  editsRequested: [
    { step: 'submit', to: 'submitted', by: 'startup' },
    { step: 'requestEdits', to: 'editsRequested', by: 'ancb' },
  ],
  verified: [
    { step: 'submit', to: 'submitted', by: 'startup' },
    { step: 'verify', to: 'verified', by: 'ancb' },
  ],
  suspended: [
    { step: 'submit', to: 'submitted', by: 'startup' },
    { step: 'verify', to: 'verified', by: 'ancb' },
    { step: 'suspend', to: 'suspended', by: 'ancb' },
  ],
  rejected: [
    { step: 'submit', to: 'submitted', by: 'startup' },
    { step: 'reject', to: 'rejected', by: 'ancb' },
  ],
}

function listVerificationEvents(
  subjectId: string,
  status: string,
  reason: string | null,
  ago: Ago,
) {
  const road = [{ step: 'create', to: 'draft', by: 'startup' as const }, ...(roads[status] ?? [])]
  return road.map(({ step, to, by }, index) => ({
    id: demoId(`event:${subjectId}:${index}`),
    step,
    fromStatus: index === 0 ? null : (road[index - 1]?.to ?? null),
    toStatus: to,
    reason: index === road.length - 1 && by === 'ancb' && to !== 'verified' ? reason : null,
    actorId: by === 'ancb' ? personId('ancb') : null,
    organisationId: by === 'ancb' ? associationId : null,
    occurredAt: ago(390 - index * 5),
  }))
}

async function loadPeople(db: Db, ago: Ago): Promise<void> {
  const passwordHash = await hash('cauri-demo', { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const rows = people.map(({ email, name }, index) => ({
    id: demoId(`person:${email}`),
    fullName: name,
    email,
    phone: `+2290140000${String(100 + index).padStart(3, '0')}`,
    passwordHash,
    emailVerifiedAt: ago(400),
    phoneVerifiedAt: ago(400),
    createdAt: ago(400),
  }))
  await db.insertInto('identity.person').values(rows).execute()
  const memberships = people.flatMap(({ email, organisation, role }) =>
    organisation && role
      ? [
          {
            id: demoId(`membership:${email}`),
            personId: demoId(`person:${email}`),
            organisationId: organisationId(organisation),
            role,
            createdAt: ago(400),
          },
        ]
      : [],
  )
  await db.insertInto('identity.membership').values(memberships).execute()
  await suspend(db, personId('parti'), ago(60))
}

/** Somebody who left their town hall, and whose account the secretariat closed. */
async function suspend(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('identity.person').set({ disabledAt: at }).where('id', '=', id).execute()
  await db
    .insertInto('identity.accountEvent')
    .values({
      ...{ id: demoId('account-event:parti'), personId: id, step: 'suspend' },
      reason: 'A quitté la mairie ; le compte n’est plus suivi par personne.',
      ...{ actorId: personId('ancb'), occurredAt: at },
    })
    .execute()
}

type SolutionRow = Insertable<Tables['directory.solution']>

async function loadSolutions(db: Db, ago: Ago): Promise<void> {
  const rows: SolutionRow[] = solutions.rows.map(({ startup, reason, ...solution }, index) => ({
    ...solution,
    id: demoId(`solution:${solution.slug}`),
    startupId: organisationId(startup),
    apdpNumber: ['declared', 'authorised'].includes(solution.apdpStatus)
      ? `APDP-DEMO-${100 + index}`
      : null,
    staffNote:
      solution.minItStaff > 0
        ? 'Un agent informaticien pour la mise en place, puis une heure par semaine.'
        : 'Aucun informaticien nécessaire ; une journée de formation par groupe.',
    reversibility:
      'À la fin du contrat, la commune reçoit toutes ses données en CSV et en tableur, avec leur description, sous trente jours et sans frais.',
    licenceName: solution.licence === 'openSource' ? 'EUPL 1.2' : '',
    support:
      'Téléphone et messagerie du lundi au samedi, de 8 h à 18 h ; réponse dans la journée, intervention sous trois jours.',
    status: solution.status,
    statusReason: reason,
    createdAt: ago(370 - index),
    updatedAt: ago(20),
    verifiedAt: ['verified', 'suspended'].includes(solution.status) ? ago(360 - index * 9) : null,
  }))
  await db.insertInto('directory.solution').values(rows).execute()
  const events = rows.flatMap((row) =>
    listVerificationEvents(String(row.id), row.status, row.statusReason ?? null, ago).map(
      (event) => ({ ...event, solutionId: String(row.id), startupId: row.startupId }),
    ),
  )
  await db.insertInto('directory.solutionEvent').values(events).execute()
}

async function loadUses(db: Db, ago: Ago): Promise<void> {
  const startupOf = new Map(
    solutions.rows.map(({ slug, startup }) => [slug, organisationId(startup)]),
  )
  const rows = uses.map((use) => ({
    id: demoId(`use:${use.solution}:${use.commune}`),
    solutionId: demoId(`solution:${use.solution}`),
    startupId: startupOf.get(use.solution) ?? '',
    communeId: organisationId(use.commune),
    status: use.status,
    since: toDay(ago(use.days)),
    scope: use.scope,
    users: use.users ?? null,
    claimedAt: ago(use.days - 5),
    answeredAt: use.status === 'claimed' ? null : ago(use.days - 10),
    answerNote: use.note ?? null,
    endedOn: use.status === 'ended' ? toDay(ago(90)) : null,
    updatedAt: ago(Math.max(use.days - 10, 0)),
  }))
  await db.insertInto('directory.deployment').values(rows).execute()
  const events = rows.map(({ id, startupId, communeId, status, answerNote, updatedAt }) => ({
    id: demoId(`use-event:${id}`),
    deploymentId: id,
    startupId,
    communeId,
    step: { claimed: 'create', confirmed: 'confirm', contested: 'contest', ended: 'end' }[status],
    fromStatus: status === 'claimed' ? null : 'claimed',
    toStatus: status,
    reason: answerNote,
    organisationId: status === 'claimed' ? startupId : communeId,
    occurredAt: updatedAt,
  }))
  await db.insertInto('directory.deploymentEvent').values(events).execute()
}

async function loadRatings(db: Db, ago: Ago): Promise<void> {
  const ratings = uses.flatMap((use) =>
    use.stars && use.comment
      ? [
          {
            deploymentId: demoId(`use:${use.solution}:${use.commune}`),
            communeId: organisationId(use.commune),
            solutionId: demoId(`solution:${use.solution}`),
            stars: use.stars,
            comment: use.comment,
            ratedBy: personId('se.bohicon'),
            createdAt: ago(40),
            updatedAt: ago(40),
            reply: use.reply ?? null,
            repliedAt: use.reply ? ago(35) : null,
          },
        ]
      : [],
  )
  await db.insertInto('directory.rating').values(ratings).execute()
}

/** Two communes in three told of their means; the others are unknown, as they would be. */
async function loadProfiles(db: Db, ago: Ago): Promise<void> {
  const levels = { particulier: 'fibre', intermediaire: '4g', ordinaire: '3g' } as const
  const told = communes.rows.filter(
    (commune, index) =>
      index % 3 !== 2 || ['glazoue', 'bohicon', 'houeyogbe'].includes(commune.slug),
  )
  const rows = told.map((commune, index) => ({
    communeId: commune.id,
    connectivity:
      commune.category === 'ordinaire' && index % 7 === 0
        ? '2g'
        : levels[commune.category as keyof typeof levels],
    workstations:
      { particulier: 60, intermediaire: 18, ordinaire: 5 }[
        commune.category as keyof typeof levels
      ] +
      (index % 4),
    itStaff:
      { particulier: 4, intermediaire: 1, ordinaire: 0 }[commune.category as keyof typeof levels] +
      (commune.slug === 'glazoue' ? 1 : 0),
    hasBackupPower: index % 2 === 0,
    languages: ['fr', 'fon'],
    updatedAt: ago(100),
  }))
  await db.insertInto('directory.communeProfile').values(rows).execute()
}
