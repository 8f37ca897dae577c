/** The page that asks for the second factor after the password. */

import { z } from 'zod'
import { visitorsOnly } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { CodeField, Form, Page } from '#web/components/index.tsx'
import { welcome } from '../sessions/sign-in.page.tsx'
import { endChallenge, readChallenge } from './challenge.ts'
import { useSecondFactor } from './totp.ts'

const SecondFactor = z.object({ code: fields.text({ max: 20, missing: 'Indiquez le code' }) })

const tries = { points: 5, seconds: 900 }

export const secondFactorPage = form('/connexion/second-facteur', {
  load: (_, context) => readChallenge(context),
  allow: visitorsOnly,
  input: SecondFactor,
  limit: { points: 30, seconds: 900 },
  invalid: (challenge, submission) => (
    <AskSecondFactor isOpen={challenge !== null} {...submission} />
  ),
  valid: async (challenge, { code }, context) => {
    if (!challenge)
      return refuse({ form: 'Le délai est passé : reconnectez-vous avec votre mot de passe.' })
    if (!(await isRight(context, challenge.personId, code))) {
      return refuse({
        code: 'Code incorrect, ou déjà utilisé. Attendez le suivant, ou prenez un code de secours.',
      })
    }
    endChallenge(context)
    await welcome(context, challenge.personId, true)
    return seeOther(challenge.next)
  },
})

/** Wrong codes are counted outside of the transaction, which a refusal undoes. */
async function isRight(
  { db, now, platform }: Context,
  personId: string,
  code: string,
): Promise<boolean> {
  if (
    !(await platform.rateLimiter.tryPoint(`second-factor:${personId}`, tries.points, tries.seconds))
  )
    return false
  const isUsed = await useSecondFactor(db, platform.secret, personId, code, now)
  if (isUsed) await platform.rateLimiter.forget(`second-factor:${personId}`)
  return isUsed
}

function AskSecondFactor({
  isOpen,
  errors,
}: Submission<z.infer<typeof SecondFactor>> & { isOpen: boolean }) {
  const late = isOpen
    ? errors
    : { form: errors.form ?? 'Connectez-vous d’abord avec votre mot de passe.' }
  return (
    <Page
      title="Confirmer que c’est vous"
      errors={isOpen ? errors : late}
      breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
    >
      <Form action="/connexion/second-facteur" submit="Continuer">
        <CodeField
          name="code"
          label="Code de votre application"
          hint="Six chiffres, ou l’un de vos codes de secours."
          error={errors.code}
        />
      </Form>
    </Page>
  )
}
