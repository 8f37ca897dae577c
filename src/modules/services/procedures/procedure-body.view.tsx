/** The parts of a procedure as its public page tells them. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Details, Table } from '#web/components/index.tsx'
import { SourceNote } from '../inventory/fact-text.view.tsx'
import type { ToldFee, ToldLine } from './fee-lines.rules.ts'
import type { Field, FormPage, Text, TimeLimit } from './procedure.types.ts'

const toConfirm = 'À confirmer auprès de la commune.'

export function Costs({ fee }: { fee: ToldFee }) {
  if (fee.kind === 'free') return <p>{t('La démarche est gratuite.')}</p>
  if (fee.kind === 'unknown') return <p class="soft">{t(toConfirm)}</p>
  return (
    <Table
      caption="Ce que cela coûte"
      isCaptionHidden
      columns={[
        { key: 'label', label: 'Tarif' },
        { key: 'amount', label: 'Montant', numeric: true },
        { key: 'counted', label: 'Compté' },
      ]}
      rows={fee.lines.map((line) => ({
        label: <span lang="fr">{line.label}</span>,
        amount: line.amount === null ? t('à confirmer') : formatMoney(line.amount),
        counted: describeCount(line),
      }))}
    />
  )
}

function describeCount({ times, isConditional }: ToldLine) {
  const count =
    times === null ? t('une fois') : t('autant de fois que « {question} »', { question: times })
  return isConditional ? t('{count}, selon les réponses', { count }) : count
}

const silenceSentences = {
  accepted: 'Sans réponse à cette date, la demande est acceptée.',
  refused: 'Sans réponse à cette date, la demande est refusée.',
} as const

export function Delay({ timeLimit }: { timeLimit: TimeLimit | null }) {
  if (timeLimit === null) return <p class="soft">{t(toConfirm)}</p>
  const { days, source, silence } = timeLimit
  return (
    <>
      <p>
        {t('La mairie répond en {days, plural, one {# jour} other {# jours}} au plus.', { days })}{' '}
        <SourceNote source={source} />
      </p>
      {silence && (
        <p>
          {t(silenceSentences[silence.means])} <SourceNote source={silence.source} />
        </p>
      )}
    </>
  )
}

/** Page by page, so that one prepares before answering. */
export function Questions({ pages }: { pages: readonly FormPage[] }) {
  return (
    <>
      {pages.map(({ code, label, fields, when }) => (
        <Details key={code} summary={label}>
          {when && <p class="soft">{t('Selon les réponses précédentes.')}</p>}
          <ul lang="fr">
            {fields.map((field) => (
              <Question key={field.code} field={field} />
            ))}
          </ul>
        </Details>
      ))}
    </>
  )
}

const isText = (field: Field): field is Text =>
  field.type === 'title' || field.type === 'explanation'

function Question({ field }: { field: Field }) {
  if (isText(field)) return null
  if (field.type === 'block')
    return (
      <li>
        {field.label}
        <ul>
          {field.fields.map((inner) => (
            <Question key={inner.code} field={inner} />
          ))}
        </ul>
      </li>
    )
  const isOptional = !field.isRequired || field.when !== undefined
  return (
    <li>
      {field.label} {isOptional && <small class="soft">{t('(selon le cas)')}</small>}
    </li>
  )
}
