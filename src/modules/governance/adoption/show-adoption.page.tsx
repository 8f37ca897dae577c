/** One solution, commune by commune: where each stands, since when, which record shows it. */
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
  listCommuneNames,
} from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  choicesOf,
  EmptyState,
  GetForm,
  Page,
  Select,
  Table,
} from '#web/components/index.tsx'
import { mayDraftCampaigns } from '../campaigns/campaign.policy.ts'
import { campaignsHome } from '../campaigns/campaign-address.ts'
import { sourceLabels, stageLabels } from './adoption.labels.ts'
import { adoptionPolicy } from './adoption.policy.ts'
import { findFunnel, listStandings, type StandingLine } from './adoption.queries.ts'
import { type Funnel, type Stage, stages } from './adoption.rules.ts'
import { FunnelDrawing } from './funnel.view.tsx'
import { adoptionHome } from './list-adoption.page.tsx'

interface Shown {
  readonly entry: CatalogueEntry
  readonly startupId: string
  readonly funnel: Funnel
  readonly lines: readonly StandingLine[]
  readonly names: ReadonlyMap<string, string>
  /** Only the communes that stand there, when it is asked for. */
  readonly stage: Stage | null
}

export const showAdoptionPage = page(`${adoptionHome}/:slug`, {
  load: loadAdoption,
  allow: adoptionPolicy.readSolution,
  view: (shown, { actor }) => <ShowAdoption {...shown} actor={actor} />,
})

async function loadAdoption({ slug }: { slug: string }, { db, query }: Context): Promise<Shown> {
  const entry = orNotFound(await findCatalogueEntryBySlug(db, slug))
  const stage = stages.find((one) => one === readQueryText(query.etape)) ?? null
  const lines = await listStandings(db, entry.solutionId)
  return {
    ...{ entry, stage, startupId: entry.startupId },
    funnel: await findFunnel(db, entry.solutionId),
    lines: stage ? lines.filter((line) => line.stage === stage) : lines,
    names: await listCommuneNames(
      db,
      lines.map(({ communeId }) => communeId),
    ),
  }
}

function ShowAdoption({ entry, funnel, lines, names, stage, actor }: Shown & { actor: Actor }) {
  const here = `${adoptionHome}/${entry.slug}`
  return (
    <Page
      title={t('Adoption de {name}', { name: entry.name })}
      breadcrumbs={[{ label: 'Adoption des solutions', href: adoptionHome }]}
    >
      <FunnelDrawing funnel={funnel} title="Communes par étape" />
      <h2>{t('Commune par commune')}</h2>
      <GetForm action={here} submit="Afficher">
        <Select
          name="etape"
          label="Arrêtées à l’étape"
          value={stage ?? ''}
          empty="Toutes les étapes"
          options={choicesOf(stageLabels)}
          required={false}
        />
      </GetForm>
      {lines.length === 0 ? (
        <EmptyState title="Aucune commune à cette étape" />
      ) : (
        <CommuneTable lines={lines} names={names} />
      )}
      {stage && stage !== 'adopted' && lines.length > 0 && mayDraftCampaigns(actor, null) && (
        <Actions>
          <ButtonLink
            href={`${campaignsHome}/nouvelle?solution=${entry.solutionId}&etape=${stage}`}
          >
            Préparer une campagne pour ces communes
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

function CommuneTable({ lines, names }: Pick<Shown, 'lines' | 'names'>) {
  return (
    <Table
      caption="Communes"
      isCaptionHidden
      columns={[
        { key: 'commune', label: 'Commune' },
        { key: 'stage', label: 'Étape' },
        { key: 'since', label: 'Depuis' },
        { key: 'source', label: 'Ce qui le montre' },
      ]}
      rows={lines.map(({ communeId, stage, firstAt, sourceKind }) => ({
        commune: names.get(communeId) ?? '',
        stage: t(stageLabels[stage]),
        since: formatDate(firstAt),
        source: t(sourceLabels[sourceKind]),
      }))}
    />
  )
}
