/** What the saved price means for one commune, before anybody reads it in the catalogue. */
import { formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { GetForm, NumberField, Select, Table } from '#web/components/index.tsx'
import { type CommuneLine, listCommunes } from '../../communes/commune.queries.ts'
import { type Cost, computeCost } from '../price.rules.ts'
import type { Solution } from '../solution.schema.ts'

export interface Preview {
  readonly communes: readonly CommuneLine[]
  readonly chosen: CommuneLine | null
  readonly users: number | null
}

export async function loadPreview({ db, query }: Context): Promise<Preview> {
  const communes = await listCommunes(db)
  const users = Number(query.utilisateurs)
  return {
    communes,
    chosen: communes.find(({ slug }) => slug === query.commune) ?? null,
    users: Number.isInteger(users) && users > 0 && users <= 100_000 ? users : null,
  }
}

export function PricePreview({ solution, preview }: { solution: Solution; preview: Preview }) {
  const { communes, chosen, users } = preview
  return (
    <section id="apercu">
      <h2>{t('Ce que lira une commune')}</h2>
      <p>{t('Calculé avec le prix enregistré, pour la commune de votre choix.')}</p>
      <GetForm action={`/espace/solutions/${solution.id}/modifier/prix#apercu`} submit="Calculer">
        <Select
          name="commune"
          label="Commune"
          options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={chosen?.slug}
        />
        <NumberField name="utilisateurs" label="Utilisateurs" required={false} value={users} />
      </GetForm>
      {chosen && <Estimate solution={solution} commune={chosen} users={users} />}
    </section>
  )
}

interface EstimateProps {
  solution: Solution
  commune: CommuneLine
  users: number | null
}

function Estimate({ solution, commune, users }: EstimateProps) {
  const { priceSetup: setup, priceYearly: yearly } = solution
  const { pricePerInhabitant: perInhabitant, pricePerUser: perUser } = solution
  const { population, name } = commune
  const cost = computeCost({ setup, yearly, perInhabitant, perUser }, { population, users })
  if (cost.isOnQuote) return <p>{t('Aucun prix : les communes liront « sur devis ».')}</p>
  return (
    <Table
      caption={t('{name}, {population} habitants', { name, population: formatNumber(population) })}
      columns={[
        { key: 'label', label: 'Poste' },
        { key: 'amount', label: 'Montant', numeric: true },
      ]}
      rows={listAmounts(cost)}
    />
  )
}

function listAmounts({ lines, firstYear, yearly, total }: Cost) {
  const amounts = [
    ...lines,
    { label: 'Première année', amount: firstYear },
    { label: 'Chaque année suivante', amount: yearly },
    { label: 'Sur trois ans', amount: total },
  ]
  return amounts.map(({ label, amount }) => ({ label: t(label), amount: formatMoney(amount) }))
}
