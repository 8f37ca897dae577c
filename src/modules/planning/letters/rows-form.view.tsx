/** A table as a form without scripts: the known rows open, the new ones folded below them. */
import type { ComponentType } from 'preact'
import { t } from '#platform/i18n.ts'
import { Details, Fieldset, Form, Hidden, Page } from '#web/components/index.tsx'

type Values = Readonly<Record<string, unknown>>
type Errors = Readonly<Record<string, string | undefined>>

/** What a row's fields may offer. */
export interface RowContext {
  readonly departments: readonly string[]
}

/** The name, the value and the error of one field of one row. */
export type FieldOf = (name: string) => {
  readonly name: string
  readonly value: string | undefined
  readonly error: string | undefined
}

export type RowView = ComponentType<{ readonly at: FieldOf; readonly context: RowContext }>

interface Props {
  readonly title: string
  readonly lead: string
  readonly rowName: string
  readonly address: string
  readonly back: { readonly href: string; readonly label: string }
  readonly count: number
  readonly known: number
  readonly most: number
  readonly Fields: RowView
  readonly context: RowContext
  readonly values: Values
  readonly errors: Errors
}

export function RowsForm(props: Props) {
  const { title, lead, address, back, count, known, most, values, errors } = props
  const typed = highestRow(values, most)
  const numbers = Array.from({ length: Math.max(count, typed) }, (_, index) => index + 1)
  return (
    <Page title={title} lead={lead} errors={errors} breadcrumbs={[back]}>
      <Form action={address} submit="Enregistrer" secondary={{ label: 'Annuler', href: back.href }}>
        <Hidden name="version" value={String(values.version ?? '')} />
        {numbers.map((row) => (
          <Row key={row} {...props} row={row} isOpen={row <= Math.max(known, typed, 1)} />
        ))}
      </Form>
      {count < most && <p class="soft">{t('Enregistrez pour obtenir d’autres lignes vides.')}</p>}
    </Page>
  )
}

/** Rows that came back with what was typed stay visible. */
function highestRow(values: Values, most: number): number {
  const filled = Object.entries(values)
    .filter(([name, value]) => /\d+$/.test(name) && typeof value === 'string' && value !== '')
    .map(([name]) => Number(/\d+$/.exec(name)?.[0]))
    .filter((row) => row <= most && isNamed(values, row))
  return Math.max(0, ...filled)
}

function isNamed(values: Values, row: number): boolean {
  return Boolean(values[`title${row}`] || values[`department${row}`])
}

function Row({
  row,
  isOpen,
  rowName,
  Fields,
  context,
  values,
  errors,
}: Props & { row: number; isOpen: boolean }) {
  const at: FieldOf = (name) => {
    const value = values[`${name}${row}`]
    const isShown = value !== undefined && value !== null
    return {
      name: `${name}${row}`,
      value: isShown ? String(value) : undefined,
      error: errors[`${name}${row}`],
    }
  }
  const legend = t('{name} {row}', { name: t(rowName), row })
  const inner = (
    <Fieldset legend={legend}>
      <Fields at={at} context={context} />
    </Fieldset>
  )
  if (isOpen) return inner
  return <Details summary={t('Ajouter : {title}', { title: legend })}>{inner}</Details>
}
