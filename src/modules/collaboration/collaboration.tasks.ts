/** What waits for somebody in collaboration: shown on the signed-in home. */
import {
  listOrganisationNames,
  type SpaceContribution,
  type SpaceTask,
} from '#modules/identity/index.ts'
import { type Actor, communeOfficers, getOrganisationId, worksForA } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { listAdhesionTasks } from './adhesions/adhesion.tasks.ts'
import { listAgreementTasks } from './agreements/agreement.tasks.ts'
import { listCommuneCallTasks, listProposalTasks, listSeatTasks } from './calls/call.tasks.ts'
import { type ContactLine, listContacts } from './contacts/contact.queries.ts'
import { mayStartNeed } from './needs/need.policy.ts'
import { listCommuneNeeds } from './needs/need.queries.ts'
import type { Need } from './needs/need.schema.ts'
import { mayAskPeer } from './peers/peer.policy.ts'
import { listEnquiries } from './peers/peer.queries.ts'
import { listPilotTasks } from './pilots/pilot.tasks.ts'
import { listProjectTasks } from './projects/project.tasks.ts'
import { listTenderTasks } from './tenders/tender.tasks.ts'

export const collaborationSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const seats = await listSeatTasks(db, actor)
    if (mayStartNeed(actor, null)) {
      const tasks = await listCommuneTasks(db, actor)
      if (!worksForA(actor, 'commune')) return [...tasks, ...seats]
      const calls = await listCommuneCallTasks(db, actor, now)
      const pilots = await listPilotTasks(db, actor, now)
      const tenders = await listTenderTasks(db, actor)
      const commons = worksForA(actor, 'commune', ...communeOfficers)
        ? await listFrameworkTasks(db, actor, 'commune')
        : []
      const projects = await listProjectTasks(db, actor, now)
      return [...tasks, ...calls, ...pilots, ...tenders, ...commons, ...projects, ...seats]
    }
    if (worksForA(actor, 'startup')) {
      const contacts = await listContactTasks(db, actor, 'startup')
      const proposals = await listProposalTasks(db, actor, now)
      const pilots = await listPilotTasks(db, actor, now)
      const commons = await listFrameworkTasks(db, actor, 'startup')
      const projects = await listProjectTasks(db, actor, now)
      return [...contacts, ...proposals, ...pilots, ...commons, ...projects, ...seats]
    }
    return seats
  },
  listLinks(actor) {
    if (associationStaff(actor, null)) return [projects]
    if (worksForA(actor, 'startup')) {
      return [
        { label: 'Besoins compatibles avec mes solutions', href: '/espace/besoins-compatibles' },
        { label: 'Mises en relation', href: '/espace/contacts' },
        { label: 'Nos propositions', href: '/espace/propositions' },
        pilots,
        { label: 'Conventions', href: '/espace/conventions' },
        adhesion,
        { label: 'Nos projets', href: '/espace/projets' },
      ]
    }
    if (!mayStartNeed(actor, null)) return []
    const needs = { label: 'Besoins de la commune', href: '/espace/besoins' }
    const calls = { label: 'Appels de la commune', href: '/espace/appels' }
    if (actor.role === 'agent') return [needs, calls, projects]
    const contacts = { label: 'Mises en relation', href: '/espace/contacts' }
    const agreements = { label: 'Conventions', href: '/espace/conventions' }
    if (!mayAskPeer(actor, null)) return [needs, calls, contacts, projects]
    const peers = { label: 'Échanges entre communes', href: '/espace/pairs' }
    return [needs, calls, contacts, pilots, tenders, agreements, projects, peers, adhesion]
  },
}

const pilots = { label: 'Expérimentations', href: '/espace/experimentations' }
const tenders = { label: 'Marchés formels', href: '/espace/marches-formels' }
const projects = { label: 'Projets', href: '/espace/projets' }
const adhesion = { label: 'Cadre de collaboration', href: '/espace/adhesion' }

