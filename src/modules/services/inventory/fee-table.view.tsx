/** Tariffs with their deliberation and their dates; one that was annulled stays, struck by its reason. */
import type { VNode } from 'preact'
import { formatMoney, formatShortDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import type { Fee } from './service.schema.ts'

interface Props {
  readonly fees: readonly Fee[]
  /** Left out where all are of one commune. */
  readonly communes?: ReadonlyMap<string, string>
  readonly actionOf?: (fee: Fee) => VNode | null
}

export function FeeTable({ fees, communes, actionOf }: Props) {
  if (fees.length === 0)
    return <p class="soft">{t('Aucun tarif connu : demandez-le à la commune.')}</p>
  return (
    <Table
      caption="Tarifs"
      isCaptionHidden
      columns={[
        ...(communes ? [{ key: 'commune', label: 'Commune' }] : []),
        { key: 'label', label: 'Ce qui est payé' },
        { key: 'amount', label: 'Montant', numeric: true },
        { key: 'deliberation', label: 'Délibération' },
        { key: 'validity', label: 'Validité' },
        ...(actionOf ? [{ key: 'action', label: 'Action' }] : []),
      ]}
      rows={fees.map((fee) => ({
        commune: communes?.get(fee.communeId),
        label: fee.label,
        amount: fee.amount === 0 ? t('Gratuit') : formatMoney(fee.amount),
        deliberation: nameDeliberation(fee),
        validity: <Validity {...fee} />,
        action: actionOf?.(fee),
      }))}
    />
  )
}

function nameDeliberation({ deliberationNumber, deliberationDate, source }: Fee): string {
  if (deliberationNumber && deliberationDate)
    return t('n° {number} du {date}', {
      number: deliberationNumber,
      date: formatShortDate(deliberationDate),
    })
  return source ? t('à confirmer (source : {source})', { source }) : t('à confirmer')
}

function Validity({ validFrom, validUntil, annulledOn, annulledReason }: Fee) {
  if (annulledOn)
    return (
      <>
        <Tag tone="danger">{t('Annulé le {date}', { date: formatShortDate(annulledOn) })}</Tag>{' '}
        {annulledReason}
      </>
    )
  if (!validFrom) return <>{t('à confirmer')}</>
  const from = formatShortDate(validFrom)
  return (
    <>
      {validUntil
        ? t('du {from} au {until}', { from, until: formatShortDate(validUntil) })
        : t('depuis le {date}', { date: from })}
    </>
  )
}
