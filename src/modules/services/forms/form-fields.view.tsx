/** The fields of one screen of a form. Those that earlier answers hide are there for the page's script, hidden and never sent. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { Button, FieldGroup, Fieldset, Hidden } from '#web/components/index.tsx'
import type { Answers, Block, Definition, Field, FormPage } from '../procedures/procedure.types.ts'
import { isText, walkForm, walkRow } from '../procedures/visible.rules.ts'
import { embedScreen, isConditional } from './embedded-screen.rules.ts'
import { FieldInput, type FormState } from './field-input.view.tsx'
import {
  listRowsToShow,
  listShownNames,
  nameInRow,
  rowsName,
  shownName,
} from './field-names.rules.ts'

interface Props {
  readonly definition: Pick<Definition, 'pages'>
  readonly page: FormPage
  readonly answers: Answers
  readonly state: FormState
}

export function FormFields({ definition, page, answers, state }: Props) {
  const { pages, seen } = walkForm(definition, answers)
  const visible = pages.find((one) => one.page.code === page.code)?.fields ?? []
  return (
    <>
      <input
        type="hidden"
        name={shownName}
        value={listShownNames(visible, seen).join(',')}
        data-form={isConditional(page) ? JSON.stringify(embedScreen(page, seen)) : undefined}
      />
      {page.fields.map((field) => (
        <MaybeShown
          key={field.code}
          name={field.code}
          field={field}
          isShown={visible.includes(field)}
        >
          <AnyField field={field} seen={seen} state={state} />
        </MaybeShown>
      ))}
    </>
  )
}

interface MaybeProps {
  readonly name: string
  readonly field: Field
  readonly isShown: boolean
  readonly children: ComponentChildren
}

/** What no condition can hide needs no frame. */
function MaybeShown({ name, field, isShown, children }: MaybeProps) {
  if (field.when === undefined && field.type !== 'dependentChoice') return <>{children}</>
  return (
    <fieldset class="bare" role="none" data-field={name} hidden={!isShown} disabled={!isShown}>
      {children}
    </fieldset>
  )
}

interface FieldProps<Kind extends Field> {
  readonly field: Kind
  readonly seen: Answers
  readonly state: FormState
}

function AnyField({ field, seen, state }: FieldProps<Field>) {
  if (isText(field)) return field.type === 'title' ? <h3>{field.label}</h3> : <p>{field.label}</p>
  if (field.type === 'block') return <BlockInput field={field} seen={seen} state={state} />
  return <FieldInput field={field} name={field.code} seen={seen} state={state} />
}

/** Every line sends its own names; a button adds or takes one away, and keeps the rest. */
function BlockInput({ field: block, seen, state }: FieldProps<Block>) {
  const { code, label, hint, min, max } = block
  const rows = listRowsToShow(block, seen)
  const error = state.errors[code]
  return (
    <FieldGroup
      name={code}
      label={label}
      required={min > 0}
      {...(hint && { hint })}
      {...(error && { error })}
    >
      <Hidden name={rowsName(code)} value={String(rows.length)} />
      {rows.map((row, index) => (
        <Fieldset key={index} legend={t('{label} : numéro {number}', { label, number: index + 1 })}>
          <RowFields block={block} row={row} index={index} seen={seen} state={state} />
          {rows.length > min && (
            <Button kind="quiet" name="retirer" value={`${code}.${index + 1}`}>
              {t('Retirer le numéro {number}', { number: index + 1 })}
            </Button>
          )}
        </Fieldset>
      ))}
      {rows.length < max && (
        <Button kind="quiet" name="ajouter" value={code}>
          {rows.length === 0 ? 'Ajouter' : 'Ajouter un autre'}
        </Button>
      )}
    </FieldGroup>
  )
}

interface RowProps extends Omit<FieldProps<Block>, 'field'> {
  readonly block: Block
  readonly row: Answers
  readonly index: number
}

function RowFields({ block, row, index, seen, state }: RowProps) {
  const shown = walkRow(block, row, seen)
  return (
    <>
      {block.fields.map((field) => {
        const name = nameInRow(block.code, index, field.code)
        return (
          <MaybeShown key={name} name={name} field={field} isShown={shown.fields.includes(field)}>
            <FieldInput field={field} name={name} seen={{ ...seen, ...shown.seen }} state={state} />
          </MaybeShown>
        )
      })}
    </>
  )
}
