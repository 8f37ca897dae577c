/** The forms that a passkey fills: hidden where scripts or passkeys are missing (see islands/passkey.ts). */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { Button, FormProof, Hidden } from '#web/components/index.tsx'

interface Props {
  readonly action: string
  /** Where the ceremony's options are asked for. */
  readonly options: string
  readonly ceremony: 'create' | 'get'
  readonly submit: string
  readonly children?: ComponentChildren
}

export function PasskeyForm({ action, options, ceremony, submit, children }: Props) {
  return (
    <form method="post" action={action} hidden data-passkey={ceremony} data-options={options}>
      <FormProof />
      <Hidden name="reponse" />
      {children}
      <Button kind="quiet">{submit}</Button>
      <p
        role="status"
        data-refused={t('La clé n’a pas été lue. Réessayez, ou prenez un autre moyen.')}
        data-offline={t('Pas de réseau : réessayez dans un instant.')}
      />
    </form>
  )
}

export function PasskeySignIn({ suite }: { suite: string }) {
  return (
    <PasskeyForm
      action="/connexion/cle"
      options="/connexion/cle/options"
      ceremony="get"
      submit="Se connecter avec une clé d’accès"
    >
      <Hidden name="suite" value={suite} />
    </PasskeyForm>
  )
}
