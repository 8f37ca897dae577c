/** The yearly report of indicators: what is essential, each indicator by category and department, each commune, the method, what is missing. */
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import {
  body,
  bullets,
  contents,
  type DocumentModel,
  facts,
  notice,
  paragraph,
  section,
  table,
} from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { inLocale, t } from '#platform/i18n.ts'
import {
  getDefinition,
  type IndicatorCode,
  indicatorCodes,
  themeLabels,
} from './indicator.lists.ts'
import type { DatedValue, IndicatorRow } from './indicator.queries.ts'
import type { Theme } from './indicator.types.ts'
import { betterLabels, methodLabels, tellBasis, tellValue } from './tell-value.ts'

interface Group {
  readonly code: string
  readonly name: string
}

export interface YearlyFigures {
  readonly year: number
  /** The last kept day of the year, and that of the year before; null when there is none. */
  readonly day: string
  readonly dayBefore: string | null
  /** Still running: the figures are not those of its end. */
  readonly isRunning: boolean
  /** When the values of its days were counted: later than the days themselves where facts gave them back. */
  readonly countedAfterwards: readonly string[]
  /** All that was counted on both days. */
  readonly values: readonly IndicatorRow[]
  readonly valuesBefore: readonly IndicatorRow[]
  /** Of the country, month by month. */
  readonly course: readonly DatedValue[]
  readonly departments: readonly Group[]
  readonly communes: readonly (Group & { readonly departmentName: string })[]
}

export function writeYearlyReport(figures: YearlyFigures, associationName: string): DocumentModel {
  const { year, day, isRunning } = figures
  return inLocale('fr', () => ({
    issuer: { kind: 'organisation', name: associationName },
    kicker: 'Rapport annuel des indicateurs',
    title: `Les communes et le numérique en ${year}`,
    subtitle: isRunning ? `Année en cours, chiffres arrêtés au ${formatDate(day)}` : undefined,
    reference: `IND-${year}`,
    date: day,
    ...(isRunning && { mention: 'Année en cours' }),
    body: body(
      contents(),
      writeEssential(figures),
      (Object.keys(themeLabels) as Theme[]).map((theme) => writeTheme(theme, figures)),
      writeCommunes(figures),
      writeMethod(figures),
      writeMissing(figures),
    ),
  })) as DocumentModel
}

const find = (
  values: readonly IndicatorRow[],
  code: IndicatorCode,
  groupKey = '',
  communeId: string | null = null,
) =>
  values.find(
    (one) => one.indicator === code && one.groupKey === groupKey && one.communeId === communeId,
  )

const missing = 'non mesuré'

const tell = (code: IndicatorCode, value: IndicatorRow | undefined) =>
  value ? tellValue(getDefinition(code), value) : missing

function writeEssential({ day, dayBefore, values, valuesBefore }: YearlyFigures) {
  return section(
    'L’essentiel',
    table({
      columns: [
        { label: 'Indicateur', width: 2.7 },
        { label: `Au ${formatDate(day)}`, width: 1.2 },
        { label: dayBefore ? `Au ${formatDate(dayBefore)}` : 'Un an plus tôt', width: 1.2 },
        { label: 'Compté sur', width: 3.2 },
      ],
      rows: indicatorCodes.map((code) => {
        const value = find(values, code)
        return [
          getDefinition(code).label,
          tell(code, value),
          tell(code, find(valuesBefore, code)),
          value ? tellBasis(getDefinition(code), value) : null,
        ]
      }),
    }),
  )
}

function writeTheme(theme: Theme, figures: YearlyFigures) {
  const codes = indicatorCodes.filter((code) => getDefinition(code).theme === theme)
  return section(
    themeLabels[theme],
    codes.map((code) => writeIndicator(code, figures)),
  )
}

function writeIndicator(code: IndicatorCode, figures: YearlyFigures) {
  const { label, explanation, formula, origin, better, isNational } = getDefinition(code)
  return section(
    label,
    paragraph(explanation),
    facts([
      ['Calcul', formula],
      ['Source', origin],
      ['Sens', betterLabels[better ?? 'none']],
    ]),
    writeCourse(code, figures),
    !isNational && writeGroups(code, figures),
  )
}