/** What an organisation owes to the framework: its agreements, and the version it adheres to. */
async function listFrameworkTasks(db: Db, actor: Actor, side: 'commune' | 'startup') {
  return [...(await listAgreementTasks(db, actor, side)), ...(await listAdhesionTasks(db, actor))]
}

async function listCommuneTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  const communeId = getOrganisationId(actor)
  const needs = (await listCommuneNeeds(db, communeId)).flatMap((need) => toNeedTask(need, actor))
  // Whoever assists the commune answers in a thread; what these tasks ask for is the commune's to do.
  if (actor.role === 'agent' || actor.role === 'drafter') return needs
  const contacts = await listContactTasks(db, actor, 'commune')
  return [...needs, ...contacts, ...(await listPeerTasks(db, communeId))]
}

function toNeedTask(need: Need, actor: Actor): SpaceTask[] {
  const href = `/espace/besoins/${need.id}`
  const title = need.title || t('Besoin sans titre')
  const isExecutive = actor.role === 'secretary' || actor.role === 'mayor'
  if (need.status === 'submitted' && isExecutive) {
    return [{ title: t('Approuver le besoin : {title}', { title }), href, tone: 'warning' }]
  }
  if (need.status === 'returned') {
    return [
      {
        title: t('Corriger le besoin : {title}', { title }),
        href,
        text: need.statusReason ?? undefined,
        tone: 'warning',
      },
    ]
  }
  if (need.status === 'draft')
    return [{ title: t('Terminer le besoin : {title}', { title }), href, tone: 'neutral' }]
  return []
}

async function listContactTasks(
  db: Db,
  actor: Actor,
  side: 'commune' | 'startup',
): Promise<SpaceTask[]> {
  const contacts = await listContacts(db, getOrganisationId(actor), 'open')
  const names = await listOrganisationNames(
    db,
    contacts.map((contact) => (side === 'commune' ? contact.startupId : contact.communeId)),
  )
  return contacts.flatMap((contact) => {
    const other = names.get(side === 'commune' ? contact.startupId : contact.communeId) ?? ''
    const title = (side === 'commune' ? communeTitles : startupTitles)[contact.status]
    return title
      ? [toContactTask(contact, t(title, { other, solution: contact.solutionName }))]
      : []
  })
}

const answerTitle = 'Répondre à {other} au sujet de {solution}'

const startupTitles: Partial<Record<ContactLine['status'], string>> = {
  sent: answerTitle,
  scheduled: 'Préparer la démonstration de {solution} pour {other}',
}

const communeTitles: Partial<Record<ContactLine['status'], string>> = {
  accepted: 'Fixer la date de la démonstration de {solution} avec {other}',
  scheduled: 'Démonstration de {solution} par {other}',
  demonstrated: 'Dire la suite donnée à {other} après la démonstration de {solution}',
}

function toContactTask(contact: ContactLine, title: string): SpaceTask {
  const due = contact.status === 'sent' ? contact.answerDueAt : contact.demonstrationAt
  const text =
    contact.status === 'scheduled' && due
      ? t('Le {date}', { date: formatDateTime(due) })
      : undefined
  return {
    title,
    text,
    href: `/espace/contacts/${contact.id}`,
    due,
    tone: contact.status === 'scheduled' ? 'info' : 'warning',
  }
}

async function listPeerTasks(db: Db, communeId: string): Promise<SpaceTask[]> {
  const enquiries = await listEnquiries(db, communeId)
  const waiting = enquiries.filter(
    ({ status, askedCommuneId }) => status === 'sent' && askedCommuneId === communeId,
  )
  const names = await listOrganisationNames(
    db,
    waiting.map(({ askingCommuneId }) => askingCommuneId),
  )
  return waiting.map(({ id, askingCommuneId, solutionName: solution, answerDueAt }) => ({
    title: t(answerTitle, { other: names.get(askingCommuneId) ?? '', solution }),
    href: `/espace/pairs/${id}`,
    due: answerDueAt,
    tone: 'warning',
  }))
}
