/** Refusing a kind of message from one of its e-mails, without signing in: a page that asks, and the one press of mail programs (RFC 8058). */
import { z } from 'zod'
import { asSystem } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { readUnsubscribeToken } from '#platform/messages/unsubscribe-link.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, form, seeOther } from '#platform/web.ts'
import { Form, Notice, Page } from '#web/components/index.tsx'
import { listRefusals, refuseTopic } from './refusals.queries.ts'
import { channels, type Topic, topicNames, topics } from './topics.ts'

interface Subject {
  readonly token: string
  readonly personId: string
  readonly topic: Topic
}

const limit = { points: 60, seconds: 600 }

function readSubject({ token }: { token: string }, { platform }: Context): Subject {
  const refused = readUnsubscribeToken(platform.secret, token)
  const topic = topicNames.find((name) => name === refused?.topic)
  if (!refused || !topic || topics[topic].isAlwaysOn) throw new NotFound()
  return { token, topic, personId: refused.personId }
}

const confirmPage = form('/desabonnement/:token', {
  load: async (params: { token: string }, context) => {
    const subject = readSubject(params, context)
    const choices = await listRefusals(context.db, [subject.personId], subject.topic)
    const own = choices.get(subject.personId) ?? []
    return { ...subject, isRefused: channels.every((one) => isRefused(own, one)) }
  },
  allow: everyone,
  limit,
  input: z.object({}),
  invalid: ({ topic, isRefused: isDone }) => <AskRefusal topic={topic} isDone={isDone} />,
  valid: async ({ token, personId, topic }, _, context) => {
    await asSystem(context, (db) => refuseTopic(db, personId, topic))
    return seeOther(`/desabonnement/${token}`)
  },
})

function isRefused(choices: readonly { channel: string; isWanted: boolean }[], channel: string) {
  return choices.some((choice) => choice.channel === channel && !choice.isWanted)
}

function AskRefusal({ topic, isDone }: { topic: Topic; isDone: boolean }) {
  const { label, hint } = topics[topic]
  if (isDone)
    return (
      <Page title="C’est fait">
        <Notice kind="success">
          <p>{t('Vous ne recevrez plus « {label} ».', { label: t(label) })}</p>
        </Notice>
        <p>
          {t('Les décisions qui vous concernent vous parviennent toujours.')}{' '}
          <a href="/espace/notifications">{t('Choisir mes messages')}</a>
        </p>
      </Page>
    )
  return (
    <Page title="Ne plus recevoir ces messages" lead={t(label)}>
      <p>{t(hint)}</p>
      <Form submit="Ne plus les recevoir" secondary={{ label: 'Garder', href: '/' }}>
        <p>{t('Ni par e-mail, ni par SMS. Vous pourrez changer d’avis dans votre espace.')}</p>
      </Form>
    </Page>
  )
}

/** The signature is the proof: mail programs send no form of ours. */
const pressEndpoint = endpoint('/desabonnement/:token/un-clic', {
  method: 'POST',
  isCsrfExempt: true,
  isForMachines: true,
  limit,
  load: readSubject,
  allow: everyone,
  reply: async ({ personId, topic }, context) => {
    await asSystem(context, (db) => refuseTopic(db, personId, topic))
    return { status: 204, body: null }
  },
})

/** A browser that follows the header's address is asked first: reading changes nothing. */
const followEndpoint = endpoint('/desabonnement/:token/un-clic', {
  load: readSubject,
  allow: everyone,
  reply: ({ token }) => seeOther(`/desabonnement/${token}`),
})

export const unsubscribePages = [confirmPage, pressEndpoint, followEndpoint]
