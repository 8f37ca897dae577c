/** One account: how somebody signs in, for whom they act, what happened to it, and what can be done. */
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page, type Route } from '#platform/web.ts'
import { Actions, ButtonLink, DefinitionList, Notice, Page } from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { roleLabels } from '../organisations/role.labels.ts'
import { type AccountStep, moveAccount } from './account.actions.ts'
import { accountPolicy } from './account.policy.ts'
import { type Account, getAccount } from './account.queries.ts'
import { accountAddress, accountsHome, listAccountsPage } from './list-accounts.page.tsx'

const path = `${accountsHome}/:personId`

const load = ({ personId }: { personId: string }, { db, now }: Context) =>
  getAccount(db, personId, now)

const showAccountPage = page(path, {
  load,
  allow: accountPolicy.read,
  view: (account, { actor }) => <ShowAccount {...account} actor={actor} />,
})

const stepLabels: Readonly<Record<AccountStep, string>> = {
  suspend: 'Compte suspendu',
  restore: 'Compte rétabli',
  closeSessions: 'Sessions fermées',
}

type Props = Account & { readonly actor: Actor }

function ShowAccount({ actor, ...account }: Props) {
  const { person, events } = account
  return (
    <Page title={person.fullName} breadcrumbs={[{ label: 'Les comptes', href: accountsHome }]}>
      {person.disabledAt && (
        <Notice kind="warning" title="Ce compte est suspendu">
          <p>{t('Depuis le {moment}.', { moment: formatDateTime(person.disabledAt) })}</p>
        </Notice>
      )}
      <Facts {...account} />
      <Acts account={account} actor={actor} />
      <StepHistory lines={events} labels={stepLabels} />
    </Page>
  )
}

function Facts({ person, memberships, openSessions }: Account) {
  const verified = (at: Date | null) => (at ? t('vérifié') : t('à vérifier'))
  return (
    <DefinitionList
      items={[
        {
          term: 'Adresse électronique',
          value: person.email && `${person.email} (${verified(person.emailVerifiedAt)})`,
        },
        {
          term: 'Téléphone',
          value: person.phone && `${person.phone} (${verified(person.phoneVerifiedAt)})`,
        },
        {
          term: 'Double authentification',
          value: t(person.totpConfirmedAt ? 'Activée' : 'Non activée'),
        },
        {
          term: 'Agit pour',
          value: memberships
            .map(({ organisation, role }) => `${organisation.name} (${t(roleLabels[role])})`)
            .join(', '),
        },
        { term: 'Sessions ouvertes', value: String(openSessions) },
        { term: 'Créé le', value: formatDateTime(person.createdAt) },
      ]}
    />
  )
}

function Acts({ account, actor }: { account: Account; actor: Actor }) {
  const base = accountAddress(account.person.id)
  return (
    <Actions>
      {accountPolicy.closeSessions(actor, account) && account.openSessions > 0 && (
        <ButtonLink href={`${base}/fermer`} kind="quiet">
          Fermer ses sessions
        </ButtonLink>
      )}
      {accountPolicy.suspend(actor, account) && (
        <ButtonLink href={`${base}/suspendre`} kind="quiet">
          Suspendre le compte
        </ButtonLink>
      )}
      {accountPolicy.restore(actor, account) && (
        <ButtonLink href={`${base}/retablir`}>Rétablir le compte</ButtonLink>
      )}
    </Actions>
  )
}

const back = ({ person }: Account) => ({ href: accountAddress(person.id), label: person.fullName })

const take = (step: AccountStep) => (account: Account, reason: string, context: Context) =>
  moveAccount(context, account.person.id, step, reason)

const hint = 'La personne le lit ; il est gardé dans l’historique du compte.'

export const accountRoutes: Route[] = [
  listAccountsPage,
  showAccountPage,
  reasonForm(`${path}/suspendre`, {
    ...{ load, back, hint, allow: accountPolicy.suspend, isDangerous: true },
    title: 'Suspendre le compte',
    label: 'Motif',
    done: 'Le compte est suspendu, ses sessions sont fermées.',
    act: take('suspend'),
  }),
  reasonForm(`${path}/retablir`, {
    ...{ load, back, hint, allow: accountPolicy.restore },
    title: 'Rétablir le compte',
    label: 'Motif',
    done: 'Le compte est rétabli.',
    act: take('restore'),
  }),
  reasonForm(`${path}/fermer`, {
    ...{ load, back, hint, allow: accountPolicy.closeSessions },
    title: 'Fermer ses sessions',
    label: 'Motif',
    done: 'Ses sessions sont fermées.',
    act: take('closeSessions'),
  }),
]