function writeCourse(code: IndicatorCode, { course }: YearlyFigures) {
  const own = course.filter(({ indicator }) => indicator === code)
  if (own.length === 0)
    return notice('Pas encore mesuré', 'Aucun fait enregistré ne permet de le compter cette année.')
  return table({
    caption: 'Dans le pays, au fil de l’année',
    columns: [{ label: 'Au' }, { label: 'Valeur' }, { label: 'Compté sur', width: 2 }],
    rows: own.map((one) => [
      formatDate(one.day),
      tellValue(getDefinition(code), one),
      tellBasis(getDefinition(code), one),
    ]),
  })
}

function writeGroups(code: IndicatorCode, figures: YearlyFigures) {
  const { day, dayBefore, values, valuesBefore, departments } = figures
  const categories = (Object.keys(categoryLabels) as Category[]).map((key) => ({
    code: key as string,
    name: categoryLabels[key],
  }))
  if (!values.some(({ indicator, groupKey }) => indicator === code && groupKey !== '')) return null
  return table({
    caption: 'Par catégorie, puis par département',
    columns: [
      { label: 'Communes', width: 2 },
      { label: `Au ${formatDate(day)}` },
      { label: dayBefore ? `Au ${formatDate(dayBefore)}` : 'Un an plus tôt' },
    ],
    rows: [...categories, ...departments].map((group) => [
      group.name,
      tell(code, find(values, code, group.code)),
      tell(code, find(valuesBefore, code, group.code)),
    ]),
  })
}

/** What each commune is most often asked about: the rest is on its page. */
const ofCommunes = ['services-en-ligne', 'maturite', 'schemas-directeurs', 'budget-vote'] as const

function writeCommunes({ values, communes }: YearlyFigures) {
  const byCommune = new Map(
    values.map((value) => [`${value.indicator} ${value.communeId ?? ''}`, value]),
  )
  return section(
    'Commune par commune',
    table({
      columns: [
        { label: 'Commune', width: 1.6 },
        { label: 'Département', width: 1.3 },
        ...ofCommunes.map((code) => ({ label: getDefinition(code).label })),
      ],
      rows: communes.map(({ code: communeId, name, departmentName }) => [
        name,
        departmentName,
        ...ofCommunes.map((code) => {
          const value = byCommune.get(`${code} ${communeId}`)
          return value ? tellValue(getDefinition(code), value, true) : null
        }),
      ]),
    }),
    paragraph('Un tiret : pas encore mesuré.'),
  )
}

function writeMethod({ countedAfterwards }: YearlyFigures) {
  return section(
    'Méthode',
    bullets([
      'Tout est compté d’après ce que les communes, les startups et l’association enregistrent sur la plateforme ; rien n’est saisi pour le rapport.',
      `Pour une part : ${methodLabels.share.toLowerCase()}`,
      `Pour un délai ou un niveau : ${methodLabels.median.toLowerCase()}`,
      'Ce qui arrive au fil du temps (besoins, offres, délais, montants) est compté sur les douze mois qui finissent au jour dit.',
      'Un relevé est gardé par mois, et ne change plus, même si un fait est enregistré plus tard avec une date antérieure.',
    ]),
    countedAfterwards.length > 0 &&
      paragraph(
        `Comptés après coup, d’après la date de chaque fait : ${countedAfterwards.map(formatDate).join(', ')}.`,
      ),
  )
}

function writeMissing({ values, communes }: YearlyFigures) {
  const unmeasured = indicatorCodes.filter((code) => !find(values, code))
  const partly = indicatorCodes.filter(
    (code) => find(values, code) && !getDefinition(code).isNational,
  )
  const count = (code: IndicatorCode) =>
    values.filter(({ indicator, communeId }) => indicator === code && communeId !== null).length
  return section(
    'Ce qui manque',
    paragraph(
      unmeasured.length === 0
        ? 'Chaque indicateur est mesuré dans au moins une commune.'
        : `Pas encore mesurés : ${unmeasured.map((code) => t(getDefinition(code).label)).join(', ')}.`,
    ),
    table({
      caption: 'Les communes dont on ne sait encore rien',
      columns: [
        { label: 'Indicateur', width: 3 },
        { label: 'Communes mesurées', kind: 'number' },
        { label: 'Sans rien', kind: 'number' },
      ],
      rows: partly.map((code) => [
        getDefinition(code).label,
        count(code),
        communes.length - count(code),
      ]),
    }),
  )
}
