/** What a person may do once the second factor is on: new recovery codes, or turning it off. Both ask for a code. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { CodeField, Form, Notice, Page } from '#web/components/index.tsx'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { secondFactor } from './second-factor.page.tsx'
import { removeSecondFactor, takeSecondFactor, wrongSecondFactor } from './second-factor.ts'
import { path, shownCodes } from './shown-codes.page.tsx'

export function SecondFactorIsOn({ codesLeft }: { codesLeft: number }) {
  return (
    <Page
      title="Double authentification"
      breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
    >
      <Notice kind="success" title="Elle est active">
        <p>{t('Un code de votre application est demandé à chaque connexion.')}</p>
        <p>
          {t('Codes de secours restants : {count}.', { count: codesLeft })}{' '}
          <a href={`${path}/nouveaux-codes`}>{t('En faire de nouveaux')}</a>
        </p>
      </Notice>
      <p>
        <a href={`${path}/desactiver`}>{t('La désactiver')}</a>
      </p>
    </Page>
  )
}

export const renewCodesPage = form(`${path}/nouveaux-codes`, {
  load: () => null,
  allow: signedIn,
  input: z.object({ code: secondFactor }),
  invalid: (_, { errors }) => (
    <Confirm
      title="De nouveaux codes de secours"
      lead="Les anciens ne serviront plus."
      action={`${path}/nouveaux-codes`}
      submit="Faire de nouveaux codes"
      errors={errors}
    />
  ),
  valid: async (_, { code }, context) => {
    const personId = getPersonId(context.actor)
    if (!(await takeSecondFactor(context, personId, code)))
      return refuse({ code: wrongSecondFactor })
    const codes = await replaceRecoveryCodes(context.db, personId, context.now)
    shownCodes.keep(context, { personId, codes })
    return seeOther(`${path}/codes`)
  },
})

export const turnOffPage = form(`${path}/desactiver`, {
  load: () => null,
  allow: signedIn,
  input: z.object({ code: secondFactor }),
  invalid: (_, { errors }) => (
    <Confirm
      title="Désactiver la double authentification"
      lead="Votre compte ne sera plus protégé que par son mot de passe."
      action={`${path}/desactiver`}
      submit="Désactiver"
      errors={errors}
    />
  ),
  valid: async (_, { code }, context) => {
    const { actor, db, now } = context
    const personId = getPersonId(actor)
    if (!(await takeSecondFactor(context, personId, code)))
      return refuse({ code: wrongSecondFactor })
    await removeSecondFactor(context, personId)
    await tellSecurityChange(db, personId, 'secondFactorOff', now)
    return seeOther('/espace/compte', 'La double authentification est désactivée.')
  },
})

interface ConfirmProps extends Pick<Submission<{ code: string }>, 'errors'> {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly submit: string
}

function Confirm({ title, lead, action, submit, errors }: ConfirmProps) {
  return (
    <Page
      title={title}
      lead={lead}
      errors={errors}
      breadcrumbs={[{ label: 'Double authentification', href: path }]}
    >
      <Form action={action} submit={submit} danger secondary={{ label: 'Annuler', href: path }}>
        <CodeField
          name="code"
          label="Code de votre application"
          hint="Ou l’un de vos codes de secours."
          error={errors.code}
        />
      </Form>
    </Page>
  )
}
