/** A budget as it reads: its totals, how they compare with the advice, its lines and what was made of them. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Column, DefinitionList, Money, Notice, Table, Tag } from '#web/components/index.tsx'
import { labelStatus, sectionLabels } from './budget.labels.ts'
import type { Budget, BudgetLine, Execution } from './budget.schema.ts'
import { compareShare, sumExecution, sumLines, totalOf } from './budget-figures.rules.ts'
import { sayComparison, sayWhereFrom } from './budget-words.ts'
import type { Guidance } from './guidance.queries.ts'

export interface BudgetFigures {
  readonly budget: Budget
  readonly lines: readonly BudgetLine[]
  readonly execution: ReadonlyMap<string, Execution>
  readonly guidance: Guidance | undefined
}

export function BudgetTag({ budget }: { budget: Budget }) {
  const { label, tone } = labelStatus(budget)
  return <Tag tone={tone}>{label}</Tag>
}

export function BudgetSummary({ budget, lines, execution, guidance }: BudgetFigures) {
  const { investment, running, total } = sumLines(lines)
  const { committed, paid } = sumExecution(lines, execution)
  const comparison = compareShare(total, budget, guidance?.sharePerMille ?? null)
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Investissement numérique', value: formatMoney(investment) },
          { term: 'Fonctionnement numérique', value: formatMoney(running) },
          { term: 'Total numérique', value: <b>{formatMoney(total)}</b> },
          { term: 'Budget entier de la commune', value: <Money amount={totalOf(budget)} /> },
          ...(execution.size > 0
            ? [
                { term: 'Engagé', value: formatMoney(committed) },
                { term: 'Payé', value: formatMoney(paid) },
              ]
            : []),
        ]}
      />
      {comparison && guidance && (
        <Notice
          kind={comparison.gap > 0 ? 'warning' : 'success'}
          title="La part conseillée au numérique"
        >
          <p>{sayComparison(comparison)}</p>
          <p class="meta">{sayWhereFrom(guidance)}</p>
        </Notice>
      )}
    </>
  )
}

const lineColumns: readonly Column[] = [
  { key: 'label', label: 'Ligne' },
  { key: 'account', label: 'Compte' },
  { key: 'section', label: 'Section et source' },
  { key: 'amount', label: 'Montant', numeric: true },
]
const executionColumns: readonly Column[] = [
  { key: 'committed', label: 'Engagé', numeric: true },
  { key: 'paid', label: 'Payé', numeric: true },
]

interface LinesProps extends Pick<BudgetFigures, 'lines' | 'execution'> {
  /** Where a line is changed, for whoever may. */
  readonly editHref?: (line: BudgetLine) => string
}

export function BudgetLines({ lines, execution, editHref }: LinesProps) {
  const hasExecution = execution.size > 0
  return (
    <Table
      caption="Les lignes"
      isCaptionHidden
      columns={hasExecution ? [...lineColumns, ...executionColumns] : lineColumns}
      rows={lines.map((line) => ({
        label: <LineName line={line} href={editHref?.(line)} />,
        account: line.accountCode
          ? `${line.accountCode} ${t(line.accountLabel)}`
          : t(line.accountLabel),
        section: `${t(sectionLabels[line.section])}, ${t(line.sourceLabel)}`,
        amount: <Money amount={line.amount} />,
        ...spent(execution.get(line.key), line),
      }))}
    />
  )
}

function LineName({ line, href }: { line: BudgetLine; href?: string }) {
  const name = `${line.number}. ${line.label}`
  return (
    <>
      {href ? <a href={href}>{name}</a> : name}
      {line.department && <span class="meta"> {line.department}</span>}
    </>
  )
}

function spent(execution: Execution | undefined, { amount }: BudgetLine) {
  const { committed = 0, paid = 0 } = execution ?? {}
  return {
    committed: (
      <>
        <Money amount={committed} />
        {committed > amount && (
          <>
            <br />
            <Tag tone="warning">Au-delà du vote</Tag>
          </>
        )}
      </>
    ),
    paid: <Money amount={paid} />,
  }
}
