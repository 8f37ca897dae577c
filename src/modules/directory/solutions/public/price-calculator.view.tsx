/** What the solution would cost a commune: chosen in a form that works without scripts. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { GetForm, NumberField, Select, Table } from '#web/components/index.tsx'
import { describePrice } from '../../catalogue/price-words.ts'
import type { CommuneLine } from '../../communes/commune.queries.ts'
import { type Cost, computeCost } from '../price.rules.ts'
import type { Solution } from '../solution.schema.ts'
import type { ChosenClient } from './price-client.rules.ts'

interface Props {
  readonly solution: Solution
  readonly communes: readonly CommuneLine[]
  readonly client: ChosenClient
}

export function PriceCalculator({ solution, communes, client }: Props) {
  const commune = communes.find(({ slug }) => slug === client.commune)
  return (
    <section id="prix">
      <h2>{t('Le prix')}</h2>
      <p>
        <strong>{describePrice(solution)}</strong>
      </p>
      {solution.priceNote && <p class="prose">{solution.priceNote}</p>}
      <GetForm action={`/solutions/${solution.slug}#prix`} submit="Calculer">
        <Select
          name="commune"
          label="Calculer pour une commune"
          empty="Choisissez une commune"
          value={client.commune}
          options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        {solution.pricePerUser !== null && (
          <NumberField
            name="utilisateurs"
            label="Nombre d’utilisateurs"
            required={false}
            value={client.users}
          />
        )}
      </GetForm>
      {commune && <CommuneCost solution={solution} commune={commune} users={client.users} />}
    </section>
  )
}

interface CostProps {
  readonly solution: Solution
  readonly commune: CommuneLine
  readonly users: number | null
}

function CommuneCost({ solution, commune: { name, population }, users }: CostProps) {
  const cost = computeCost(toPrice(solution), { population, users })
  if (cost.isOnQuote)
    return (
      <p>
        {t('Le prix est sur devis : demandez-le à la startup en ouvrant une mise en relation.')}
      </p>
    )
  if (cost.isFree) return <p>{t('Gratuit pour {name}.', { name })}</p>
  return (
    <>
      <Table
        caption={t('Coût pour {name}', { name })}
        columns={[
          { key: 'label', label: 'Poste' },
          { key: 'amount', label: 'Montant', numeric: true },
        ]}
        rows={listCostRows(cost)}
      />
      {cost.isMinimum && (
        <p class="meta">
          {t('Compté pour un seul utilisateur : indiquez combien d’agents l’utiliseraient.')}
        </p>
      )}
    </>
  )
}

function toPrice({ priceSetup, priceYearly, pricePerInhabitant, pricePerUser }: Solution) {
  return {
    setup: priceSetup,
    yearly: priceYearly,
    perInhabitant: pricePerInhabitant,
    perUser: pricePerUser,
  }
}

function listCostRows(cost: Cost) {
  return [
    ...cost.lines.map(({ label, amount }) => ({ label: t(label), amount: formatMoney(amount) })),
    { label: t('Première année'), amount: formatMoney(cost.firstYear) },
    { label: t('Chaque année suivante'), amount: formatMoney(cost.yearly) },
    { label: t('Sur trois ans'), amount: <strong>{formatMoney(cost.total)}</strong> },
  ]
}
