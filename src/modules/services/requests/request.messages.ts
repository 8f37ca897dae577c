/** Who is told when a request moves: whoever asked, by the means they chose; the people of the commune whose turn it is. */
import { notify, tellOfTopic } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import type { Request } from './request.lifecycle.ts'
import type { RequestStep } from './request.workflow.ts'
import { trackingAddress } from './tracking-address.rules.ts'

type Telling = Pick<Context, 'db' | 'actor' | 'now'>

/** What the citizen hears; a step that is not here is the commune's own business. */
const citizenTitles: Partial<Record<RequestStep, string>> = {
  submit: 'Demande reçue',
  askCompletion: 'Demande à compléter',
  accept: 'Demande acceptée',
  refuse: 'Demande refusée',
  acceptBySilence: 'Demande acceptée',
  refuseBySilence: 'Demande refusée',
  close: 'Demande close',
}

const citizenIntroductions: Partial<Record<RequestStep, string>> = {
  submit: 'La mairie a reçu votre demande. Gardez ce numéro.',
  askCompletion: 'Il manque quelque chose. Le délai attend votre réponse.',
  accept: 'Votre demande est acceptée.',
  refuse: 'Votre demande est refusée. Lisez les motifs et le recours.',
  acceptBySilence: 'Le délai est passé : votre demande est acceptée.',
  refuseBySilence: 'Le délai est passé : votre demande est refusée.',
  close: 'Ce que vous demandiez vous a été remis.',
}

/** Whose turn it is in the town hall. */
const teamRoles: Partial<Record<RequestStep, readonly Role[]>> = {
  submit: ['agent', 'secretary'],
  complete: ['agent', 'secretary'],
  propose: ['secretary', 'mayor'],
  sendBack: ['agent', 'secretary'],
}

const teamTitles: Partial<Record<RequestStep, string>> = {
  submit: 'Nouvelle demande',
  complete: 'Demande complétée',
  propose: 'Décision à prendre',
  sendBack: 'Décision à revoir',
}

/** What decides, or starts a time to answer: nobody misses it by having turned the topic off. */
const formalSteps: readonly RequestStep[] = [
  'askCompletion',
  'accept',
  'refuse',
  'acceptBySilence',
  'refuseBySilence',
  'close',
]

export async function tellOfRequest(
  context: Telling,
  request: Request,
  step: RequestStep,
): Promise<void> {
  await tellCitizen(context, request, step)
  await tellTeam(context, request, step)
}

async function tellCitizen({ db, now }: Telling, request: Request, step: RequestStep) {
  const title = citizenTitles[step]
  const introduction = citizenIntroductions[step]
  if (!title || !introduction) return
  const { id, reference, requesterId, applicantPhone, trackingCode } = request
  const about = reference ?? request.title
  const subject = () => t('{what} : {about}', { what: t(title), about })
  const key = `request:${id}:${step}:${now.getTime()}`
  const link = `/demandes/${id}`
  if (requesterId) {
    const text = () => t(introduction)
    await tellOfTopic(
      db,
      {
        ...{ personId: requesterId, topic: 'requests', isFormal: formalSteps.includes(step) },
        ...{ subject, text, link, key },
      },
      now,
    )
  } else if (applicantPhone) {
    const words = { subject: subject(), body: t(introduction) }
    const to = { channel: 'sms', recipient: applicantPhone, personId: null } as const
    const follow = trackingCode && trackingAddress(trackingCode)
    const rest = { topic: 'requests', locale: 'fr', link: follow, dedupeKey: `${key}:sms` }
    await queueMessage(db, { ...to, ...words, ...rest }, now)
  }
}

async function tellTeam({ db, actor, now }: Telling, request: Request, step: RequestStep) {
  const roles = teamRoles[step]
  const title = teamTitles[step]
  if (!roles || !title) return
  const { id, communeId, reference, title: procedure, assigneeId } = request
  const isFollowedUp = (step === 'complete' || step === 'sendBack') && assigneeId !== null
  await notify(
    db,
    {
      organisationId: communeId,
      ...(isFollowedUp ? { personIds: [assigneeId] } : { roles }),
      exceptPersonId: actor.id,
      topic: 'requests',
      subject: () => t('{what} : {about}', { what: t(title), about: reference ?? '' }),
      text: () => procedure,
      link: `/espace/demandes/${id}`,
      key: `request:${id}:${step}:${now.getTime()}`,
    },
    now,
  )
}

interface Written {
  readonly from: 'citizen' | 'commune'
  /** What a telephone without an account behind it is told at once. */
  readonly body?: string
}

/** Somebody wrote: the other side hears that there is something to read, not what; a telephone alone has nowhere else to read it. */
export async function tellOfMessage(
  context: Telling,
  request: Request,
  { from, body = '' }: Written,
): Promise<void> {
  const { db, now } = context
  const { id, requesterId, reference, applicantPhone } = request
  const subject = () => t('Nouveau message : {about}', { about: reference ?? '' })
  const text = () => t('Un message vous attend dans le dossier de la demande.')
  const key = `request:${id}:message:${now.getTime()}`
  if (from === 'citizen') return tellTeamOfMessage(context, request, { subject, text, key })
  if (requesterId !== null) {
    const link = `/demandes/${id}#messages`
    await tellOfTopic(
      db,
      { personId: requesterId, topic: 'requests', subject, text, link, key },
      now,
    )
  } else if (applicantPhone) {
    const words = { subject: t('La mairie, {about}', { about: reference ?? '' }), body }
    const to = { channel: 'sms', recipient: applicantPhone, personId: null } as const
    const rest = { topic: 'requests', locale: 'fr', link: null, dedupeKey: `${key}:sms` }
    await queueMessage(db, { ...to, ...words, ...rest }, now)
  }
}

interface Told {
  readonly subject: () => string
  readonly text: () => string
  readonly key: string
}

function tellTeamOfMessage(
  { db, actor, now }: Telling,
  { id, communeId, assigneeId }: Request,
  told: Told,
): Promise<void> {
  const whom = assigneeId ? { personIds: [assigneeId] } : { roles: ['agent', 'secretary'] as const }
  const link = `/espace/demandes/${id}#messages`
  const about = { topic: 'requests', link, ...told } as const
  return notify(db, { organisationId: communeId, ...whom, exceptPersonId: actor.id, ...about }, now)
}
