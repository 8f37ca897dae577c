/** Writes the digital budgets of the demonstration world, with their votes, what was spent and the history. */
import { refreshFigures } from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { budgets, type DemoBudget, fundOf, lines, voteOf } from './budgets.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

type Accounts = ReadonlyMap<string, { readonly id: string; readonly label: string }>

interface Written {
  readonly budget: DemoBudget
  readonly id: string
  readonly communeId: string
  readonly key: string
  readonly whole: number
}

export async function loadBudgets(db: Db, ago: Ago): Promise<void> {
  const accounts = await db.selectFrom('planning.account').select(['id', 'key', 'label']).execute()
  const byKey: Accounts = new Map(accounts.map((account) => [account.key, account]))
  const given = new Map<number, number>()
  for (const budget of budgets) {
    const number = (given.get(budget.year) ?? 0) + 1
    given.set(budget.year, number)
    await loadBudget(db, describe(budget), number, byKey, ago)
  }
  const counters = [...given].map(([year, lastNumber]) => ({ prefix: 'BUD', year, lastNumber }))
  await db.insertInto('platform.referenceCounter').values(counters).execute()
}

function describe(budget: DemoBudget): Written {
  const { commune, year } = budget
  const population = communes.rows.find(({ slug }) => slug === commune)?.population ?? 50_000
  return {
    budget,
    key: `${commune}:${year}`,
    id: demoId(`budget:${commune}:${year}`),
    communeId: organisationId(commune),
    whole: voteOf(population, year),
  }
}

async function loadBudget(
  db: Db,
  written: Written,
  number: number,
  accounts: Accounts,
  ago: Ago,
): Promise<void> {
  const { budget, id, communeId, whole } = written
  const isVoted = budget.status !== 'draft' && budget.status !== 'submitted'
  const isAmended = budget.status === 'amending'
  await db
    .insertInto('planning.budget')
    .values({
      ...{ id, communeId, year: budget.year, status: budget.status },
      reference: `BUD-${budget.year}-${String(number).padStart(4, '0')}`,
      totalInvestment: Math.round(whole * 0.55),
      totalRunning: whole - Math.round(whole * 0.55),
      currentVersion: isAmended ? 1 : 0,
      statusReason: isAmended
        ? 'Un partenaire finance une seconde tranche de numérisation des délibérations.'
        : null,
      createdAt: ago(daysSince(budget.year) + 60),
      updatedAt: ago(isVoted ? daysSince(budget.year) : 4),
    })
    .execute()
  await loadLines(db, written, 0, isVoted, accounts)
  if (isAmended) await loadLines(db, written, 1, false, accounts)
  if (isVoted) await loadVote(db, written)
  if (budget.spent) await loadSituations(db, written, ago)
  await loadEvents(db, written, ago)
  await refreshFigures(db, id, ago(1))
}

/** Votes are in December of the year before. */
const daysSince = (year: number) => Math.max(5, (2026 - year) * 365 + 335)

async function loadLines(
  db: Db,
  { budget, id: budgetId, communeId, key, whole }: Written,
  budgetVersion: number,
  isVoted: boolean,
  accounts: Accounts,
): Promise<void> {
  const digital = (whole * budget.share) / 1000
  const rows = lines.map((line, index) => ({
    id: demoId(`budget-line:${key}:${budgetVersion}:${index}`),
    ...{ budgetId, communeId, budgetVersion, isVoted },
    votedAccountLabel: isVoted ? (accounts.get(line.account)?.label ?? null) : null,
    key: demoId(`budget-line-key:${key}:${index}`),
    number: index + 1,
    accountId: accounts.get(line.account)?.id ?? '',
    section: line.section,
    sourceCode: line.source === 'fic' ? fundOf(budget.year) : line.source,
    department: line.department,
    label: line.label,
    justification: line.justification,
    amount: amountOf(line.part, digital) + (budgetVersion > 0 && index === 6 ? 1_500_000 : 0),
  }))
  await db.insertInto('planning.budgetLine').values(rows).execute()
}

const amountOf = (part: number, digital: number) =>
  Math.round((part * digital) / 1_000 / 5_000) * 5_000

async function loadVote(db: Db, { budget, id: budgetId, communeId, key }: Written): Promise<void> {
  await db
    .insertInto('planning.budgetVote')
    .values({
      id: demoId(`budget-vote:${key}`),
      ...{ budgetId, communeId, number: 0 },
      votedOn: `${budget.year - 1}-12-${String(10 + (key.length % 12)).padStart(2, '0')}`,
      deliberation: `${String(20 + (key.length % 30)).padStart(3, '0')}/${budget.year - 1}`,
    })
    .execute()
}

async function loadSituations(db: Db, written: Written, ago: Ago): Promise<void> {
  const { budget, id: budgetId, communeId, key, whole } = written
  const [committed, paid, asOf] = budget.spent ?? [0, 0, '']
  const digital = (whole * budget.share) / 1000
  const rows = lines.map((line, index) => {
    // Lines advance at their own pace; one of Glazoué's goes beyond its vote.
    const pace = 0.75 + ((index * 37) % 50) / 100
    const voted = amountOf(line.part, digital)
    const isOver = budget.commune === 'glazoue' && budget.year === 2026 && index === 0
    const spent = isOver
      ? voted + 150_000
      : Math.min(voted, Math.round((voted * committed * pace) / 100))
    return {
      id: demoId(`budget-entry:${key}:${index}`),
      ...{ budgetId, communeId, asOf },
      lineKey: demoId(`budget-line-key:${key}:${index}`),
      committed: spent,
      paid: Math.min(spent, Math.round((voted * paid * pace) / 100)),
      recordedAt: ago(budget.year === 2026 ? 12 : (2026 - budget.year) * 365 - 60),
    }
  })
  await db.insertInto('planning.budgetEntry').values(rows).execute()
}

const road: Readonly<
  Record<DemoBudget['status'], readonly (readonly [step: string, to: string])[]>
> = {
  draft: [['create', 'draft']],
  submitted: [
    ['create', 'draft'],
    ['submit', 'submitted'],
  ],
  adopted: [
    ['create', 'draft'],
    ['submit', 'submitted'],
    ['adopt', 'adopted'],
  ],
  amending: [
    ['create', 'draft'],
    ['submit', 'submitted'],
    ['adopt', 'adopted'],
    ['amend', 'amending'],
  ],
  closed: [
    ['create', 'draft'],
    ['submit', 'submitted'],
    ['adopt', 'adopted'],
    ['close', 'closed'],
  ],
}

async function loadEvents(db: Db, { budget, id: budgetId, communeId, key }: Written, ago: Ago) {
  const steps = road[budget.status]
  const first = daysSince(budget.year) + 60
  await db
    .insertInto('planning.budgetEvent')
    .values(
      steps.map(([step, toStatus], index) => ({
        id: demoId(`budget-event:${key}:${index}`),
        ...{ budgetId, communeId, step, toStatus },
        fromStatus: steps[index - 1]?.[1] ?? null,
        reason:
          step === 'amend'
            ? 'Un partenaire finance une seconde tranche de numérisation des délibérations.'
            : null,
        actorId: budget.commune === 'glazoue' ? personId('se.glazoue') : null,
        organisationId: communeId,
        occurredAt: ago(step === 'amend' ? 6 : Math.max(3, first - index * 20)),
      })),
    )
    .execute()
}
