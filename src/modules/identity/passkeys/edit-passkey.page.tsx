/** One passkey: another name, or its removal. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { signedIn } from '#platform/policy.ts'
import { action, type Context, form, seeOther } from '#platform/web.ts'
import { ActionButton, Form, FormSection, Page, TextField } from '#web/components/index.tsx'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { passkeyName, path } from './list-passkeys.page.tsx'
import { findOwnPasskey } from './passkey.queries.ts'

async function loadPasskey({ passkeyId }: { passkeyId: string }, { db, actor }: Context) {
  return orNotFound(await findOwnPasskey(db, getPersonId(actor), passkeyId))
}

export const editPasskeyPage = form(`${path}/:passkeyId`, {
  load: loadPasskey,
  allow: signedIn,
  input: z.object({ nom: passkeyName }),
  initial: (passkey) => ({ nom: passkey.name }),
  invalid: (passkey, { values, errors }) => (
    <Page title="Clé d’accès" errors={errors} breadcrumbs={[{ label: 'Clés d’accès', href: path }]}>
      <Form action={`${path}/${passkey.id}`} submit="Renommer">
        <TextField name="nom" label="Nom de la clé" value={values.nom} error={errors.nom} />
      </Form>
      <FormSection title="Supprimer">
        <ActionButton
          action={`${path}/${passkey.id}/supprimer`}
          label="Supprimer cette clé"
          kind="danger"
          confirm="Elle ne permettra plus de se connecter. Supprimez-la aussi sur l’appareil."
        />
      </FormSection>
    </Page>
  ),
  valid: async (passkey, { nom }, { db }) => {
    await db
      .updateTable('identity.passkey')
      .set({ name: nom })
      .where('id', '=', passkey.id)
      .execute()
    return seeOther(path, 'La clé est renommée.')
  },
})

export const removePasskeyAction = action(`${path}/:passkeyId/supprimer`, {
  load: loadPasskey,
  allow: signedIn,
  input: z.object({}),
  back: () => path,
  act: async (passkey, _, { db, actor, now }) => {
    await db.deleteFrom('identity.passkey').where('id', '=', passkey.id).execute()
    await tellSecurityChange(db, getPersonId(actor), 'passkeyRemoved', now)
    return seeOther(path, 'La clé est supprimée.')
  },
})
