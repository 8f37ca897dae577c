/** Changing one's password, or choosing a first one. */
import { z } from 'zod'
import { signedIn } from '#platform/policy.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, PasswordField } from '#web/components/index.tsx'
import { rememberDevice } from '../sessions/device.ts'
import { exchangeSession } from '../sessions/session.ts'
import { loadSelf } from './account.page.tsx'
import { confirmPassword, currentPassword, wrongPassword } from './confirm-password.ts'
import { findPasswordFault, newPassword, passwordHint } from './password.rules.ts'
import { replacePassword } from './person.actions.ts'

const path = '/espace/compte/mot-de-passe'

const NewPassword = z.object({ actuel: currentPassword, nouveau: newPassword })

export const changePasswordPage = form(path, {
  load: loadSelf,
  allow: signedIn,
  input: NewPassword,
  invalid: (person, submission) => (
    <ChangePasswordForm hasPassword={person.passwordHash !== null} {...submission} />
  ),
  valid: async (person, { actuel, nouveau }, context) => {
    if (!(await confirmPassword(context, person, actuel))) return refuse({ actuel: wrongPassword })
    const fault = findPasswordFault(nouveau, person)
    if (fault) return refuse({ nouveau: fault })
    await replacePassword(context, person.id, nouveau, context.session?.id ?? null)
    await exchangeSession(context)
    await rememberDevice(context, person.id)
    const text = 'Votre mot de passe est changé. Vos autres sessions sont fermées.'
    return seeOther('/espace/compte', text)
  },
})

function ChangePasswordForm({
  hasPassword,
  errors,
}: Submission<z.infer<typeof NewPassword>> & { hasPassword: boolean }) {
  return (
    <Page
      title={hasPassword ? 'Changer de mot de passe' : 'Choisir un mot de passe'}
      errors={errors}
      breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
    >
      <Form action={path} submit="Changer de mot de passe">
        {hasPassword && (
          <PasswordField name="actuel" label="Mot de passe actuel" error={errors.actuel} />
        )}
        <PasswordField
          name="nouveau"
          label="Nouveau mot de passe"
          hint={passwordHint}
          error={errors.nouveau}
          autocomplete="new-password"
        />
      </Form>
    </Page>
  )
}
