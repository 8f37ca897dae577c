/** The page that asks for the second factor after the first. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { ButtonLink, CodeField, Form, Page } from '#web/components/index.tsx'
import { welcome } from '../sessions/finish-sign-in.ts'
import { challenge } from './challenge.ts'
import { takeSecondFactor, wrongSecondFactor } from './second-factor.ts'

const path = '/connexion/second-facteur'
const crumbs = [{ label: 'Se connecter', href: '/connexion' }]

export const secondFactor = fields.text({ max: 30, missing: 'Indiquez le code' })

const tooLate = 'Le délai est passé : reconnectez-vous.'

export const secondFactorPage = form(path, {
  load: (_, context) => challenge.read(context),
  allow: everyone,
  input: z.object({ code: secondFactor }),
  limit: { points: 100, seconds: 900 },
  invalid: (asked, submission) => (asked ? <AskSecondFactor {...submission} /> : <TooLate />),
  valid: async (asked, { code }, context) => {
    if (!asked) return refuse({ form: tooLate })
    if (!(await takeSecondFactor(context, asked.personId, code)))
      return refuse({ code: wrongSecondFactor })
    challenge.forget(context)
    await welcome(context, asked.personId, true)
    return seeOther(asked.next)
  },
})

function AskSecondFactor({ errors }: Submission<{ code: string }>) {
  return (
    <Page title="Confirmer que c’est vous" errors={errors} breadcrumbs={crumbs}>
      <Form action={path} submit="Continuer">
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

function TooLate() {
  return (
    <Page title="Confirmer que c’est vous" breadcrumbs={crumbs}>
      <p>{t(tooLate)}</p>
      <ButtonLink href="/connexion">Se connecter</ButtonLink>
    </Page>
  )
}
