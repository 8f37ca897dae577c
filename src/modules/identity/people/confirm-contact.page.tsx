/** The code proves the new address; the old one is told. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { form, refuse, seeOther } from '#platform/web.ts'
import { CodeForm, codeField, wrongCode } from '../codes/code-form.view.tsx'
import { findCodeRequest, redeemCode } from '../codes/code-request.ts'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { exchangeSession } from '../sessions/session.ts'
import { showAddress } from './identifier.rules.ts'
import { replaceContact } from './person.actions.ts'

const path = '/espace/compte/contact/code'

export const confirmContactPage = form(path, {
  load: (_, context) => findCodeRequest(context, 'changeContact'),
  allow: signedIn,
  input: z.object({ code: codeField }),
  limit: { points: 100, seconds: 3600 },
  invalid: (request, { errors }) => (
    <CodeForm
      title="Saisir le code reçu"
      action={path}
      submit="Confirmer"
      intro={
        request &&
        t('Un message vient de partir pour {address}. Il arrive en une minute.', {
          address: showAddress(request.address),
        })
      }
      again="/espace/compte/contact"
      crumb={{ label: 'Mon compte', href: '/espace/compte' }}
      errors={errors}
    />
  ),
  valid: async (_, { code }, context) => {
    const { db, actor, now } = context
    const proof = await redeemCode(context, 'changeContact', code)
    if (!proof || proof.personId === null || proof.personId !== actor.id)
      return refuse({ code: wrongCode })
    await tellSecurityChange(db, actor.id, 'contactChanged', now)
    if (!(await replaceContact(db, actor.id, proof.address, now)))
      return refuse({ form: 'Cette adresse vient d’être prise par un autre compte.' })
    await exchangeSession(context)
    return seeOther('/espace/compte', 'C’est confirmé.')
  },
})
