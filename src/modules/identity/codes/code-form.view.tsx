/** The form that takes a code back, the same wherever one was sent. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { fields, type Submission } from '#platform/web.ts'
import { CodeField, Form, Notice, Page } from '#web/components/index.tsx'
import { showAddress } from '../people/identifier.rules.ts'

export const codeField = fields.text({ max: 20, missing: 'Indiquez le code reçu' })

/** Said alike whether the account exists or not. */
export const sentIfKnown = (address: string) =>
  t('Si un compte existe pour {address}, un code vient de partir. Il arrive en une minute.', {
    address: showAddress(address),
  })

export const wrongCode =
  'Code incorrect ou expiré. Vérifiez-le, ou demandez-en un autre s’il a plus de dix minutes.'

interface Props extends Pick<Submission<{ code: string }>, 'errors'> {
  readonly title: string
  readonly action: string
  readonly submit: string
  /** What was sent where; null when nothing is awaited. */
  readonly intro: string | null
  /** Where another one is asked for. */
  readonly again: string
  readonly crumb: { label: string; href: string }
  readonly children?: ComponentChildren
}

export function CodeForm({ title, action, submit, intro, again, crumb, errors, children }: Props) {
  return (
    <Page title={title} errors={errors} breadcrumbs={[crumb]}>
      {intro === null ? (
        <Notice kind="warning" title="Aucun code n’est attendu">
          <p>{t('Le délai est passé, ou la demande a été faite depuis un autre appareil.')}</p>
        </Notice>
      ) : (
        <>
          <p>{intro}</p>
          <Form action={action} submit={submit}>
            <CodeField name="code" label="Code à six chiffres" error={errors.code} />
            {children}
          </Form>
        </>
      )}
      <p>
        <a href={again}>{t('Demander un autre code')}</a>
      </p>
    </Page>
  )
}
