/** The versions of an entry, the newest first: from when until when, who, why, and what each changed from the one before. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import { Details } from '#web/components/index.tsx'
import type { ReferenceChange, ReferenceVersion } from './change.schema.ts'
import { listDifferences } from './content.rules.ts'
import { ContentFacts, Differences } from './content.view.tsx'
import { changeAddress } from './reference-lists.ts'
import { sayValidity } from './show-list.page.tsx'

interface Props {
  readonly list: Pick<ReferenceList, 'fields'>
  readonly entry: ReferenceEntry
  readonly versions: readonly ReferenceVersion[]
  readonly changes: readonly ReferenceChange[]
  readonly names: ReadonlyMap<string, string>
}

export function VersionList({ list, entry, versions, changes, names }: Props) {
  return (
    <section>
      <h2>{t('Les versions')}</h2>
      {versions.length === 0 && (
        <p>
          {t('Une seule version, celle livrée avec la plateforme ({validity}).', {
            validity: sayValidity(entry),
          })}
        </p>
      )}
      {versions.map((version, index) => (
        <Version
          key={version.id}
          {...{ list, version, names, former: versions[index + 1] ?? null }}
          change={changes.find(({ id }) => id === version.changeId) ?? null}
        />
      ))}
    </section>
  )
}

interface VersionProps extends Pick<Props, 'list' | 'names'> {
  readonly version: ReferenceVersion
  readonly former: ReferenceVersion | null
  readonly change: ReferenceChange | null
}

function Version({ list, version, former, change, names }: VersionProps) {
  return (
    <article>
      <h3>{sayValidity(version)}</h3>
      <p>{t(version.reason)}</p>
      <p class="meta">
        <SourceText {...version} />
        {change && (
          <>
            {' · '}
            <People change={change} names={names} />
            {' · '}
            <a href={changeAddress(change)}>{change.reference}</a>
          </>
        )}
      </p>
      {former ? (
        <Differences differences={listDifferences(list.fields, former.content, version.content)} />
      ) : (
        <Details summary="Ce qu’elle disait">
          <ContentFacts list={list} content={version.content} />
        </Details>
      )}
    </article>
  )
}

type Sourced = Pick<ReferenceVersion, 'source' | 'sourceDate' | 'sourceUrl'>

/** Where the text is to be read, and of what day it is. */
export function SourceText({ source, sourceDate, sourceUrl }: Sourced) {
  return (
    <>
      {sourceUrl ? (
        <a href={sourceUrl} rel="external noopener">
          {t(source)}
        </a>
      ) : (
        t(source)
      )}
      {sourceDate && ` (${formatDate(sourceDate)})`}
    </>
  )
}

function People({ change, names }: { change: ReferenceChange; names: Props['names'] }) {
  const nameOf = (id: string | null) => names.get(id ?? '') ?? t('une personne de l’association')
  return (
    <>
      {t('proposé par {author}, approuvé par {reviewer}', {
        author: nameOf(change.proposedBy),
        reviewer: nameOf(change.reviewedBy),
      })}
    </>
  )
}
