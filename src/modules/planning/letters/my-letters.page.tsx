/** The letters of the commune acted for, by budget year, and where one is begun. */
import type { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, type Submission, seeOther } from '#platform/web.ts'
import {
  EmptyState,
  Form,
  FormSection,
  Notice,
  NumberField,
  Page,
  Table,
} from '#web/components/index.tsx'
import { startLetter } from './letter.actions.ts'
import { mayDelegate, mayListLetters, mayStartLetter } from './letter.policy.ts'
import { findDelegation, listLetters } from './letter.queries.ts'
import { type Letter, type LetterDelegation, StartLetter } from './letter.schema.ts'
import { LetterTag } from './letter-body.view.tsx'

interface Listed {
  readonly letters: readonly Letter[]
  readonly delegation: LetterDelegation | undefined
  readonly mayStart: boolean
  readonly mayDelegate: boolean
}

export const lettersHome = '/espace/lettres-de-cadrage'

/** A budget is framed in the year before it, and corrected in its own. */
export const myLettersPage = form(lettersHome, {
  load: async (_, { db, actor }): Promise<Listed> => {
    const isListed = mayListLetters(actor, null)
    return {
      letters: isListed ? await listLetters(db, getOrganisationId(actor)) : [],
      delegation: isListed ? await findDelegation(db, getOrganisationId(actor)) : undefined,
      mayStart: mayStartLetter(actor, null),
      mayDelegate: mayDelegate(actor, null),
    }
  },
  allow: mayListLetters,
  input: StartLetter,
  initial: (_, { now }) => ({ year: nextYear(now) }),
  invalid: (listed, submission) => <MyLetters {...listed} {...submission} />,
  valid: async ({ mayStart }, { year }, context) => {
    if (!mayStart) throw new Forbidden()
    const letter = await startLetter(context, year)
    return seeOther(
      `${lettersHome}/${letter.id}`,
      'Le projet est rédigé. Relisez chaque partie, puis les lignes et les plafonds.',
    )
  },
})

function nextYear(now: Context['now']): number {
  return Number(toDay(now).slice(0, 4)) + 1
}

const columns = [
  { key: 'letter', label: 'Lettre' },
  { key: 'year', label: 'Budget' },
  { key: 'status', label: 'État' },
  { key: 'day', label: 'Signée ou modifiée le' },
]

function MyLetters(props: Listed & Submission<z.infer<typeof StartLetter>>) {
  const { letters, delegation, mayStart, values, errors } = props
  return (
    <Page
      title="Lettres de cadrage"
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Les orientations de chaque budget, ses plafonds par service, et les lignes numériques nommées une à une."
    >
      <Notice kind="info">
        <p>
          {t(
            'Aucun texte ne fixe la forme de cette lettre : Cauri part du modèle de l’association.',
          )}{' '}
          <a href="/lettre-de-cadrage">{t('Lire le modèle')}</a>
        </p>
      </Notice>
      {letters.length === 0 ? (
        <EmptyState title="Aucune lettre pour l’instant">
          <p>
            {t(
              'Choisissez l’année du budget : le projet est rédigé depuis le schéma directeur, le budget et l’exécution de l’année passée.',
            )}
          </p>
        </EmptyState>
      ) : (
        <Table caption="Lettres" isCaptionHidden columns={columns} rows={letters.map(toRow)} />
      )}
      {mayStart && (
        <FormSection title="Préparer une lettre">
          <Form submit="Rédiger le projet">
            <NumberField
              name="year"
              label="Année du budget"
              value={values.year}
              error={errors.year}
            />
          </Form>
        </FormSection>
      )}
      <Delegation delegation={delegation} mayChange={props.mayDelegate} />
    </Page>
  )
}

function toRow(letter: Letter) {
  const { id, reference, year, number, signedAt, updatedAt } = letter
  return {
    letter: (
      <a href={`${lettersHome}/${id}`}>
        {reference} {t('(projet {number})', { number })}
      </a>
    ),
    year: String(year),
    status: <LetterTag {...letter} />,
    day: formatDate(signedAt ?? updatedAt),
  }
}

interface DelegationProps {
  readonly delegation: LetterDelegation | undefined
  readonly mayChange: boolean
}

function Delegation({ delegation, mayChange }: DelegationProps) {
  return (
    <section>
      <h2>{t('Qui signe')}</h2>
      <p>
        {delegation?.isActive && delegation.actDate
          ? t('Le maire, et le secrétaire exécutif par délégation : {act} du {date}.', {
              act: delegation.actReference,
              date: formatDate(delegation.actDate),
            })
          : t('Le maire. Une lettre signée à la main peut être jointe par le secrétaire exécutif.')}
      </p>
      {mayChange && (
        <p>
          <a href={`${lettersHome}/delegation`}>{t('Changer la délégation')}</a>
        </p>
      )}
    </section>
  )
}
