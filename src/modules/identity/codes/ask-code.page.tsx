/** Asking for a code, to sign in or to choose a new password; the page never tells whether the account exists. */

import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Hidden, Page, TextField } from '#web/components/index.tsx'
import { parseIdentifier, wrongIdentifier } from '../people/identifier.rules.ts'
import { findPersonByIdentifier } from '../people/person.queries.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'
import { askForCode, tooManyCodes } from './code-request.ts'

interface Flow {
  readonly purpose: 'signIn' | 'recover'
  readonly path: string
  readonly title: string
  readonly lead: string
}

const AskCode = z.object({
  identifiant: fields.text({
    max: 200,
    missing: 'Indiquez votre téléphone ou votre adresse électronique',
  }),
  suite: fields.optionalText(600),
})

function createAskPage({ purpose, path, title, lead }: Flow) {
  return form(path, {
    load: (_, { query }) => toLocalPath(query.suite),
    allow: everyone,
    input: AskCode,
    limit: { points: 100, seconds: 3600 },
    initial: (suite) => ({ suite }),
    invalid: (_, submission) => <AskCodeForm {...submission} {...{ path, title, lead }} />,
    valid: async (_, { identifiant, suite }, context) => {
      const identifier = parseIdentifier(identifiant)
      if (!identifier) return refuse({ identifiant: wrongIdentifier })
      const person = await findPersonByIdentifier(context.db, identifiant)
      const isAsked = await askForCode(context, {
        purpose,
        identifier,
        personId: person?.id,
        next: toLocalPath(suite),
        maySend: person !== undefined && person.disabledAt === null,
      })
      return isAsked ? seeOther(`${path}/verification`) : refuse({ form: tooManyCodes })
    },
  })
}

type Props = Submission<z.infer<typeof AskCode>> & Pick<Flow, 'path' | 'title' | 'lead'>

function AskCodeForm({ path, title, lead, values, errors }: Props) {
  return (
    <Page
      title={title}
      lead={lead}
      errors={errors}
      breadcrumbs={[{ label: 'Se connecter', href: '/connexion' }]}
    >
      <Form action={path} submit="Recevoir un code">
        <Hidden name="suite" value={values.suite} />
        <TextField
          name="identifiant"
          label="Téléphone ou adresse électronique"
          value={values.identifiant}
          error={errors.identifiant}
          autocomplete="username"
        />
      </Form>
      <p>{t('Le code arrive par SMS ou par courrier électronique, à ce que vous indiquez ici.')}</p>
    </Page>
  )
}

export const askSignInCodePage = createAskPage({
  purpose: 'signIn',
  path: '/connexion/code',
  title: 'Se connecter avec un code',
  lead: 'Sans mot de passe : un code de six chiffres, valable dix minutes.',
})

export const askRecoveryCodePage = createAskPage({
  purpose: 'recover',
  path: '/mot-de-passe-oublie',
  title: 'Mot de passe oublié',
  lead: 'Un code vous permet d’en choisir un nouveau.',
})
