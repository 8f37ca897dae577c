/** The report of a diagnosis: what a commune hands to its council and its partners. */
import { categoryLabels } from '#modules/directory/index.ts'
import {
  body,
  type Content,
  type DocumentModel,
  facts,
  type Issuer,
  notice,
  pageBreak,
  paragraph,
  section,
  signatures,
  strong,
} from '#platform/documents.ts'
import { afterDe } from '#platform/elision.rules.ts'
import { formatDate, formatDecimal } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { axisLabels } from '../axes.ts'
import { nameLevel } from './diagnosis.labels.ts'
import type { PublicResult } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { writeAnnex } from './report-annex.paper.ts'
import {
  writeAxes,
  writeFindings,
  writeLevels,
  writeOnline,
  writeProgress,
} from './report-parts.paper.ts'
import type { AxisResult, FrozenResult } from './result.types.ts'

export interface ReportParts {
  readonly full: FullDiagnosis
  readonly issuer: Issuer
  readonly people: ReadonlyMap<string, string>
  /** The commune's diagnosis before this one. */
  readonly previous: PublicResult | undefined
}

export function writeReport(parts: ReportParts): DocumentModel {
  const { full, issuer } = parts
  const { diagnosis, version } = full
  const results = diagnosis.results as FrozenResult
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Rapport de diagnostic numérique',
    title: `Diagnostic numérique ${diagnosis.year}`,
    subtitle: `Où en est la commune ${afterDe(issuer.name)} sur les huit axes du numérique communal`,
    reference: diagnosis.reference,
    date: diagnosis.confirmedAt ?? diagnosis.updatedAt,
    body: body(
      section('En bref', ...writeSummary(results), facts(listFacts(parts))),
      section('Le niveau par axe', ...writeLevels(results)),
      parts.previous && section('Le chemin parcouru', ...writeProgress(parts.previous, results)),
      section('Les forces et les lacunes', ...writeFindings(results)),
      section('Axe par axe', ...writeAxes(results)),
      section('Les services en ligne', ...writeOnline(results, version.content.online.source)),
      section('La méthode', ...writeMethod(full)),
      pageBreak(),
      section('Annexe : les réponses', ...writeAnnex(full)),
      signatures([{ capacity: 'Pour la commune', ...signConfirmation(parts) }], {
        place: issuer.name,
        ...(diagnosis.confirmedAt && { day: diagnosis.confirmedAt }),
      }),
    ),
  }))
}

function signConfirmation({ full: { diagnosis }, people }: ReportParts) {
  const name = people.get(diagnosis.confirmedBy ?? '')
  if (!name || diagnosis.confirmedAt === null) return {}
  return { name, evidence: `Confirmé sur Cauri le ${formatDate(diagnosis.confirmedAt)}` }
}

function listFacts({ full: { diagnosis, version }, people }: ReportParts) {
  const told = (day: Date | null, by: string | null) =>
    day && [formatDate(day), people.get(by ?? '')].filter(Boolean).join(', par ')
  return [
    ['Catégorie de la commune', categoryLabels[diagnosis.category]],
    ['Questionnaire', `Version ${version.number}`],
    ['Soumis', told(diagnosis.submittedAt, diagnosis.submittedBy)],
    ['Confirmé', told(diagnosis.confirmedAt, diagnosis.confirmedBy)],
  ] as const
}

function writeSummary({ axes, overall, gaps, strengths }: FrozenResult): Content[] {
  const sorted = [...axes].sort((a, b) => b.level - a.level)
  const [best, worst] = [sorted[0], sorted.at(-1)] as [AxisResult, AxisResult]
  const unknown = axes.reduce((sum, axis) => sum + axis.unknown, 0)
  return [
    paragraph([
      'La maturité numérique de la commune est de ',
      strong(`${formatDecimal(overall)} sur 5`),
      ` (« ${nameLevel(overall).toLowerCase()} »). L’axe le plus avancé est « ${axisLabels[best.axis]} » (${formatDecimal(best.level)}), `,
      `celui qui appelle le plus d’efforts est « ${axisLabels[worst.axis]} » (${formatDecimal(worst.level)}).`,
    ]),
    paragraph(
      `Forces relevées : ${strengths.length} ; lacunes : ${gaps.length}. Elles servent de point de départ au schéma directeur.`,
    ),
    unknown > 0 &&
      notice(
        'À savoir',
        unknown === 1
          ? 'Une question a reçu « ne sait pas » : elle compte 0, car on ne peut pas s’appuyer sur ce que personne ne connaît.'
          : `${unknown} questions ont reçu « ne sait pas » : elles comptent 0, car on ne peut pas s’appuyer sur ce que personne ne connaît.`,
        'warning',
      ),
  ]
}

function writeMethod({ version }: FullDiagnosis): Content[] {
  return [
    paragraph(
      'L’équipe de la commune répond elle-même aux questions de son questionnaire, adapté à sa catégorie ; sa direction confirme. Chaque réponse vaut un niveau de 0 à 5, décrit en toutes lettres. Le niveau d’un axe est la moyenne de ses réponses, chacune avec son poids ; l’ensemble est la moyenne des huit axes. « Ne sait pas » compte 0.',
    ),
    paragraph(version.note),
  ]
}
