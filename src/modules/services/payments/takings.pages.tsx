/** What the town hall took in: day by day, receipt by receipt, to compare with the cash box; and as a file. */
import { Readable } from 'node:stream'
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDate, formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DateField,
  EmptyState,
  GetForm,
  Page,
  Pagination,
  Table,
  Tag,
} from '#web/components/index.tsx'
import {
  listPayments,
  type Payment,
  type Period,
  sumPayments,
  type Takings,
} from './payment.queries.ts'
import { readPeriod } from './period.rules.ts'

const pageSize = 50
/** A file holds a year of a large town; more is asked for by shorter periods. */
const mostInFile = 50_000

interface Shown {
  readonly period: Period
  readonly takings: readonly Takings[]
  readonly payments: readonly Payment[]
  readonly nextHref?: string
}

const isTeam = (actor: Context['actor']) => worksForA(actor, 'commune', ...communeTeam)

export const takingsPage = page('/espace/recettes', {
  load: loadTakings,
  allow: isTeam,
  view: (shown) => <ShowTakings {...shown} />,
})

async function loadTakings(_: unknown, { db, actor, query, now }: Context): Promise<Shown> {
  const communeId = getOrganisationId(actor)
  const period = readPeriod(query, toDay(now))
  const after = decodeCursor(readQueryText(query.apres))
  const found = await listPayments(db, communeId, period, after, pageSize)
  const { rows: payments, last } = cutPage(found, pageSize)
  const next =
    last &&
    new URLSearchParams({
      ...{ du: period.from, au: period.to },
      apres: encodeCursor({ publishedAt: last.paidAt.toISOString(), id: last.id }),
    })
  return {
    ...{ period, payments, takings: await sumPayments(db, communeId, period) },
    ...(next && { nextHref: `/espace/recettes?${next}` }),
  }
}

function ShowTakings({ period, takings, payments, nextHref }: Shown) {
  const { from, to } = period
  return (
    <Page
      title="Le journal des recettes"
      lead="Ce que la mairie a encaissé pour les demandes, jour par jour : à comparer avec la caisse et avec l’opérateur."
      wide
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Actions>
        <ButtonLink kind="quiet" href="/espace/recettes/mobile-money">
          Les paiements par mobile money
        </ButtonLink>
      </Actions>
      <GetForm action="/espace/recettes" submit="Afficher">
        <DateField name="du" label="Du" value={from} required={false} />
        <DateField name="au" label="Au" value={to} required={false} />
      </GetForm>
      {takings.length === 0 ? (
        <EmptyState title="Aucune recette sur cette période">
          <p>{t('Une demande se paie au guichet, ou par mobile money.')}</p>
        </EmptyState>
      ) : (
        <>
          <TakingsTable takings={takings} />
          <PaymentsTable payments={payments} />
          <Actions>
            <ButtonLink
              kind="quiet"
              href={`/espace/recettes.csv?du=${from}&au=${to}`}
              download={`recettes-${from}-${to}.csv`}
            >
              Télécharger (CSV)
            </ButtonLink>
          </Actions>
        </>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

function TakingsTable({ takings }: Pick<Shown, 'takings'>) {
  return (
    <Table
      caption="Par jour"
      columns={[
        { key: 'day', label: 'Jour' },
        { key: 'count', label: 'Quittances', numeric: true },
        { key: 'received', label: 'Encaissé', numeric: true },
        { key: 'refunded', label: 'Remboursé', numeric: true },
        { key: 'net', label: 'Reste', numeric: true },
      ]}
      rows={takings.map(({ day, count, received, refunded }) => ({
        day: day === null ? t('Toute la période') : formatDate(day),
        count,
        received: formatMoney(received),
        refunded: formatMoney(refunded),
        net: formatMoney(received - refunded),
      }))}
    />
  )
}

function PaymentsTable({ payments }: Pick<Shown, 'payments'>) {
  return (
    <Table
      caption="Quittances, la dernière d’abord"
      columns={[
        { key: 'quittance', label: 'Quittance' },
        { key: 'date', label: 'Date' },
        { key: 'payer', label: 'Qui a payé' },
        { key: 'amount', label: 'Montant', numeric: true },
        { key: 'state', label: 'État' },
      ]}
      rows={payments.map(({ id, requestId, quittance, paidAt, payer, amount, refundedAt }) => ({
        quittance: <a href={`/paiements/${id}/quittance.pdf`}>{quittance}</a>,
        date: formatDate(paidAt),
        payer: <a href={`/espace/demandes/${requestId}`}>{payer}</a>,
        amount: formatMoney(amount),
        state: refundedAt ? <Tag tone="warning">Remboursé</Tag> : <Tag tone="success">Payé</Tag>,
      }))}
    />
  )
}

export const takingsCsv = endpoint('/espace/recettes.csv', {
  load: async (_: unknown, { db, actor, query, now }: Context) => {
    const period = readPeriod(query, toDay(now))
    return listPayments(db, getOrganisationId(actor), period, null, mostInFile)
  },
  allow: isTeam,
  reply: (payments) => ({
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="recettes.csv"',
    },
    body: Readable.from(writeLines(payments)),
  }),
})

const header = ['quittance', 'encaisse_le', 'service', 'montant', 'rembourse_le', 'motif']

/** Who paid stays out of the file: it is for the accounts. */
function* writeLines(payments: readonly Payment[]) {
  yield byteOrderMark + writeCsvLine(header)
  for (const { quittance, paidAt, serviceCode, amount, refundedAt, refundReason } of payments)
    yield writeCsvLine([quittance, paidAt, serviceCode, amount, refundedAt, refundReason])
}
