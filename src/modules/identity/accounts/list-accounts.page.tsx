/** Every account, for the secretariat that helps whoever cannot get in. */
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { cutPage } from '#platform/published-cursor.rules.ts'
import { page } from '#platform/web.ts'
import {
  EmptyState,
  GetForm,
  Page,
  Pagination,
  SearchBox,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { roleLabels } from '../organisations/role.labels.ts'
import { accountPolicy } from './account.policy.ts'
import { type AccountLine, accountPageSize, searchAccounts } from './account.queries.ts'

export const accountsHome = '/espace/comptes'

export const accountAddress = (personId: string) => `${accountsHome}/${personId}`

export const listAccountsPage = page(accountsHome, {
  load: async (_, { db, query }) => {
    const text = String(query.q ?? '')
      .trim()
      .slice(0, 120)
    const after = String(query.apres ?? '')
    return { text, found: await searchAccounts(db, text, isId(after) ? after : null) }
  },
  allow: accountPolicy.read,
  view: (shown) => <ListAccounts {...shown} />,
})

function ListAccounts({ text, found }: { text: string; found: readonly AccountLine[] }) {
  const { rows, last } = cutPage(found, accountPageSize)
  return (
    <Page
      title="Les comptes"
      lead="Cherchez par nom, ou par l’adresse électronique ou le téléphone entiers."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <GetForm action={accountsHome}>
        <SearchBox label="Nom ou adresse" value={text} />
      </GetForm>
      {rows.length === 0 ? (
        <EmptyState title="Aucun compte ne correspond" />
      ) : (
        <Table
          caption="Comptes"
          isCaptionHidden
          columns={[
            { key: 'name', label: 'Nom' },
            { key: 'organisations', label: 'Agit pour' },
            { key: 'state', label: 'État' },
          ]}
          rows={rows.map(({ id, fullName, disabledAt, organisations }) => ({
            name: <a href={accountAddress(id)}>{fullName}</a>,
            organisations:
              organisations
                .map(({ name, role }) => `${name} (${t(roleLabels[role])})`)
                .join(', ') || '—',
            state: disabledAt ? (
              <Tag tone="danger">Suspendu</Tag>
            ) : (
              <Tag tone="success">Ouvert</Tag>
            ),
          }))}
        />
      )}
      <Pagination
        nextHref={last && `${accountsHome}?${new URLSearchParams({ q: text, apres: last.id })}`}
      />
    </Page>
  )
}
