/** A call as everybody reads it: what is asked, questions and answers, addenda, and the result when there is one. */
import { getCommune } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Page } from '#web/components/index.tsx'
import { listAwards } from '../evaluation/evaluation.queries.ts'
import type { Award } from '../evaluation/evaluation.schema.ts'
import { findOwnProposal } from '../proposals/proposal.queries.ts'
import type { Proposal } from '../proposals/proposal.schema.ts'
import { CallResult } from '../result/result.view.tsx'
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
  readonly awards: readonly Award[]
  readonly startupNames: ReadonlyMap<string, string>
  /** The proposal of the startup that looks, if it has begun one. */
  readonly ownProposal: Proposal | undefined
}

export const showCallPage = page('/appels/:ref', {
  load: ({ ref }, context) => loadShown(ref, context),
  allow: (actor, { full }) => callPolicy.read(actor, full.call),
  view: (shown, { actor }) => <ShowCall {...shown} actor={actor} />,
})

async function loadShown(reference: string, { db, actor }: Context): Promise<Shown> {
  const full = await addParts(db, await getCallByReference(db, reference))
  const commune = await getCommune(db, full.call.communeId)
  const awards = full.call.awardedAt ? await listAwards(db, full.call.id) : []
  return {
    full,
    communeName: commune.name,
    communeSlug: commune.slug,
    answers: await listAnswers(db, full.call.id, 'answered'),
    addenda: await listAddenda(db, full.call.id),
    clock: await readClock(db),
    awards,
    startupNames: await listOrganisationNames(
      db,
      awards.map(({ startupId }) => startupId),
    ),
    ownProposal: worksForA(actor, 'startup')
      ? await findOwnProposal(db, full.call.id, getOrganisationId(actor))
      : undefined,
  }
}

function ShowCall({
  full,
  communeName,
  communeSlug,
  answers,
  addenda,
  clock,
  ownProposal,
  awards,
  startupNames,
  actor,
}: Shown & { actor: Actor }) {
  const { call } = full
  return (
    <Page title={call.title} breadcrumbs={[{ label: 'Appels', href: '/appels' }]}>
      <p class="meta">
        <StageTag call={call} now={clock} /> {call.reference}{' '}
        <a href={`/communes/${communeSlug}`}>{t('Commune de {name}', { name: communeName })}</a>
        {call.publishedAt && (
          <>
            {' '}
            {t('publié le {date}', { date: formatDate(call.publishedAt) })}{' '}
            <a href={`/registre/${call.reference}`}>{t('Tout le parcours, au registre public')}</a>
            {' · '}
            <a href={`/donnees/ocds/processus/${call.reference}`}>{t('Ses données (OCDS)')}</a>
          </>
        )}
      </p>
      {call.statusReason && <p class="prose">{call.statusReason}</p>}
      <CallActs full={full} actor={actor} clock={clock} ownProposal={ownProposal} />
      <CallResult full={full} awards={awards} startupNames={startupNames} />
      {addenda.length > 0 && <AddendumList addenda={addenda} base={`/appels/${call.reference}`} />}
      <CallBody {...full} />
      {answers.length > 0 && <Answers answers={answers} />}
    </Page>
  )
}

function CallActs({
  full: { call },
  actor,
  clock,
  ownProposal,
}: Pick<Shown, 'full' | 'clock' | 'ownProposal'> & { actor: Actor }) {
  const base = `/appels/${call.reference}`
  return (
    <Actions>
      {ownProposal && <ButtonLink href={`${base}/ma-proposition`}>Notre proposition</ButtonLink>}
      {!ownProposal && callPolicy.propose(actor, call) && takesProposals(call, clock) && (
        <ActionButton action={`${base}/proposer`} label="Préparer une proposition" kind="primary" />
      )}
      {callPolicy.ask(actor, call) && takesQuestions(call, clock) && (
        <ButtonLink kind="quiet" href={`${base}/question`}>
          Poser une question
        </ButtonLink>
      )}
      <ButtonLink kind="quiet" href={`${base}/appel.pdf`}>
        L’appel en PDF
      </ButtonLink>
      <ButtonLink kind="quiet" href={`${base}/appel.docx`}>
        L’appel en Word
      </ButtonLink>
      {call.awardedAt !== null && (
        <>
          <ButtonLink kind="quiet" href={`${base}/avis.pdf`}>
            Avis d’attribution en PDF
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/avis.docx`}>
            Avis en Word
          </ButtonLink>
        </>
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
