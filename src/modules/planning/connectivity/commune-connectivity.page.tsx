/** What everybody reads of a commune's connectivity: its places as they stand, the gap, and what the solutions it uses ask for. */
import {
  type Commune,
  type CommuneSection,
  connectivityLabels,
  getCommuneBySlug,
  listUsedSolutions,
  type UsedSolution,
} from '#modules/directory/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Card,
  CardList,
  DefinitionList,
  Details,
  EmptyState,
  Page,
  Table,
} from '#web/components/index.tsx'
import { explainGap } from './gap.labels.ts'
import { loadConnectivityGap } from './gap.queries.ts'
import type { ConnectivityGap } from './gap.types.ts'
import { GapSummary } from './gap-summary.view.tsx'
import { listProviders } from './provider.queries.ts'
import { neededLevel } from './requirement.rules.ts'
import { siteKindLabels } from './site.labels.ts'
import type { SiteState } from './site.schema.ts'
import { describeCost, listStateFacts, nameConnection, SiteTag } from './site-facts.view.tsx'
import { listSiteStates } from './state.queries.ts'

interface Shown {
  readonly commune: Commune
  readonly states: readonly SiteState[]
  readonly gap: ConnectivityGap
  readonly solutions: readonly UsedSolution[]
  readonly providers: ReadonlyMap<string, string>
}

export const communeConnectivityPage = page('/communes/:slug/connectivite', {
  load: ({ slug }, context) => loadShown(slug, context),
  allow: everyone,
  isPublic: true,
  view: (shown) => <CommuneConnectivity {...shown} />,
})

async function loadShown(slug: string, { db, now }: Context): Promise<Shown> {
  const commune = await getCommuneBySlug(db, slug)
  return {
    commune,
    states: await listSiteStates(db, commune.id),
    gap: await loadConnectivityGap(db, commune.id, now),
    solutions: await listUsedSolutions(db, [commune.id]),
    providers: new Map((await listProviders(db)).map(({ code, name }) => [code, name])),
  }
}

function CommuneConnectivity({ commune, states, gap, solutions, providers }: Shown) {
  const [first] = states
  return (
    <Page
      title={t('La connectivité de {commune}', { commune: commune.name })}
      breadcrumbs={[
        { label: 'Connectivité', href: '/connectivite' },
        { label: commune.name, href: `/communes/${commune.slug}` },
      ]}
    >
      {states.length === 0 ? <NothingDeclared /> : <GapSummary gap={gap} />}
      {first && (
        <p class="meta">
          {t('Calculé le {date}, d’après ce que la commune déclare et mesure.', {
            date: formatDate(first.computedAt),
          })}{' '}
          <a href={`/communes/${commune.slug}/connectivite/fiche.pdf`}>{t('Fiche (PDF)')}</a>{' '}
          <a href={`/communes/${commune.slug}/connectivite/fiche.docx`}>{t('Fiche (Word)')}</a>
        </p>
      )}
      <CardList>
        {states.map((state) => (
          <PublicSite key={state.siteId} state={state} providers={providers} />
        ))}
      </CardList>
      {solutions.length > 0 && <Requirements solutions={solutions} />}
    </Page>
  )
}

function NothingDeclared() {
  return (
    <EmptyState title="La commune n’a encore rien déclaré">
      <p>
        {t(
          'Son responsable du système d’information peut déclarer la mairie et ses autres lieux depuis son espace, puis mesurer leurs connexions.',
        )}
      </p>
    </EmptyState>
  )
}

interface SiteProps {
  readonly state: SiteState
  readonly providers: ReadonlyMap<string, string>
}

function PublicSite({ state, providers }: SiteProps) {
  const cost = describeCost(state)
  return (
    <Card
      title={state.name}
      kicker={t(siteKindLabels[state.kind])}
      tags={<SiteTag state={state} />}
      meta={nameConnection(state, providers)}
    >
      <p>{explainGap(state)}</p>
      {cost && <p class="strong">{cost}</p>}
      <Details summary="Tout ce qui en est connu">
        <DefinitionList items={listStateFacts(state, providers)} />
      </Details>
    </Card>
  )
}

function Requirements({ solutions }: Pick<Shown, 'solutions'>) {
  return (
    <Table
      caption={t('Ce que demandent les solutions que la commune utilise')}
      columns={[
        { key: 'name', label: 'Solution' },
        { key: 'level', label: 'Connexion demandée' },
        { key: 'offline', label: 'Hors ligne' },
      ]}
      rows={solutions.map((solution) => ({
        name: <a href={`/solutions/${solution.slug}`}>{solution.name}</a>,
        level: t(connectivityLabels[neededLevel(solution)]),
        offline: solution.worksOffline ? t('Fonctionne hors ligne') : t('Non'),
      }))}
    />
  )
}

/** On the commune's own page. */
export const communeConnectivitySection: CommuneSection = async (db, commune) => {
  const states = await listSiteStates(db, commune.id)
  if (states.length === 0) return null
  const met = states.filter(({ isMet }) => isMet).length
  return () => (
    <section>
      <h2>{t('La connectivité')}</h2>
      <p>
        {t(
          '{met, plural, =0 {Aucun lieu} one {Un lieu} other {# lieux}} au niveau requis, sur {count}.',
          { met, count: states.length },
        )}{' '}
        <a href={`/communes/${commune.slug}/connectivite`}>{t('Voir les lieux et l’écart')}</a>
      </p>
    </section>
  )
}
