/** The parts of a diagnosis report: levels, progress, findings, axes one by one, online services. */
import { bullets, type Content, notice, paragraph, strong, table } from '#platform/documents.ts'
import { formatDate, formatDecimal } from '#platform/format.ts'
import { axisLabels } from '../axes.ts'
import { measureProgress } from './comparison.rules.ts'
import { nameLevel } from './diagnosis.labels.ts'
import type { PublicResult } from './diagnosis.queries.ts'
import { toLevels } from './maturity.rules.ts'
import type { AxisResult, Finding, FrozenResult, LevelReason } from './result.types.ts'

/** As many as a council reads; the annex holds every answer. */
const findingsShown = 12

export function writeLevels({ axes, overall }: FrozenResult): Content[] {
  return [
    table({
      columns: [
        { label: 'Axe', width: 5 },
        { label: 'Niveau sur 5', kind: 'number', width: 2 },
        { label: 'Lecture', width: 3 },
        { label: 'Questions', kind: 'number', width: 2 },
        { label: 'Ne sait pas', kind: 'number', width: 2 },
      ],
      rows: axes.map(({ axis, level, questions, unknown }) => [
        ...[axisLabels[axis], formatDecimal(level), nameLevel(level), questions, unknown],
      ]),
      total: ['Ensemble', formatDecimal(overall), nameLevel(overall), null, null],
    }),
  ]
}

export function writeProgress(previous: PublicResult, results: FrozenResult): Content[] {
  const rows = measureProgress(previous.levels, toLevels(results))
  return [
    paragraph(`Depuis le diagnostic précédent, confirmé le ${formatDate(previous.confirmedAt)}.`),
    table({
      columns: [
        { label: 'Axe', width: 5 },
        { label: `En ${previous.year}`, kind: 'number', width: 2 },
        { label: 'Maintenant', kind: 'number', width: 2 },
        { label: 'Évolution', width: 2 },
      ],
      rows: rows.map(({ axis, before, now, change }) => [
        ...[axisLabels[axis], formatDecimal(before), formatDecimal(now), writeChange(change)],
      ]),
      total: [
        ...['Ensemble', formatDecimal(previous.overall), formatDecimal(results.overall)],
        writeChange(Math.round((results.overall - previous.overall) * 10) / 10),
      ],
    }),
  ]
}

function writeChange(change: number): string {
  if (change === 0) return 'stable'
  return `${change > 0 ? '+' : '−'}${formatDecimal(Math.abs(change))}`
}

export function writeFindings({ strengths, gaps }: FrozenResult): Content[] {
  return [
    paragraph([strong('Ce sur quoi la commune peut s’appuyer')]),
    ...listFindings(strengths, 'Aucune réponse n’atteint encore le niveau 4.'),
    paragraph([strong('Ce qui manque, le plus lourd d’abord')]),
    ...listFindings(gaps, 'Aucune réponse n’est au niveau 2 ou plus bas.'),
  ]
}

function listFindings(findings: readonly Finding[], whenEmpty: string): Content[] {
  if (findings.length === 0) return [paragraph(whenEmpty)]
  const rest = findings.length - findingsShown
  return [
    bullets(findings.slice(0, findingsShown).map(({ text, level }) => `${text} (${level} sur 5)`)),
    rest > 0 && paragraph(`Et ${rest} ${rest > 1 ? 'autres' : 'autre'}, à lire dans l’annexe.`),
  ]
}

export function writeAxes({ axes }: FrozenResult): Content[] {
  return axes.flatMap((axis) => [
    paragraph([
      strong(`${axisLabels[axis.axis]} : ${formatDecimal(axis.level)} sur 5`),
      `, ${nameLevel(axis.level).toLowerCase()}.`,
    ]),
    ...writeReasons(axis),
  ])
}

function writeReasons({ up, down }: AxisResult): Content[] {
  const write = ({ title, answer, level }: LevelReason) =>
    `${title} : ${answer.replace(/\.$/, '')} (${level} sur 5)`
  return [
    up.length > 0 && paragraph('Tirent le niveau vers le haut :'),
    up.length > 0 && bullets(up.map(write)),
    down.length > 0 && paragraph('Tirent le niveau vers le bas :'),
    down.length > 0 && bullets(down.map(write)),
  ]
}

export function writeOnline({ online }: FrozenResult, source: string): Content[] {
  const sum = (which: 'met' | 'total') => online.reduce((total, head) => total + head[which], 0)
  return [
    table({
      columns: [
        { label: 'Rubrique', width: 5 },
        { label: 'Indicateurs remplis', kind: 'number', width: 3 },
        { label: 'Sur', kind: 'number', width: 2 },
      ],
      rows: online.map(({ title, met, total }) => [title, met, total]),
      total: ['Ensemble', sum('met'), sum('total')],
    }),
    notice('Source', source),
  ]
}
