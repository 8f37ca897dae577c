/** A resource as it is read: the same on its public page and on the one of whoever prepares it. */
import { domainLabels, serviceLabels } from '#modules/directory/index.ts'
import { fileAddress } from '#platform/files/file-routes.ts'
import { formatDate, formatNumber, formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Notice, Prose, Tag } from '#web/components/index.tsx'
import { type Audience, audienceLabels } from '../audience.labels.ts'
import type { NamedResource } from './load-resource.ts'
import { resourceStatusLabels } from './resource.labels.ts'
import { countMinutesAt, countPagesFor } from './resource.rules.ts'
import type { Resource } from './resource.schema.ts'

export function ResourceTag({ status }: Pick<Resource, 'status'>) {
  const { label, tone } = resourceStatusLabels[status]
  return <Tag tone={tone}>{label}</Tag>
}

export const listAudiences = (audiences: readonly string[]) =>
  audiences.map((one) => t(audienceLabels[one as Audience])).join(', ')

export const listDomains = (domains: readonly string[]) =>
  domains.map((code) => t(domainLabels[code] ?? code)).join(', ')

export function ResourceBody({ named }: { named: NamedResource }) {
  const { resource, file } = named
  return (
    <>
      {resource.summary && <p class="lead">{resource.summary}</p>}
      {resource.kind === 'video' && <VideoLink resource={resource} />}
      {file && (
        <p>
          <a href={fileAddress(file.id, file.name)}>{file.name}</a> ({formatSize(file.sizeBytes)})
        </p>
      )}
      {resource.body && <Prose text={resource.body} />}
      <ResourceFacts named={named} />
    </>
  )
}

/** It is left to its host, and never shown within our page; what it costs is said before. */
function VideoLink({ resource }: { resource: Resource }) {
  const { videoUrl, videoMinutes, videoMegabytes } = resource
  if (!videoUrl || !videoMinutes || !videoMegabytes) return null
  return (
    <Notice
      kind="warning"
      title={t('Cette vidéo consomme environ {megabytes} Mo de votre forfait', {
        megabytes: videoMegabytes,
      })}
    >
      <p>
        {t(
          'Autant que {pages} pages de Cauri ; à 384 kbit/s, il faut {minutes} minutes pour la recevoir. Regardez-la plutôt sur une connexion fixe, ou une seule fois à plusieurs.',
          {
            pages: formatNumber(countPagesFor(videoMegabytes)),
            minutes: countMinutesAt(videoMegabytes, 384),
          },
        )}
      </p>
      <p>
        <a href={videoUrl} rel="noreferrer">
          {t('Regarder sur {host} ({minutes} min)', {
            host: new URL(videoUrl).host,
            minutes: videoMinutes,
          })}
        </a>
      </p>
    </Notice>
  )
}

function ResourceFacts({ named: { resource, names, solution } }: { named: NamedResource }) {
  const { communeId, startupId, authorOrganisationId, publishedAt } = resource
  const items = [
    { term: 'Pour', value: listAudiences(resource.audiences) },
    { term: 'Domaines', value: listDomains(resource.domains) },
    {
      term: 'Services municipaux',
      value: resource.services.map((code) => t(serviceLabels[code] ?? code)).join(', '),
    },
    {
      term: 'Solution',
      value: solution && <a href={`/solutions/${solution.slug}`}>{solution.name}</a>,
    },
    { term: 'Commune', value: communeId && names.get(communeId) },
    { term: 'Startup', value: startupId && names.get(startupId) },
    { term: 'Écrite par', value: names.get(authorOrganisationId) },
    { term: 'Publiée le', value: publishedAt && formatDate(publishedAt) },
  ]
  return <DefinitionList items={items.filter(({ value }) => Boolean(value))} />
}
