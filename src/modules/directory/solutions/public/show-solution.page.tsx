/** A solution's public page: what it solves, what it needs, what it costs here, and who really uses it. */
import { type Actor, worksFor, worksForA } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { fileAddress } from '#platform/files/file-routes.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  Badge,
  ButtonLink,
  DefinitionList,
  Page,
  Stars,
  Tag,
} from '#web/components/index.tsx'
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
} from '../../catalogue/catalogue-entry.queries.ts'
import { type CommuneLine, listCommunes } from '../../communes/commune.queries.ts'
import { listUsesOfSolution, type SolutionUse } from '../../deployments/deployment.queries.ts'
import { domainLabels, serviceLabels } from '../../labels.ts'
import { getSolution } from '../solution.queries.ts'
import type { Solution, SolutionFile } from '../solution.schema.ts'
import { listSolutionFiles } from '../solution-file.queries.ts'
import { PriceCalculator } from './price-calculator.view.tsx'
import { listPrerequisites, listTerms } from './solution-facts.ts'
import { Uses } from './uses.view.tsx'

interface Shown {
  readonly entry: CatalogueEntry
  readonly solution: Solution
  readonly files: readonly SolutionFile[]
  readonly uses: readonly SolutionUse[]
  readonly communes: readonly CommuneLine[]
  readonly chosenCommune: string
}

export const showSolutionPage = page('/solutions/:slug', {
  load: ({ slug }, context) => loadSolution(slug, context),
  allow: everyone,
  isPublic: true,
  view: (shown, { actor, now }) => <ShowSolution {...shown} actor={actor} now={now} />,
})

async function loadSolution(slug: string, { db, query, actor }: Context): Promise<Shown> {
  const entry = await findCatalogueEntryBySlug(db, slug)
  if (!entry) throw new NotFound()
  const wanted = [query.commune].flat()[0] ?? actor.organisation?.id
  const communes = await listCommunes(db)
  return {
    entry,
    communes,
    chosenCommune:
      communes.find(({ id, slug: name }) => id === wanted || name === wanted)?.slug ?? '',
    solution: await getSolution(db, entry.solutionId),
    files: await listSolutionFiles(db, entry.solutionId),
    uses: await listUsesOfSolution(db, entry.solutionId),
  }
}

function ShowSolution({
  entry,
  solution,
  files,
  uses,
  communes,
  chosenCommune,
  actor,
  now,
}: Shown & { actor: Actor; now: Date }) {
  return (
    <Page
      title={solution.name}
      lead={solution.summary}
      description={solution.summary}
      breadcrumbs={[{ label: 'Solutions', href: '/solutions' }]}
    >
      <p class="tags">
        <a href={`/startups/${entry.startupSlug}`}>{entry.startupName}</a>
        {isLabelled(entry, now) && <Badge>{t('Label startup')}</Badge>}
        {entry.ratingAverage !== null && (
          <Stars value={entry.ratingAverage} count={entry.ratingCount} />
        )}
      </p>
      <Acts entry={entry} actor={actor} />
      <Prose title="Le problème résolu" text={solution.problem} />
      <Prose title="La solution" text={solution.description} />
      <p class="tags">
        {solution.domains.map((code) => (
          <Tag key={code}>{t(domainLabels[code] ?? code)}</Tag>
        ))}
        {solution.services.map((code) => (
          <Tag key={code} tone="info">
            {t(serviceLabels[code] ?? code)}
          </Tag>
        ))}
      </p>
      <Uses uses={uses} />
      <h2>{t('Ce qu’il faut pour l’utiliser')}</h2>
      <DefinitionList items={listPrerequisites(solution)} />
      <PriceCalculator
        entry={entry}
        note={solution.priceNote}
        communes={communes}
        chosenCommune={chosenCommune}
      />
      <h2>{t('Données, garanties et support')}</h2>
      <DefinitionList items={listTerms(solution)} />
      <Files files={files} />
      {solution.verifiedAt && (
        <p class="meta">
          {t('Vérifiée par l’ANCB le {date}.', { date: formatDate(solution.verifiedAt) })}
        </p>
      )}
    </Page>
  )
}

function isLabelled({ hasLabel, labelExpiresOn }: CatalogueEntry, now: Date): boolean {
  return hasLabel && labelExpiresOn !== null && labelExpiresOn >= now.toISOString().slice(0, 10)
}

function Prose({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{t(title)}</h2>
      <p class="prose">{text}</p>
    </section>
  )
}

function Acts({ entry, actor }: { entry: CatalogueEntry; actor: Actor }) {
  const isOfCommune = worksForA(actor, 'commune', 'secretary', 'mayor', 'itOfficer')
  return (
    <Actions>
      <ButtonLink href={`/comparer?s=${entry.slug}`} kind="quiet">
        Comparer
      </ButtonLink>
      {isOfCommune && entry.confirmedUses > 0 && (
        <ButtonLink href={`/solutions/${entry.slug}/pairs`}>
          Demander à une commune qui l’utilise
        </ButtonLink>
      )}
      {isOfCommune && (
        <ButtonLink href={`/solutions/${entry.slug}/utilisation`} kind="quiet">
          Ma commune l’utilise
        </ButtonLink>
      )}
      {worksFor(actor, entry.startupId) && (
        <ButtonLink href={`/solutions/${entry.slug}/besoins`}>
          Quels besoins correspondent ?
        </ButtonLink>
      )}
    </Actions>
  )
}

function Files({ files }: { files: readonly SolutionFile[] }) {
  if (files.length === 0) return null
  const screenshots = files.filter(({ kind }) => kind === 'screenshot')
  const documents = files.filter(({ kind }) => kind === 'document')
  return (
    <section>
      <h2>{t('Documents et captures d’écran')}</h2>
      {screenshots.map(({ fileId, name, caption }) => (
        <figure key={fileId}>
          <img
            src={fileAddress(fileId, name)}
            alt={caption}
            loading="lazy"
            width={640}
            height={400}
          />
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
      <ul>
        {documents.map(({ fileId, name, caption }) => (
          <li key={fileId}>
            <a href={fileAddress(fileId, name)}>{caption || name}</a> (PDF)
          </li>
        ))}
      </ul>
    </section>
  )
}
