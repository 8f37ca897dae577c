/** The digital annex of a budget: to be put before the council, and kept with its vote. */
import {
  body,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { sectionLabels } from './budget.labels.ts'
import type { Budget, BudgetLine, BudgetVote, Execution } from './budget.schema.ts'
import { compareShare, sumExecution, sumLines, totalOf } from './budget-figures.rules.ts'
import { sayComparison, sayWhereFrom } from './budget-words.ts'
import type { Guidance } from './guidance.queries.ts'

export interface AnnexParts {
  readonly budget: Budget
  readonly lines: readonly BudgetLine[]
  readonly votes: readonly BudgetVote[]
  readonly execution: ReadonlyMap<string, Execution>
  readonly guidance: Guidance | undefined
  readonly communeName: string
  readonly issuer: Issuer
}

export function writeAnnex(parts: AnnexParts): DocumentModel {
  const { budget, lines, votes, communeName, issuer } = parts
  // An amending decision that is not voted yet is a draft, whatever was voted before.
  const vote = budget.status === 'amending' ? undefined : votes.at(-1)
  const justified = lines.filter(({ justification }) => justification !== '')
  return inLocale('fr', () => ({
    issuer,
    kicker: 'Annexe numérique du budget',
    title: `Budget numérique ${budget.year}`,
    reference: budget.reference,
    date: vote ? new Date(`${vote.votedOn}T12:00:00Z`) : budget.updatedAt,
    ...(!vote && { mention: 'Projet' }),
    body: body(
      facts(listFacts(parts)),
      section('Les lignes', writeLines(parts), paragraph(codesUnknown)),
      compareWithAdvice(parts),
      justified.length > 0 &&
        section(
          'Pourquoi ces lignes',
          justified.map(({ number, label, justification }) =>
            section(`${number}. ${label}`, prose(justification)),
          ),
        ),
      signatures([{ capacity: 'Le secrétaire exécutif' }, { capacity: 'Le maire' }], {
        place: communeName,
      }),
    ),
  }))
}

const codesUnknown =
  'Les intitulés de comptes sont ceux de l’association ; un code n’est écrit que lorsqu’un texte publié l’a confirmé.'

function listFacts({ budget, lines, votes, execution }: AnnexParts): [string, string | null][] {
  const { investment, running, total } = sumLines(lines)
  const whole = totalOf(budget)
  const { committed, paid } = sumExecution(lines, execution)
  const spent = execution.size > 0
  return [
    ['Exercice', String(budget.year)],
    ['Investissement numérique', formatMoney(investment)],
    ['Fonctionnement numérique', formatMoney(running)],
    ['Total numérique', formatMoney(total)],
    ['Budget entier de la commune', whole === null ? null : formatMoney(whole)],
    ...votes.map(({ number, votedOn, deliberation }): [string, string] => [
      number === 0 ? 'Voté' : `Décision modificative n° ${number}`,
      `${formatDate(votedOn)}, délibération ${deliberation}`,
    ]),
    ['Engagé', spent ? formatMoney(committed) : null],
    ['Payé', spent ? formatMoney(paid) : null],
  ]
}

function writeLines({ lines }: AnnexParts) {
  const { total } = sumLines(lines)
  return table({
    columns: [
      { label: 'N°', width: 0.3 },
      { label: 'Ligne', width: 2 },
      { label: 'Compte', width: 1.3 },
      { label: 'Section', width: 0.8 },
      { label: 'Source', width: 0.7 },
      { label: 'Montant', kind: 'money' },
    ],
    rows: lines.map((line) => [
      String(line.number),
      line.department ? `${line.label} (${line.department})` : line.label,
      line.accountCode ? `${line.accountCode} ${line.accountLabel}` : line.accountLabel,
      sectionLabels[line.section],
      line.sourceLabel,
      line.amount,
    ]),
    total: ['', 'Total', '', '', '', total],
  })
}

function compareWithAdvice({ budget, lines, guidance }: AnnexParts) {
  const { total } = sumLines(lines)
  const comparison = compareShare(total, budget, guidance?.sharePerMille ?? null)
  return (
    comparison &&
    guidance &&
    section(
      'La part conseillée',
      paragraph(sayComparison(comparison)),
      paragraph(sayWhereFrom(guidance)),
    )
  )
}
