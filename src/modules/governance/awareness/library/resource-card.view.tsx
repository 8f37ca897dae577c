/** A resource in a list, and those of a solution on its page. */
import type { SolutionSection } from '#modules/directory/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Card, CardList } from '#web/components/index.tsx'
import { readResource } from '../awareness-address.ts'
import { resourceKindLabels } from './resource.labels.ts'
import { listPublishedOfSolution } from './resource.queries.ts'
import type { Resource } from './resource.schema.ts'
import { listAudiences, listDomains } from './resource-body.view.tsx'

export function ResourceCard({ resource }: { resource: Resource }) {
  const { title, summary, kind, domains, audiences, publishedAt } = resource
  return (
    <Card
      level={3}
      title={title}
      href={readResource(resource)}
      kicker={
        <>
          {t(resourceKindLabels[kind])} <VideoWeight resource={resource} />
        </>
      }
      meta={[listDomains(domains), listAudiences(audiences), publishedAt && formatDate(publishedAt)]
        .filter(Boolean)
        .join(' · ')}
    >
      <p>{summary}</p>
    </Card>
  )
}

function VideoWeight({ resource: { videoMinutes, videoMegabytes } }: { resource: Resource }) {
  if (!videoMinutes || !videoMegabytes) return null
  return (
    <>{t('{minutes} min, {megabytes} Mo', { minutes: videoMinutes, megabytes: videoMegabytes })}</>
  )
}

export const solutionResourcesSection: SolutionSection = async (db, solutionId) => {
  const resources = await listPublishedOfSolution(db, solutionId)
  if (resources.length === 0) return null
  return () => (
    <section>
      <h2>{t('Pour mieux la connaître')}</h2>
      <CardList>
        {resources.map((resource) => (
          <ResourceCard key={resource.id} resource={resource} />
        ))}
      </CardList>
    </section>
  )
}
