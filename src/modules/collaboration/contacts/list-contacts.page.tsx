/** The contacts of the organisation acted for, open or ended. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { communeOfficers, getOrganisationId, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { anyOf } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Page, Tabs } from '#web/components/index.tsx'
import { type ContactLine, listContacts } from './contact.queries.ts'
import { ContactList } from './contact-list.view.tsx'

interface Listing {
  readonly scope: 'open' | 'ended'
  readonly contacts: readonly ContactLine[]
  readonly names: ReadonlyMap<string, string>
}

export const listContactsPage = page('/espace/contacts', {
  load: loadListing,
  allow: anyOf(
    (actor) => worksForA(actor, 'commune', ...communeOfficers, 'drafter'),
    (actor) => worksForA(actor, 'startup'),
  ),
  view: (listing, { actor }) => (
    <Contacts {...listing} side={actor.organisation?.kind === 'startup' ? 'startup' : 'commune'} />
  ),
})

async function loadListing(_: unknown, { db, actor, query }: Context): Promise<Listing> {
  const scope = query.etat === 'closes' ? 'ended' : 'open'
  const contacts = await listContacts(db, getOrganisationId(actor), scope)
  const names = await listOrganisationNames(
    db,
    contacts.flatMap((contact) => [contact.communeId, contact.startupId]),
  )
  return { scope, contacts, names }
}

function Contacts({ scope, contacts, names, side }: Listing & { side: 'commune' | 'startup' }) {
  return (
    <Page title="Mises en relation" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      <Tabs
        label="État des mises en relation"
        tabs={[
          { label: 'En cours', href: '/espace/contacts', current: scope === 'open' },
          { label: 'Closes', href: '/espace/contacts?etat=closes', current: scope === 'ended' },
        ]}
      />
      {contacts.length === 0 ? (
        <EmptyState title="Aucune mise en relation ici">
          <p>
            {side === 'commune'
              ? t(
                  'Publiez un besoin, puis choisissez des solutions dans le classement : la mise en relation part de là.',
                )
              : t('Quand une commune s’intéresse à l’une de vos solutions, sa demande arrive ici.')}
          </p>
        </EmptyState>
      ) : (
        <ContactList contacts={contacts} names={names} side={side} />
      )}
    </Page>
  )
}
