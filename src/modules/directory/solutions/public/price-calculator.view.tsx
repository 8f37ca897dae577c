/** What the solution would cost a commune: chosen in a form that works without scripts. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { GetForm, Select, Table } from '#web/components/index.tsx'
import type { CatalogueEntry } from '../../catalogue/catalogue-entry.queries.ts'
import { describePrice } from '../../catalogue/price-words.ts'
import type { CommuneLine } from '../../communes/commune.queries.ts'
import { computeCost } from '../price.rules.ts'

interface Props {
  readonly entry: CatalogueEntry
  readonly note: string
  readonly communes: readonly CommuneLine[]
  readonly chosenCommune: string
}

export function priceOf({
  priceSetup,
  priceYearly,
  pricePerInhabitant,
  pricePerUser,
}: CatalogueEntry) {
  return {
    setup: priceSetup,
    yearly: priceYearly,
    perInhabitant: pricePerInhabitant,
    perUser: pricePerUser,
  }
}

export function PriceCalculator({ entry, note, communes, chosenCommune }: Props) {
  const commune = communes.find(({ slug }) => slug === chosenCommune)
  return (
    <section id="prix">
      <h2>{t('Le prix')}</h2>
      <p>
        <strong>{describePrice(entry)}</strong>
      </p>
      {note && <p class="prose">{note}</p>}
      <GetForm action={`/solutions/${entry.slug}#prix`} submit="Calculer">
        <Select
          name="commune"
          label="Calculer pour une commune"
          empty="Choisissez une commune"
          value={chosenCommune}
          options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      </GetForm>
      {commune && <CostTable entry={entry} commune={commune} />}
    </section>
  )
}

function CostTable({ entry, commune }: { entry: CatalogueEntry; commune: CommuneLine }) {
  const cost = computeCost(priceOf(entry), { population: commune.population, users: null })
  if (cost.isOnQuote)
    return (
      <p>
        {t('Le prix est sur devis : demandez-le à la startup en ouvrant une mise en relation.')}
      </p>
    )
  const rows = [
    ...cost.lines.map(({ label, amount }) => ({ label: t(label), amount: formatMoney(amount) })),
    { label: t('Première année'), amount: formatMoney(cost.firstYear) },
    { label: t('Chaque année suivante'), amount: formatMoney(cost.yearly) },
    { label: t('Sur trois ans'), amount: <strong>{formatMoney(cost.total)}</strong> },
  ]
  return (
    <Table
      caption={t('Coût pour {name}, un utilisateur', { name: commune.name })}
      columns={[
        { key: 'label', label: 'Poste' },
        { key: 'amount', label: 'Montant', numeric: true },
      ]}
      rows={rows}
    />
  )
}
