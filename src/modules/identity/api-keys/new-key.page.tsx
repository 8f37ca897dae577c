/** Making a key: its name, what it may do, for how long. Shown on the next page, and kept nowhere. */
import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  fields,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ButtonLink,
  CheckboxGroup,
  Form,
  Notice,
  Page,
  PasswordField,
  RadioGroup,
  TextField,
} from '#web/components/index.tsx'
import { getOrganisation, type Organisation } from '../organisations/organisation.queries.ts'
import { loadSelf } from '../people/account.page.tsx'
import { confirmPassword, currentPassword, wrongPassword } from '../people/confirm-password.ts'
import type { Person } from '../people/person.queries.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import { createKey } from './api-key.actions.ts'
import { lifetimeLabels } from './api-key.labels.ts'
import { mayMakeKeys } from './api-key.policy.ts'
import { keysOf } from './list-keys.page.tsx'
import { lifetimes, listScopesOf, type Scope, scopeNames, scopes } from './scope.lists.ts'

interface ShownKey {
  readonly personId: string
  readonly organisationId: string
  readonly key: string
}

const shownKey = createSealedCookie<ShownKey>('cauri-cle-de-systeme', 600)

const NewKey = z.object({
  nom: fields.text({ min: 2, max: 80, missing: 'Nommez cette clé' }),
  droits: fields.choices(scopeNames, { min: 1, missing: 'Choisissez au moins un droit' }),
  duree: fields.choice(lifetimes, 'Choisissez une durée'),
  actuel: currentPassword,
})

const routePath = '/espace/organisations/:organisationId/cles'

interface Making {
  readonly organisation: Organisation
  readonly person: Person
}

export const newKeyPage = form(`${routePath}/nouvelle`, {
  load: async ({ organisationId }, context): Promise<Making> => ({
    organisation: await getOrganisation(context.db, organisationId),
    person: await loadSelf(null, context),
  }),
  allow: mayMakeKeys,
  input: NewKey,
  limit: { points: 30, seconds: 3600 },
  initial: () => ({ duree: '180' }),
  invalid: (making, submission) => <NewKeyForm {...making} {...submission} />,
  valid: async ({ organisation, person }, { nom, droits, duree, actuel }, context) => {
    if (!(await confirmPassword(context, person, actuel))) return refuse({ actuel: wrongPassword })
    const offered = listScopesOf(organisation.kind)
    const chosen = droits.filter((name): name is Scope => offered.includes(name as Scope))
    if (chosen.length < droits.length)
      return refuse({ droits: 'Choisissez parmi les droits proposés' })
    const made = await createKey(context, organisation, {
      ...{ name: nom, scopes: chosen, days: Number(duree) },
    })
    if (made === 'nameTaken') return refuse({ nom: 'Une clé porte déjà ce nom' })
    if (made === 'tooMany') return refuse({ form: tooMany })
    const personId = getPersonId(context.actor)
    shownKey.keep(context, { personId, organisationId: organisation.id, key: made.key })
    return seeOther(`${keysOf(organisation.id)}/montrer`)
  },
})

const tooMany = 'Une organisation a au plus vingt clés actives : révoquez-en une d’abord.'

function NewKeyForm({
  organisation,
  person,
  values,
  errors,
}: Making & Submission<z.infer<typeof NewKey>>) {
  return (
    <Page
      title="Créer une clé"
      kicker={organisation.name}
      lead="Une clé par logiciel : vous saurez lequel a fait quoi, et n’arrêterez que lui."
      errors={errors}
      breadcrumbs={[{ label: 'Clés d’accès des systèmes', href: keysOf(organisation.id) }]}
    >
      <Form
        action={`${keysOf(organisation.id)}/nouvelle`}
        submit="Créer la clé"
        secondary={{ label: 'Annuler', href: keysOf(organisation.id) }}
      >
        <TextField
          name="nom"
          label="Nom de la clé"
          hint="Par exemple : logiciel d’état civil."
          value={values.nom}
          error={errors.nom}
          maxLength={80}
        />
        <CheckboxGroup
          name="droits"
          label="Ce que la clé permet"
          options={listScopesOf(organisation.kind).map((value) => ({ value, ...scopes[value] }))}
          value={values.droits}
          error={errors.droits}
        />
        <RadioGroup
          name="duree"
          label="Durée"
          options={lifetimes.map((value) => ({ value, label: lifetimeLabels[value] }))}
          value={values.duree}
          error={errors.duree}
        />
        {person.passwordHash && (
          <PasswordField name="actuel" label="Mot de passe actuel" error={errors.actuel} />
        )}
      </Form>
    </Page>
  )
}

/** Shown for ten minutes to whoever made it, in the same browser: long enough to copy it after a cut. */
export const shownKeyPage = page(`${routePath}/montrer`, {
  load: async ({ organisationId }: { organisationId: string }, context: Context) => {
    const shown = shownKey.read(context)
    const isTheirs = shown?.personId === context.actor.id && shown.organisationId === organisationId
    return {
      organisation: await getOrganisation(context.db, organisationId),
      key: isTheirs ? shown.key : null,
    }
  },
  allow: mayMakeKeys,
  view: ({ organisation, key }) => (
    <Page
      title="Votre nouvelle clé"
      kicker={organisation.name}
      breadcrumbs={[{ label: 'Clés d’accès des systèmes', href: keysOf(organisation.id) }]}
    >
      {key ? <OneKey apiKey={key} /> : <NoLongerShown />}
      <ButtonLink href={keysOf(organisation.id)} kind="quiet">
        Clés d’accès des systèmes
      </ButtonLink>
    </Page>
  ),
})

function OneKey({ apiKey }: { apiKey: string }) {
  return (
    <>
      <Notice kind="warning" title="Copiez-la maintenant dans votre logiciel">
        <p>
          {t(
            'Cauri ne la garde pas et ne pourra plus la montrer. Ne l’envoyez ni par courriel ni par messagerie : qui la détient agit pour l’organisation.',
          )}
        </p>
      </Notice>
      <p>
        <code>{apiKey}</code>
      </p>
    </>
  )
}

function NoLongerShown() {
  return (
    <p>
      {t(
        'Une clé ne se montre qu’une fois, dix minutes au plus. Si vous ne l’avez pas copiée, révoquez-la et créez-en une autre.',
      )}
    </p>
  )
}
