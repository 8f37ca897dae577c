/** Asks and hides questions as answers change, by the same rules as the server. Without it, the server does so when the screen is sent. */
import type { Answer, Answers, Field, SimpleField } from '../procedures/procedure.types.ts'
import { isText, listOffered, walkForm } from '../procedures/visible.rules.ts'
import type { EmbeddedScreen } from './embedded-screen.rules.ts'
import { listShownNames, nameInRow, rowsName } from './field-names.rules.ts'

const page = { code: 'screen', label: '' }

for (const mark of document.querySelectorAll<HTMLInputElement>('input[data-form]')) {
  const { form } = mark
  if (!form) continue
  const screen = JSON.parse(mark.dataset.form ?? '') as EmbeddedScreen
  form.addEventListener('input', () => follow(form, mark, screen))
  follow(form, mark, screen)
}

/** A question that appears may hold an answer that was typed before it was hidden: it then counts, and may show others. */
function follow(form: HTMLFormElement, mark: HTMLInputElement, screen: EmbeddedScreen): void {
  for (let turn = 0; turn <= screen.fields.length; turn += 1) {
    const { fields, before } = screen
    const answers = { ...before, ...readAll(new FormData(form), fields) }
    const { pages, seen } = walkForm({ pages: [toPage(before), { ...page, fields }] }, answers)
    const visible = pages.find((one) => one.page.code === page.code)?.fields ?? []
    const names = listShownNames(visible, seen)
    offer(form, fields, seen)
    mark.value = names.join(',')
    const shown = new Set([...names, ...visible.map(({ code }) => code)])
    if (!show(form, shown)) return
  }
}

/** Earlier answers, as the questions of a screen before this one. */
function toPage(before: Answers) {
  const fields = Object.keys(before).map((code) => ({ code, label: '', type: 'text' }) as Field)
  return { code: 'before', label: '', fields }
}

/** True when something appeared or went. */
function show(form: HTMLFormElement, shown: ReadonlySet<string>): boolean {
  let isChanged = false
  for (const frame of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-field]')) {
    const isHidden = !shown.has(frame.dataset.field ?? '')
    isChanged ||= frame.hidden !== isHidden
    frame.hidden = isHidden
    frame.disabled = isHidden
  }
  return isChanged
}

/** The answers that another answer calls for. */
function offer(form: HTMLFormElement, fields: readonly Field[], seen: Answers): void {
  for (const field of fields) {
    const select = form.querySelector<HTMLSelectElement>(`select[name="${field.code}"]`)
    if (field.type !== 'dependentChoice' || !select) continue
    const offered = listOffered(field, seen)
    const now = [...select.options].slice(1).map(({ value }) => value)
    if (now.join('|') === offered.map(({ value }) => value).join('|')) continue
    const { value: chosen } = select
    select.length = 1
    for (const { value, label } of offered) select.add(new Option(label, value))
    select.value = offered.some(({ value }) => value === chosen) ? chosen : ''
  }
}

function readAll(sent: FormData, fields: readonly Field[]): Answers {
  const read = fields.flatMap((field): [string, Answer][] => {
    if (isText(field)) return []
    if (field.type !== 'block') return [[field.code, readOne(sent, field, field.code)]]
    const rows = Array.from({ length: Number(sent.get(rowsName(field.code)) ?? 0) }, (_, index) =>
      Object.fromEntries(
        field.fields.map((inner) => [
          inner.code,
          readOne(sent, inner, nameInRow(field.code, index, inner.code)),
        ]),
      ),
    )
    return [[field.code, rows]]
  })
  return Object.fromEntries(read)
}

/** As much of an answer as a condition can read. */
function readOne(sent: FormData, { type }: SimpleField, name: string): Answer {
  const values = sent.getAll(name).map(String)
  const [value = ''] = values
  switch (type) {
    case 'yesNo':
      return value === '' ? null : value === 'yes'
    case 'multipleChoice':
      return values
    case 'number':
    case 'money': {
      const digits = value.replace(/\s/g, '')
      return /^-?\d{1,15}$/.test(digits) ? Number(digits) : value
    }
    case 'date':
      return value.replace(/^(\d\d)[/.](\d\d)[/.](\d{4})$/, '$3-$2-$1')
    default:
      return value || readParts(sent, name)
  }
}

/** Any part of it answered is an answer. */
function readParts(sent: FormData, name: string): Answer {
  for (const [part, value] of sent)
    if (part.startsWith(`${name}.`) && typeof value === 'string' && value !== '') return value
  return null
}
