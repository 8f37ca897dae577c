/** The working page of a resource: where it stands, what is missing, who must still agree, which communes opened it. */
import { listCommuneNames } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Notice, Page, Timeline } from '#web/components/index.tsx'
import { awarenessHome, homeCrumb, readResource } from '../awareness-address.ts'
import { loadResource, type NamedResource, nameParts } from './load-resource.ts'
import { resourceKindLabels, resourceStepLabels } from './resource.labels.ts'
import { resourcePolicy } from './resource.policy.ts'
import { listConsents, listReadings } from './resource.queries.ts'
import { listWaiting } from './resource.rules.ts'
import type { ResourceStep } from './resource.workflow.ts'
import { ResourceActs } from './resource-acts.view.tsx'
import { ResourceBody, ResourceTag } from './resource-body.view.tsx'

interface Shown {
  readonly named: NamedResource
  readonly history: readonly HistoryLine[]
  /** The sides that have not agreed to the text as it is. */
  readonly waiting: readonly string[]
  readonly readers: readonly string[]
}

export const resourceFilePage = page(`${awarenessHome}/ressources/:resourceId`, {
  load: async (params: { resourceId: string }, context: Context): Promise<Shown> => {
    const { db } = context
    const resource = await loadResource(params, context)
    const readings = await listReadings(db, resource.id)
    const names = await listCommuneNames(
      db,
      readings.map(({ communeId }) => communeId),
    )
    return {
      named: await nameParts(db, resource),
      history: await listHistory(db, 'governance.resourceEvent', { resourceId: resource.id }),
      waiting: listWaiting(resource, await listConsents(db, resource.id)),
      readers: readings.flatMap(({ communeId }) => names.get(communeId) ?? []),
    }
  },
  allow: (actor, { named }) => resourcePolicy.open(actor, named.resource),
  view: (shown, { actor }) => <ResourceFile {...shown} actor={actor} />,
})

function ResourceFile({ named, history, waiting, readers, actor }: Shown & { actor: Actor }) {
  const { resource, names } = named
  return (
    <Page
      title={resource.title}
      kicker={
        <>
          {t(resourceKindLabels[resource.kind])} {resource.reference}{' '}
          <ResourceTag status={resource.status} />
        </>
      }
      breadcrumbs={[homeCrumb]}
    >
      {resource.statusReason && (
        <Notice kind="warning" title="Motif">
          <p class="prose">{resource.statusReason}</p>
        </Notice>
      )}
      {resource.kind === 'caseStudy' && (
        <Consents waiting={waiting.map((side) => names.get(side) ?? '')} />
      )}
      <ResourceActs resource={resource} waiting={waiting} actor={actor} />
      {resource.status === 'published' && (
        <p>
          <a href={readResource(resource)}>{t('La voir comme tout le monde')}</a>
        </p>
      )}
      <ResourceBody named={named} />
      {readers.length > 0 && (
        <section>
          <h2>{t('Les communes qui l’ont ouverte')}</h2>
          <p>{readers.join(', ')}</p>
        </section>
      )}
      <section>
        <h2>{t('Historique')}</h2>
        <Timeline
          events={history.map(({ step, reason, occurredAt }) => ({
            at: occurredAt,
            title: resourceStepLabels[step as ResourceStep | 'create'],
            text: reason,
          }))}
        />
      </section>
    </Page>
  )
}

function Consents({ waiting }: { waiting: readonly string[] }) {
  if (waiting.length === 0)
    return <Notice kind="success" title="La commune et la startup ont accepté ce texte" />
  return (
    <Notice title="Rien n’est public sans l’accord des deux parties">
      <p>{t('Pas encore acceptée par : {names}.', { names: waiting.join(', ') })}</p>
    </Notice>
  )
}
