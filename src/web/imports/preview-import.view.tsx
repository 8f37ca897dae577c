/** What a file holds, before it is written: what is wrong by line and column, else the first lines as they were understood. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Columns } from '#platform/tables/columns.rules.ts'
import type { ImportDraft } from '#platform/tables/import-draft.ts'
import type { Fault } from '#platform/tables/read-table.ts'
import type { Review } from '#platform/tables/review-table.ts'
import type { FormErrors } from '#platform/web.ts'
import { ButtonLink, Form, Notice, Page, Table } from '../components/index.tsx'
import type { ImportTexts } from './import-texts.types.ts'

type Values = Readonly<Record<string, unknown>>

interface Props {
  readonly texts: ImportTexts
  readonly back: { readonly href: string; readonly label: string }
  /** Where another file is sent. */
  readonly again: string
  readonly columns: Columns
  readonly draft: ImportDraft
  readonly review: Review<Values>
  readonly errors: FormErrors<object>
}

export function PreviewImport(props: Props) {
  const { texts, back, draft, review, errors } = props
  const isSound = review.faults.length === 0
  return (
    <Page
      wide
      title={texts.title}
      kicker={draft.name}
      errors={errors}
      breadcrumbs={[back, { href: props.again, label: texts.title }]}
    >
      {draft.confirmedAt ? (
        <Notice kind="info" title="Ce fichier a déjà été importé">
          <p>
            <a href={back.href}>{t('Voir ce qui est enregistré')}</a>
          </p>
        </Notice>
      ) : isSound ? (
        <Confirm {...props} />
      ) : (
        <Faults {...props} />
      )}
      <PassedOver review={review} />
      {review.sample.length > 0 && <Sample {...props} />}
    </Page>
  )
}

function Confirm({ review, again, draft }: Props) {
  return (
    <>
      <Notice kind="success" title="Le fichier se lit sans erreur">
        <p>
          {t(
            '{count, plural, one {# ligne sera enregistrée.} other {# lignes seront enregistrées.}}',
            {
              count: review.accepted,
            },
          )}{' '}
          {t('Rien n’est encore écrit ; ce qui est déjà connu ne le sera pas deux fois.')}
        </p>
      </Notice>
      <Form
        action={`${again}/${draft.id}`}
        submit="Confirmer et enregistrer"
        secondary={{ label: 'Choisir un autre fichier', href: again }}
      />
    </>
  )
}

function Faults({ review, again }: Props) {
  const { faults, untold, accepted } = review
  return (
    <>
      <Notice kind="danger" title="Rien n’a été enregistré">
        <p>
          {t('{count, plural, one {# erreur} other {# erreurs}} dans le fichier.', {
            count: faults.length + untold,
          })}{' '}
          {accepted > 0 &&
            t('{count, plural, one {# ligne est bonne.} other {# lignes sont bonnes.}}', {
              count: accepted,
            })}{' '}
          {t('Corrigez le fichier dans votre tableur, puis envoyez-le de nouveau.')}
        </p>
      </Notice>
      <Table
        caption="Ce qui est à corriger"
        columns={[
          { key: 'line', label: 'Ligne' },
          { key: 'column', label: 'Colonne' },
          { key: 'message', label: 'Ce qui ne va pas' },
        ]}
        rows={faults.map(toFaultRow)}
      />
      {untold > 0 && (
        <p>
          {t(
            '… et {count, plural, one {# autre erreur, non listée} other {# autres erreurs, non listées}}.',
            { count: untold },
          )}
        </p>
      )}
      <p>
        <ButtonLink href={again}>Envoyer le fichier corrigé</ButtonLink>
      </p>
    </>
  )
}

const toFaultRow = ({ line, column, message }: Fault) => ({
  line: line ?? t('Tout le fichier'),
  column: column === null ? '—' : t(column),
  message,
})

function PassedOver({ review: { totals, ignoredColumns } }: Pick<Props, 'review'>) {
  if (totals === 0 && ignoredColumns.length === 0) return null
  return (
    <ul class="meta">
      {totals > 0 && (
        <li>
          {t(
            '{count, plural, one {# ligne de total, laissée.} other {# lignes de total, laissées.}}',
            {
              count: totals,
            },
          )}
        </li>
      )}
      {ignoredColumns.length > 0 && (
        <li>
          {t('Colonnes laissées : {names}.', { names: ignoredColumns.slice(0, 20).join(', ') })}
        </li>
      )}
    </ul>
  )
}

function Sample({ review, columns }: Props) {
  const shown = review.columns.flatMap((key) => {
    const column = columns[key]
    return column ? [{ key, label: column.label, show: column.show ?? showValue }] : []
  })
  return (
    <Table
      caption={
        review.accepted > review.sample.length
          ? 'Les premières lignes, comme elles ont été comprises'
          : 'Les lignes, comme elles ont été comprises'
      }
      columns={[{ key: 'line', label: 'Ligne' }, ...shown]}
      rows={review.sample.map(({ line, values }) => ({
        line,
        ...Object.fromEntries(shown.map(({ key, show }) => [key, show(values[key]) || '—'])),
      }))}
    />
  )
}

function showValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? t('Oui') : t('Non')
  return String(value)
}
