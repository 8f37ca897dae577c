/** The headings of digital budgets, kept by the association: names, official codes once known, and the days they hold for. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, form, page, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ButtonLink,
  Checkbox,
  DateField,
  Form,
  Page,
  Select,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { addAccount, saveAccount } from './account.actions.ts'
import {
  type AccountChange,
  getAccount,
  listAccountChanges,
  listAccounts,
} from './account.queries.ts'
import { AccountInput } from './account.schema.ts'
import { sectionOptions } from './budget.labels.ts'
import type { Account } from './budget.schema.ts'

const home = '/espace/comptes-numeriques'

export const listAccountsPage = page(home, {
  load: (_, { db }: Context) => listAccounts(db),
  allow: associationStaff,
  view: (accounts) => <AccountList accounts={accounts} />,
})

export const addAccountPage = form(`${home}/nouveau`, {
  load: () => null,
  allow: associationStaff,
  input: AccountInput,
  invalid: (_, submission) => <EditAccount changes={[]} {...submission} />,
  valid: async (_, input, context) =>
    (await addAccount(context, input))
      ? seeOther(home, 'Le compte est ajouté.')
      : refuse({ label: 'Un compte porte déjà ce nom' }),
})

export const editAccountPage = form(`${home}/:accountId`, {
  load: async ({ accountId }: { accountId: string }, { db }: Context) => ({
    account: await getAccount(db, accountId),
    changes: await listAccountChanges(db, accountId),
  }),
  allow: associationStaff,
  input: AccountInput,
  initial: ({ account }) => ({ ...account, reason: '' }),
  invalid: (editing, submission) => <EditAccount {...editing} {...submission} />,
  valid: async ({ account }, input, context) => {
    await saveAccount(context, account, input)
    return seeOther(home, 'Le compte est enregistré.')
  },
})

function AccountList({ accounts }: { accounts: readonly Account[] }) {
  return (
    <Page
      wide
      title="Comptes du budget numérique"
      lead="Les intitulés que les communes choisissent pour leurs lignes. Un code n’est écrit que lorsqu’un texte publié le confirme."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Table
        caption="Comptes du budget numérique"
        isCaptionHidden
        columns={[
          { key: 'label', label: 'Intitulé' },
          { key: 'code', label: 'Code' },
          { key: 'valid', label: 'Valable' },
          { key: 'source', label: 'Source' },
        ]}
        rows={accounts.map(({ id, label, code, isConfirmed, validFrom, validTo, source }) => ({
          label: <a href={`${home}/${id}`}>{label}</a>,
          code: isConfirmed ? code : <Tag tone="warning">À confirmer</Tag>,
          valid: sayDays(validFrom, validTo),
          source,
        }))}
      />
      <p>
        <ButtonLink href={`${home}/nouveau`}>Ajouter un compte</ButtonLink>
      </p>
    </Page>
  )
}

function sayDays(from: string, to: string | null): string {
  return to === null
    ? t('depuis le {from}', { from: formatDate(from) })
    : t('du {from} au {to}', { from: formatDate(from), to: formatDate(to) })
}

interface EditingAccount {
  readonly account?: Account
  readonly changes: readonly AccountChange[]
}

function EditAccount(props: EditingAccount & Submission<AccountInput>) {
  const { account, changes, errors } = props
  return (
    <Page
      title={account ? 'Modifier le compte' : 'Ajouter un compte'}
      errors={errors}
      breadcrumbs={[{ label: 'Comptes du budget numérique', href: home }]}
    >
      <Form
        action={`${home}/${account?.id ?? 'nouveau'}`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: home }}
      >
        <AccountFields {...props} />
      </Form>
      {changes.length > 0 && <Changes changes={changes} />}
    </Page>
  )
}

function AccountFields({ values, errors }: Submission<AccountInput>) {
  return (
    <>
      <TextField name="label" label="Intitulé" value={values.label} error={errors.label} />
      <TextField
        name="code"
        label="Code de la nomenclature"
        hint="Vide tant qu’aucun texte publié ne le donne."
        value={values.code}
        error={errors.code}
        required={false}
      />
      <TextField
        name="hint"
        label="Ce qu’il contient"
        value={values.hint}
        error={errors.hint}
        required={false}
      />
      <ValidityFields values={values} errors={errors} />
      <TextField name="source" label="Source" value={values.source} error={errors.source} />
      <TextArea
        name="reason"
        label="Pourquoi ce changement"
        value={values.reason}
        error={errors.reason}
        rows={3}
      />
    </>
  )
}

function ValidityFields({ values, errors }: Submission<AccountInput>) {
  return (
    <>
      <Select
        name="usualSection"
        label="Section habituelle"
        empty="L’une ou l’autre"
        options={sectionOptions}
        value={values.usualSection}
        error={errors.usualSection}
        required={false}
      />
      <DateField
        name="validFrom"
        label="Valable depuis le"
        value={values.validFrom}
        error={errors.validFrom}
      />
      <DateField
        name="validTo"
        label="Jusqu’au"
        hint="Vide tant qu’il vaut. Une commune ne peut plus le choisir ensuite."
        value={values.validTo}
        error={errors.validTo}
        required={false}
      />
      <Checkbox
        name="isConfirmed"
        label="Un texte publié confirme ce code"
        value={values.isConfirmed}
        error={errors.isConfirmed}
      />
    </>
  )
}

function Changes({ changes }: { changes: readonly AccountChange[] }) {
  return (
    <>
      <h2>{t('Historique')}</h2>
      <Table
        caption="Ce que le compte a été"
        isCaptionHidden
        columns={[
          { key: 'at', label: 'Date' },
          { key: 'label', label: 'Intitulé' },
          { key: 'code', label: 'Code' },
          { key: 'reason', label: 'Pourquoi' },
        ]}
        rows={changes.map(({ setAt, label, code, reason }) => ({
          at: formatDate(setAt),
          label,
          code: code ?? '—',
          reason,
        }))}
      />
    </>
  )
}
