/** One indicator: what it says and how it is counted, its course, its spread over the country, each commune. */
import { listCommunes, listDepartments } from '#modules/directory/index.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Page } from '#web/components/index.tsx'
import { readCommuneFilter } from './commune-filter.rules.ts'
import { getDefinition, isIndicator } from './indicator.lists.ts'
import { listGroupSeries, listValuesOn } from './indicator.queries.ts'
import { Course } from './indicator-course.view.tsx'
import { Ranking } from './indicator-ranking.view.tsx'
import { Spread } from './indicator-spread.view.tsx'
import { findKept } from './load-snapshots.ts'
import type { ShownIndicator } from './shown-indicator.types.ts'
import {
  betterLabels,
  methodLabels,
  tellAbsence,
  tellBasis,
  tellChange,
  tellValue,
} from './tell-value.ts'

export const showIndicatorPage = page('/indicateurs/:code', {
  load: ({ code }, context) => loadIndicator(code, context),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowIndicator {...shown} />,
})

async function loadIndicator(asked: string, { db, query }: Context): Promise<ShownIndicator> {
  const code = orNotFound(isIndicator(asked) ? asked : undefined)
  const kept = await findKept(db)
  const series = kept ? await listGroupSeries(db, '', kept.fromDay, code) : []
  return {
    ...{ code, series, latest: kept?.latest ?? null, days: kept?.days ?? [] },
    values: kept ? await listValuesOn(db, kept.latest.day, code) : [],
    departments: await listDepartments(db),
    communes: await listCommunes(db),
    filter: readCommuneFilter(query),
  }
}

function ShowIndicator(shown: ShownIndicator) {
  const { code, series, days } = shown
  const definition = getDefinition(code)
  const latest = series.at(-1)
  const isMeasured = latest !== undefined && latest.day === days.at(-1)
  return (
    <Page
      title={definition.label}
      breadcrumbs={[{ label: 'Indicateurs', href: '/indicateurs' }]}
      lead={definition.explanation}
    >
      <p class="figure">
        <b>{isMeasured ? tellValue(definition, latest) : tellAbsence(series)}</b>{' '}
        {isMeasured && tellBasis(definition, latest)}
        <small>{tellChange(definition, series)}</small>
      </p>
      <Terms {...shown} />
      <Course code={code} series={series} days={days} />
      {!definition.isNational && <Spread {...shown} />}
      {!definition.isNational && <Ranking {...shown} />}
      <p>
        <a href={`/indicateurs/${code}.csv`}>{t('Toutes les valeurs, et leur histoire, en CSV')}</a>
      </p>
    </Page>
  )
}

function Terms({ code, latest, series }: ShownIndicator) {
  const { formula, method, better, origin, href, isDated } = getDefinition(code)
  const first = series[0]
  return (
    <DefinitionList
      items={[
        { term: 'Calcul', value: t(formula) },
        { term: 'De la commune au pays', value: t(methodLabels[method]) },
        { term: 'Sens', value: t(betterLabels[better ?? 'none']) },
        { term: 'Source', value: <a href={href}>{t(origin)}</a> },
        ...(latest
          ? [
              {
                term: 'Date',
                value: t('Au {day}, calculé le {moment}', {
                  day: formatDate(latest.day),
                  moment: formatDateTime(latest.computedAt),
                }),
              },
            ]
          : []),
        {
          term: 'Histoire',
          value: first
            ? t(
                isDated
                  ? 'Depuis le {day}. Avant le premier relevé, elle est recomptée d’après la date de chaque fait.'
                  : 'Depuis le {day}, jour du premier relevé.',
                { day: formatDate(first.day) },
              )
            : t('Pas encore mesuré'),
        },
      ]}
    />
  )
}
