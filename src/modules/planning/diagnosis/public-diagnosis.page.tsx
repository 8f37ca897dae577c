/** What everybody may read of a commune's diagnosis: levels by axis, beside its category, and how they moved. */
import { type Category, type CommuneSection, getCommuneBySlug } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { afterOf } from '#platform/elision.rules.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Page, ScoreMeter, Table } from '#web/components/index.tsx'
import { type Comparison, compareWithCategory } from './comparison.rules.ts'
import { nameLevel } from './diagnosis.labels.ts'
import {
  getCurrentQuestionnaire,
  listLatestLevels,
  listResultsOf,
  type PublicResult,
} from './diagnosis.queries.ts'
import { OnlineScores } from './findings.view.tsx'
import { LevelsView } from './levels.view.tsx'
import type { HeadScore } from './result.types.ts'

interface Shown {
  readonly name: string
  readonly slug: string
  readonly results: readonly [PublicResult, ...PublicResult[]]
  readonly comparison: Comparison
  readonly online: readonly HeadScore[]
  readonly source: string
}

export const publicDiagnosisPage = page('/communes/:slug/diagnostic', {
  load: async ({ slug }, { db }): Promise<Shown> => {
    const { id, name } = await getCommuneBySlug(db, slug)
    const results = await listResultsOf(db, id)
    const latest = orNotFound(results[0])
    const group = await listLatestLevels(db, latest.category)
    const { content } = await getCurrentQuestionnaire(db)
    return {
      ...{ name, slug, results: [latest, ...results.slice(1)] },
      comparison: compareWithCategory(
        latest.levels,
        group.map(({ levels }) => levels),
      ),
      source: content.online.source,
      online: content.online.heads.map(({ key, title, indicators }) => ({
        ...{ head: key, title, met: latest.online[key] ?? 0, total: indicators.length },
      })),
    }
  },
  allow: everyone,
  isPublic: true,
  view: (shown) => <PublicDiagnosis {...shown} />,
})

function PublicDiagnosis({ name, slug, results, comparison, online, source }: Shown) {
  const [latest, previous] = results
  return (
    <Page
      title={t('Le diagnostic numérique {ofName}', { ofName: afterOf(name) })}
      breadcrumbs={[
        { label: 'Communes', href: '/communes' },
        { label: name, href: `/communes/${slug}` },
      ]}
    >
      <p>
        {t('Confirmé par la commune le {date}. Maturité d’ensemble : {level} sur 5, « {word} ».', {
          date: formatDate(latest.confirmedAt),
          level: formatDecimal(latest.overall),
          word: t(nameLevel(latest.overall)).toLowerCase(),
        })}
      </p>
      <LevelsView
        communeName={name}
        category={latest.category as Category}
        levels={latest.levels}
        {...{ comparison, previous }}
      />
      {results.length > 1 && <History results={results} />}
      <OnlineScores online={online} source={source} />
      <p class="meta">
        {t(
          'La commune répond elle-même à un questionnaire de l’ANCB ; sa direction confirme. Les réponses et les commentaires ne sont pas publics.',
        )}
      </p>
    </Page>
  )
}

const columns = [
  { key: 'year', label: 'Année' },
  { key: 'overall', label: 'Ensemble, sur 5', numeric: true },
]

function History({ results }: { results: readonly PublicResult[] }) {
  return (
    <Table
      caption="Les diagnostics de la commune"
      columns={columns}
      rows={results.map(({ year, overall }) => ({
        year: String(year),
        overall: formatDecimal(overall),
      }))}
    />
  )
}

export const communeDiagnosisSection: CommuneSection = async (db: Db, { id, slug }) => {
  const [latest] = await listResultsOf(db, id)
  if (!latest) return null
  return () => (
    <section>
      <h2>{t('La maturité numérique')}</h2>
      <ScoreMeter label={nameLevel(latest.overall)} score={latest.overall} maximum={5} />
      <p>
        <a href={`/communes/${slug}/diagnostic`}>
          {t('Le diagnostic {year}, axe par axe', { year: String(latest.year) })}
        </a>
      </p>
    </section>
  )
}
