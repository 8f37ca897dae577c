/** A call as everybody reads it: what is asked, questions and answers, addenda, and the result when there is one. */
import { getCommune } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Page } from '#web/components/index.tsx'
import { type Addendum, listAddenda } from './addendum.queries.ts'
import { AddendumList } from './addendum-list.view.tsx'
import { callPolicy } from './call.policy.ts'
import { addParts, getCallByReference, readClock } from './call.queries.ts'
import type { FullCall } from './call.schema.ts'
import { type Answer, listAnswers } from './call-answer.queries.ts'
import { CallBody, StageTag } from './call-body.view.tsx'
import { takesProposals, takesQuestions } from './call-dates.rules.ts'

interface Shown {
  readonly full: FullCall
  readonly communeName: string
  readonly communeSlug: string
  readonly answers: readonly Answer[]
  readonly addenda: readonly Addendum[]
  readonly clock: Date
}

export const showCallPage = page('/appels/:ref', {
  load: ({ ref }, context) => loadShown(ref, context),
  allow: (actor, { full }) => callPolicy.read(actor, full.call),
  view: (shown, { actor }) => <ShowCall {...shown} actor={actor} />,
})

async function loadShown(reference: string, { db }: Context): Promise<Shown> {
  const full = await addParts(db, await getCallByReference(db, reference))
  const commune = await getCommune(db, full.call.communeId)
  return {
    full,
    communeName: commune.name,
    communeSlug: commune.slug,
    answers: await listAnswers(db, full.call.id, 'answered'),
    addenda: await listAddenda(db, full.call.id),
    clock: await readClock(db),
  }
}

function ShowCall({
  full,
  communeName,
  communeSlug,
  answers,
  addenda,
  clock,
  actor,
}: Shown & { actor: Actor }) {
  const { call } = full
  return (
    <Page title={call.title} breadcrumbs={[{ label: 'Appels', href: '/appels' }]}>
      <p class="meta">
        <StageTag call={call} now={clock} /> {call.reference}{' '}
        <a href={`/communes/${communeSlug}`}>{t('Commune de {name}', { name: communeName })}</a>
        {call.publishedAt && <> {t('publié le {date}', { date: formatDate(call.publishedAt) })}</>}
      </p>
      {call.statusReason && <p class="prose">{call.statusReason}</p>}
      <CallActs full={full} actor={actor} clock={clock} />
      {addenda.length > 0 && <AddendumList addenda={addenda} />}
      <CallBody {...full} />
      {answers.length > 0 && <Answers answers={answers} />}
    </Page>
  )
}

function CallActs({
  full: { call },
  actor,
  clock,
}: Pick<Shown, 'full' | 'clock'> & { actor: Actor }) {
  const base = `/appels/${call.reference}`
  return (
    <Actions>
      {callPolicy.propose(actor, call) && takesProposals(call, clock) && (
        <ButtonLink href={`${base}/proposer`}>Proposer une réponse</ButtonLink>
      )}
      {callPolicy.ask(actor, call) && takesQuestions(call, clock) && (
        <ButtonLink kind="quiet" href={`${base}/question`}>
          Poser une question
        </ButtonLink>
      )}
      {callPolicy.follow(actor, call) && (
        <ButtonLink kind="quiet" href={`/espace/appels/${call.id}`}>
          Le dossier de l’appel
        </ButtonLink>
      )}
    </Actions>
  )
}

/** Who asked is never shown. */
function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <section>
      <h2>{t('Questions et réponses')}</h2>
      <dl class="answers">
        {answers.map(({ id, question, answer, answeredAt }) => (
          <div key={id}>
            <dt class="prose">{question}</dt>
            <dd class="prose">
              {answer}
              {answeredAt && <p class="meta">{formatDate(answeredAt)}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
