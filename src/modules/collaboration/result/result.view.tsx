/** The result of a call: who was retained, for how much, with which notes; the others carry their rank, not their name. */
import { formatDate, formatDateTime, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Notice } from '#web/components/index.tsx'
import type { FullCall } from '../calls/call.schema.ts'
import type { Award } from '../evaluation/evaluation.schema.ts'
import { Ranking } from '../evaluation/lot-ranking.view.tsx'
import { readRanking, sumAwards } from './award.rules.ts'

interface Props {
  readonly full: FullCall
  readonly awards: readonly Award[]
  readonly startupNames: ReadonlyMap<string, string>
}

export function CallResult({ full, awards, startupNames }: Props) {
  const { call, lots, criteria } = full
  if (awards.length === 0) return null
  return (
    <section id="resultat">
      <h2>{t('Le résultat')}</h2>
      {call.status === 'awarded' && call.standstillUntil && (
        <Notice kind="info">
          <p>
            {t('Décision provisoire : les réclamations sont reçues jusqu’au {date}.', {
              date: formatDateTime(call.standstillUntil),
            })}
          </p>
        </Notice>
      )}
      {lots.map((lot) => {
        const award = awards.find(({ lotId }) => lotId === lot.id)
        return award ? (
          <LotResult
            key={lot.id}
            title={lots.length > 1 ? lot.title : t('Décision')}
            award={award}
            winner={startupNames.get(award.startupId ?? '') ?? null}
            criteria={criteria}
          />
        ) : null
      })}
      {lots.length > 1 && (
        <p>{t('Montant total attribué : {amount}.', { amount: formatMoney(sumAwards(awards)) })}</p>
      )}
    </section>
  )
}

interface LotProps {
  readonly title: string
  readonly award: Award
  readonly winner: string | null
  readonly criteria: FullCall['criteria']
}

function LotResult({ title, award, winner, criteria }: LotProps) {
  const ranking = readRanking(award)
  return (
    <>
      <h3>{title}</h3>
      <p>
        {winner && award.amount !== null
          ? t('Attribué à {winner} pour {amount}, le {date}.', {
              winner,
              amount: formatMoney(award.amount),
              date: formatDate(award.decidedAt),
            })
          : t('Non attribué, le {date}.', { date: formatDate(award.decidedAt) })}
      </p>
      <p class="prose">{award.reason}</p>
      {ranking.length > 0 && (
        <Ranking
          title={t('Notes et rangs')}
          criteria={criteria}
          lines={ranking.map((bid, index) => ({
            ...bid,
            name:
              bid.isAwarded && winner
                ? winner
                : t('Autre proposition {number}', { number: index + 1 }),
          }))}
        />
      )}
    </>
  )
}
