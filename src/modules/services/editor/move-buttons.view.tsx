/** Up and down: two buttons, which work without scripts and with the keyboard. */
import { t } from '#platform/i18n.ts'
import { Button, FormProof, Hidden } from '#web/components/index.tsx'

interface Props {
  readonly base: string
  readonly element: { readonly code: string; readonly label: string }
  readonly isFirst: boolean
  readonly isLast: boolean
}

export function MoveButtons({ base, element, isFirst, isLast }: Props) {
  const { code, label } = element
  return (
    <form method="post" action={`${base}/deplacer`} noValidate class="moves">
      <FormProof />
      <Hidden name="element" value={code} />
      <Button kind="quiet" name="way" value="up" disabled={isFirst}>
        <span aria-hidden="true">↑</span>
        <span class="hide">{t('Monter « {label} »', { label })}</span>
      </Button>
      <Button kind="quiet" name="way" value="down" disabled={isLast}>
        <span aria-hidden="true">↓</span>
        <span class="hide">{t('Descendre « {label} »', { label })}</span>
      </Button>
    </form>
  )
}
