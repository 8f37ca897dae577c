/** One recommendation: its words, its progress, what proves it, what each session was told, what happened. */
import type { Actor } from '#platform/actor.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Notice, Page, Prose, Timeline } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { loadReadings } from './load-readings.ts'
import type { Readings } from './measure.rules.ts'
import {
  addresseeLabels,
  recommendationStatusLabels,
  recommendationStepLabels,
} from './recommendation.labels.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import { getRecommendationByReference } from './recommendation.queries.ts'
import type { FullRecommendation } from './recommendation.schema.ts'
import { RecommendationActs } from './recommendation-acts.view.tsx'
import { Definition, Progress, StatusTags } from './recommendation-body.view.tsx'

interface Shown {
  readonly full: FullRecommendation
  readonly readings: Readings
  readonly history: readonly HistoryLine[]
  readonly today: string
}

export const showRecommendationPage = page('/recommandations/:ref', {
  load: async ({ ref }, context: Context): Promise<Shown> => {
    const { db, now } = context
    const full = await getRecommendationByReference(db, ref)
    const owner = { recommendationId: full.recommendation.id }
    return {
      full,
      readings: await loadReadings(context),
      history: await listHistory(db, 'governance.recommendationEvent', owner),
      today: toDay(now),
    }
  },
  allow: (actor, { full }) => recommendationPolicy.read(actor, full.recommendation),
  view: (shown, { actor }) => <ShowRecommendation {...shown} actor={actor} />,
})

function ShowRecommendation({ full, readings, history, today, actor }: Shown & { actor: Actor }) {
  const { recommendation } = full
  const { measure } = recommendation
  return (
    <Page
      title={recommendation.title}
      kicker={
        <>
          {recommendation.reference} <StatusTags recommendation={recommendation} today={today} />
        </>
      }
      breadcrumbs={[{ label: 'Recommandations', href: '/recommandations' }]}
    >
      {recommendation.statusReason && (
        <Notice kind="info" title="Motif">
          <p>{recommendation.statusReason}</p>
        </Notice>
      )}
      {recommendation.body && <Prose text={recommendation.body} />}
      <Terms full={full} />
      <RecommendationActs full={full} actor={actor} />
      <h2>{t('Où cela en est')}</h2>
      <Progress recommendation={recommendation} readings={readings} />
      {measure && <Definition measure={measure} readings={readings} />}
      <Evidence full={full} />
      <FollowUps full={full} />
      <StepHistory lines={history} labels={recommendationStepLabels} />
    </Page>
  )
}

function Terms({ full: { recommendation, session } }: { full: FullRecommendation }) {
  const { addressee, owner, dueOn, indicator, source } = recommendation
  return (
    <DefinitionList
      items={[
        { term: 'Adressée à', value: t(addresseeLabels[addressee]) },
        { term: 'Portée par', value: owner || t('à confirmer') },
        { term: 'Échéance', value: dueOn ? formatDate(dueOn) : t('à confirmer') },
        { term: 'Indicateur', value: indicator || t('à confirmer') },
        {
          term: 'Session',
          value: <a href={`/sessions/${session.reference}`}>{session.theme}</a>,
        },
        ...(source ? [{ term: 'Source', value: source }] : []),
      ]}
    />
  )
}

function Evidence({ full: { evidence } }: { full: FullRecommendation }) {
  return (
    <section>
      <h2>{t('Preuves')}</h2>
      {evidence.length === 0 && <p class="soft">{t('Aucune preuve n’est encore donnée.')}</p>}
      {evidence.map(({ id, title, body, url, recordedAt }) => (
        <article key={id}>
          <h3>
            {url ? (
              <a href={url} rel="external noopener">
                {title}
              </a>
            ) : (
              title
            )}
          </h3>
          <p class="meta">{formatDate(recordedAt)}</p>
          {body && <Prose text={body} />}
        </article>
      ))}
    </section>
  )
}

function FollowUps({ full: { followUps } }: { full: FullRecommendation }) {
  if (followUps.length === 0) return null
  return (
    <section>
      <h2>{t('De session en session')}</h2>
      <Timeline
        events={followUps.map(({ sessionReference, startsOn, status, note }) => ({
          at: startsOn,
          title: `${sessionReference} : ${t(recommendationStatusLabels[status].label)}`,
          href: `/sessions/${sessionReference}`,
          text: note,
        }))}
      />
    </section>
  )
}
