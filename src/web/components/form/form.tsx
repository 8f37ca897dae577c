import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'
import { Actions, Button, ButtonLink } from '../button/button.tsx'
import { Hidden } from '../hidden/hidden.tsx'
import { Island } from '../island/island.tsx'

interface FormProps {
  /** The page itself when left out. */
  action?: string
  submit: string
  children?: ComponentChildren
  multipart?: boolean
  secondary?: { label: string; href: string }
  danger?: boolean
  /** Where what is typed is saved as it goes. */
  autosave?: string
  /** Adds a button « Enregistrer le brouillon », sent as _draft=on. */
  draft?: boolean
  /** Another way to leave the form, with what was typed. */
  other?: { label: string; name: string; value: string }
  /** True where buttons stand among the fields: Enter still presses the main one. */
  hasInnerButtons?: boolean
}

export function Form(props: FormProps) {
  const { action, children, multipart, autosave } = props
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-guard
      data-autosave={autosave}
    >
      <FormProof />
      {props.hasInnerButtons && (
        <button type="submit" class="hide" tabIndex={-1} aria-hidden="true" />
      )}
      {children}
      <FormButtons {...props} />
      {autosave && <p class="saved" role="status" {...savedTexts()} />}
      {autosave && <Island name="autosave.js" />}
      <Island name="form-guard.js" />
    </form>
  )
}

function FormButtons({ submit, secondary, danger, draft, other }: FormProps) {
  return (
    <Actions>
      <Button kind={danger ? 'danger' : 'primary'}>{submit}</Button>
      {draft && (
        <Button kind="quiet" name="_draft" value="on">
          Enregistrer le brouillon
        </Button>
      )}
      {other && (
        <Button kind="quiet" name={other.name} value={other.value}>
          {other.label}
        </Button>
      )}
      {secondary && (
        <ButtonLink kind="quiet" href={secondary.href}>
          {secondary.label}
        </ButtonLink>
      )}
    </Actions>
  )
}

const savedTexts = () => ({
  'data-saved': t('Enregistré à'),
  'data-except': t('sauf une réponse à corriger :'),
  'data-offline': t('Pas de réseau : nouvel essai bientôt. Gardez cette page ouverte.'),
  'data-refused': t('L’enregistrement automatique n’a pas abouti. Utilisez le bouton.'),
})

/** What proves that the form is ours, and that it acts once. */
export function FormProof() {
  const view = useView()
  return (
    <>
      <Hidden name="_csrf" value={view.csrfToken()} />
      <Hidden name="_key" value={view.idempotencyKey()} />
    </>
  )
}

interface GetFormProps {
  action: string
  submit?: string
  children: ComponentChildren
}

/** A search: its answer has an address that can be kept and shared. */
export function GetForm({ action, submit, children }: GetFormProps) {
  return (
    <search>
      <form action={action} noValidate>
        {children}
        {submit && (
          <Actions>
            <Button>{submit}</Button>
          </Actions>
        )}
      </form>
    </search>
  )
}
