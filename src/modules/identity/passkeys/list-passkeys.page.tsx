/** The passkeys of a person: what they are, when they served, and adding one. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { signedIn } from '#platform/policy.ts'
import {
  action,
  type Context,
  endpoint,
  fields,
  json,
  page,
  refuse,
  seeOther,
} from '#platform/web.ts'
import { FormSection, Page, PasswordField, Table, TextField } from '#web/components/index.tsx'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { loadSelf } from '../people/account.page.tsx'
import { confirmPassword, wrongPassword } from '../people/confirm-password.ts'
import { listPasskeys } from './passkey.queries.ts'
import { PasskeyForm } from './passkey-form.view.tsx'
import { passkeyAnswer } from './sign-in-passkey.routes.ts'
import { startRegistration, verifyRegistration } from './webauthn.ts'

export const path = '/espace/compte/cles'

export const passkeyName = fields.text({ max: 60, missing: 'Nommez cette clé' })

export const listPasskeysPage = page(path, {
  load: async (_, context) => ({
    person: await loadSelf(_, context),
    passkeys: await listPasskeys(context.db, getPersonId(context.actor)),
  }),
  allow: signedIn,
  view: ({ person, passkeys }) => (
    <Page
      title="Clés d’accès"
      lead="Se connecter avec le doigt, le visage ou le code de son appareil, sans mot de passe."
      breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
      islands={['passkey.js']}
    >
      {passkeys.length > 0 ? (
        <PasskeyTable passkeys={passkeys} />
      ) : (
        <p>{t('Aucune clé pour l’instant.')}</p>
      )}
      <FormSection title="Ajouter une clé">
        <p data-passkey-missing>
          {t('Ce navigateur ne sait pas créer de clé d’accès, ou ses scripts sont désactivés.')}
        </p>
        <PasskeyForm
          action={`${path}/ajouter`}
          options={`${path}/options`}
          ceremony="create"
          submit="Créer la clé"
        >
          <TextField name="nom" label="Nom de la clé" hint="Par exemple : mon téléphone." />
          {person.passwordHash && <PasswordField name="actuel" label="Mot de passe actuel" />}
        </PasskeyForm>
      </FormSection>
    </Page>
  ),
})

function PasskeyTable({ passkeys }: { passkeys: Awaited<ReturnType<typeof listPasskeys>> }) {
  return (
    <Table
      caption="Mes clés"
      columns={[
        { key: 'name', label: 'Clé' },
        { key: 'created', label: 'Ajoutée le' },
        { key: 'used', label: 'Dernière utilisation' },
      ]}
      rows={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        name: <a href={`${path}/${id}`}>{name}</a>,
        created: formatDate(createdAt),
        used: lastUsedAt ? formatDate(lastUsedAt) : t('Jamais'),
      }))}
    />
  )
}

/** The password is asked for here: a session found open must not gain a lasting way in. */
export const newPasskeyOptionsEndpoint = endpoint(`${path}/options`, {
  method: 'POST',
  load: loadSelf,
  allow: signedIn,
  reply: async (person, context) => {
    const typed = String(context.fields.actuel ?? '')
    if (await confirmPassword(context, person, typed))
      return json(await startRegistration(context, person))
    return json({ message: t(wrongPassword) }, 422)
  },
})

export const addPasskeyAction = action(`${path}/ajouter`, {
  load: () => null,
  allow: signedIn,
  input: z.object({ nom: passkeyName, reponse: passkeyAnswer }),
  back: () => path,
  act: async (_, { nom, reponse }, context) => {
    const isAdded = await addPasskey(context, nom, reponse)
    if (!isAdded) return refuse({ form: 'La clé n’a pas pu être ajoutée. Recommencez.' })
    return seeOther(path, 'La clé est ajoutée. Elle peut servir à la prochaine connexion.')
  },
})

export async function addPasskey(context: Context, name: string, answer: string): Promise<boolean> {
  const { db, actor, now } = context
  const personId = getPersonId(actor)
  const credential = await verifyRegistration(context, personId, answer)
  if (!credential) return false
  await db
    .insertInto('identity.passkey')
    .values({
      id: createId(now.getTime()),
      personId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tellSecurityChange(db, personId, 'passkeyAdded', now)
  return true
}
