/** What a person sees of a form, given what they have answered so far: the only place where that is decided. */
import { holds } from './condition.rules.ts'
import type {
  Answers,
  Block,
  Choice,
  Definition,
  Field,
  FormPage,
  SimpleField,
  Text,
} from './procedure.types.ts'

type DependentChoice = Extract<SimpleField, { type: 'dependentChoice' }>

/** What is only read, and holds no answer. */
export function isText(field: Field): field is Text {
  return field.type === 'title' || field.type === 'explanation'
}

export interface VisiblePage {
  readonly page: FormPage
  readonly fields: readonly Field[]
}

/** One walk in order: a condition reads earlier fields, and a hidden field tells later ones nothing. */
export function walkForm(
  { pages }: Pick<Definition, 'pages'>,
  answers: Answers,
): { readonly pages: readonly VisiblePage[]; readonly seen: Answers } {
  let seen: Answers = {}
  const visible: VisiblePage[] = []
  for (const page of pages) {
    if (!holds(page.when, seen)) continue
    const fields: Field[] = []
    for (const field of page.fields) {
      if (!isShown(field, seen)) continue
      fields.push(field)
      seen = { ...seen, ...pickAnswer(field, answers, seen) }
    }
    visible.push({ page, fields })
  }
  return { pages: visible.filter(({ fields }) => fields.length > 0), seen }
}

function pickAnswer(field: Field, answers: Answers, seen: Answers): Answers {
  if (isText(field)) return {}
  const answer = Object.hasOwn(answers, field.code) ? answers[field.code] : undefined
  if (answer === undefined) return {}
  if (field.type !== 'block') return { [field.code]: answer }
  return { [field.code]: listRows(answer).map((row) => walkRow(field, row, seen).seen) }
}

/** One line of a block; its conditions also read the fields that come before the block. */
export function walkRow(
  { fields }: Pick<Block, 'fields'>,
  row: Answers,
  around: Answers,
): { readonly fields: readonly SimpleField[]; readonly seen: Answers } {
  let seen: Answers = {}
  const shown: SimpleField[] = []
  for (const field of fields) {
    const scope = { ...around, ...seen }
    if (!isShown(field, scope)) continue
    shown.push(field)
    seen = { ...seen, ...pickAnswer(field, row, scope) }
  }
  return { fields: shown, seen }
}

function isShown(field: Field, scope: Answers): boolean {
  if (!holds(field.when, scope)) return false
  return field.type !== 'dependentChoice' || listOffered(field, scope).length > 0
}

/** What a dependent choice offers now. */
export function listOffered(
  { dependsOn, choices }: DependentChoice,
  scope: Answers,
): readonly Choice[] {
  const chosen = scope[dependsOn]
  return typeof chosen === 'string' && Object.hasOwn(choices, chosen) ? (choices[chosen] ?? []) : []
}

/** The lines of a block, whatever was stored in their place. */
export function listRows(answer: unknown): readonly Answers[] {
  if (!Array.isArray(answer)) return []
  return answer.filter((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
}
