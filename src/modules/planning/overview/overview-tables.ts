/** Each figure of the national page as rows: the table beside its drawing, and the file behind it, say the same. */
import { categoryLabels } from '#modules/directory/index.ts'
import { formatDecimal, formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { axisLabels } from '../axes.ts'
import { toPercent } from '../percent.rules.ts'
import { fewestCommunes } from './overview.rules.ts'
import type { Overview } from './overview.types.ts'

type Cell = string | number | null

export interface FigureColumn {
  readonly label: string
  /** How its numbers are written for readers; the file keeps them bare. */
  readonly kind?: 'decimal' | 'percent' | 'money' | 'number'
}

export interface FigureTable {
  readonly slug: string
  readonly title: string
  /** What is counted, and how. */
  readonly explanation: string
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

export function listFigures(overview: Overview): FigureTable[] {
  return [
    maturityByAxis(overview),
    maturityByYear(overview),
    plansByCategory(overview),
    sitesByCategory(overview),
    budgetsByYear(overview),
    lettersByYear(overview),
  ]
}

function maturityByAxis({ axes }: Overview): FigureTable {
  return {
    slug: 'maturite',
    title: 'Maturité par axe',
    explanation:
      'De 0 à 5, d’après le dernier diagnostic confirmé de chaque commune. La moitié des communes se trouve entre les deux quartiles. Rien n’est montré sous cinq communes.',
    columns: [
      { label: 'Axe' },
      { label: 'Premier quartile', kind: 'decimal' },
      { label: 'Médiane', kind: 'decimal' },
      { label: 'Troisième quartile', kind: 'decimal' },
    ],
    rows: axes.map(({ axis, spread }) => [
      t(axisLabels[axis]),
      spread.first,
      spread.median,
      spread.third,
    ]),
  }
}

function maturityByYear({ maturity }: Overview): FigureTable {
  return {
    slug: 'progres',
    title: 'Maturité d’année en année',
    explanation:
      'La médiane des niveaux d’ensemble des diagnostics confirmés dans l’année, sur 5, quand cinq communes au moins en ont un.',
    columns: [
      { label: 'Année' },
      { label: 'Médiane', kind: 'decimal' },
      { label: 'Communes', kind: 'number' },
    ],
    rows: maturity
      .filter(({ communes }) => communes >= fewestCommunes)
      .map(({ year, median, communes }) => [String(year), median, communes]),
  }
}

function plansByCategory({ plans }: Overview): FigureTable {
  return {
    slug: 'schemas-directeurs',
    title: 'Schémas directeurs en vigueur',
    explanation: 'Les communes couvertes par un schéma directeur, le leur ou un schéma partagé.',
    columns: [
      { label: 'Catégorie' },
      { label: 'Part', kind: 'percent' },
      { label: 'Couvertes', kind: 'number' },
      { label: 'Communes', kind: 'number' },
    ],
    rows: plans.map(({ category, covered, communes }) => [
      t(categoryLabels[category]),
      toPercent(covered, communes),
      covered,
      communes,
    ]),
  }
}

function sitesByCategory({ sites }: Overview): FigureTable {
  return {
    slug: 'connexion',
    title: 'Connexion suffisante',
    explanation:
      'Les sites dont la connexion mesurée suffit à leurs usages, parmi ceux qui ont été mesurés.',
    columns: [
      { label: 'Catégorie' },
      { label: 'Part', kind: 'percent' },
      { label: 'Suffisante', kind: 'number' },
      { label: 'Insuffisante', kind: 'number' },
      { label: 'Inconnue', kind: 'number' },
    ],
    rows: sites.map(({ category, met, unmet, unknown }) => [
      t(categoryLabels[category]),
      toPercent(met, met + unmet),
      met,
      unmet,
      unknown,
    ]),
  }
}

function budgetsByYear({ budgets }: Overview): FigureTable {
  return {
    slug: 'budgets',
    title: 'Part du numérique dans les budgets votés',
    explanation:
      'Les lignes numériques votées rapportées au budget entier, là où il est connu ; et ce qui en est payé.',
    columns: [
      { label: 'Année' },
      { label: 'Part du budget', kind: 'percent' },
      { label: 'Lignes numériques', kind: 'money' },
      { label: 'Payé', kind: 'money' },
      { label: 'Exécution', kind: 'percent' },
      { label: 'Communes', kind: 'number' },
    ],
    rows: budgets.map(({ year, share, digital, paid, communes }) => [
      String(year),
      share,
      digital,
      paid,
      toPercent(paid, digital),
      communes,
    ]),
  }
}

function lettersByYear({ letters, communes }: Overview): FigureTable {
  return {
    slug: 'lettres-de-cadrage',
    title: 'Lettres de cadrage qui nomment des lignes numériques',
    explanation: 'La part des communes dont la lettre signée nomme au moins une ligne numérique.',
    columns: [
      { label: 'Budget' },
      { label: 'Part des communes', kind: 'percent' },
      { label: 'Avec des lignes', kind: 'number' },
      { label: 'Signées', kind: 'number' },
    ],
    rows: letters.map(({ year, letters: signed, withLines }) => [
      String(year),
      toPercent(withLines, communes),
      withLines,
      signed,
    ]),
  }
}

export function showCell(cell: Cell, { kind }: FigureColumn): string {
  if (cell === null) return '—'
  if (typeof cell === 'string') return cell
  if (kind === 'money') return formatMoney(cell)
  if (kind === 'decimal') return formatDecimal(cell)
  return kind === 'percent' ? `${formatDecimal(cell)} %` : formatNumber(cell)
}
