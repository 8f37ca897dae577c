/** What is still wrong with a whole form, or one page of it. Only what is visible is ever asked for. */
import { t } from '#platform/i18n.ts'
import { checkAnswer } from './answer.rules.ts'
import type { Answers, Block, Definition, FormFacts } from './procedure.types.ts'
import { isText, listRows, walkForm, walkRow } from './visible.rules.ts'

export interface FormProblem {
  readonly page: string
  /** The name of the field as the form writes it: « témoins.2.nom » in a block. */
  readonly field: string
  readonly message: string
}

export function listProblems(
  definition: Pick<Definition, 'pages'>,
  answers: Answers,
  facts: FormFacts,
): FormProblem[] {
  const { pages, seen } = walkForm(definition, answers)
  return pages.flatMap(({ page, fields }) =>
    fields.flatMap((field) => {
      if (isText(field)) return []
      if (field.type === 'block')
        return checkBlock(field, seen, facts).map((problem) => ({ page: page.code, ...problem }))
      const message = checkAnswer(field, seen[field.code], { facts, seen })
      return message === undefined ? [] : [{ page: page.code, field: field.code, message }]
    }),
  )
}

export function isComplete(
  definition: Pick<Definition, 'pages'>,
  answers: Answers,
  facts: FormFacts,
): boolean {
  return listProblems(definition, answers, facts).length === 0
}

/** The answers that count: those of visible fields. The rest was typed on a way not taken, and is not sent. */
export function keepVisible(definition: Pick<Definition, 'pages'>, answers: Answers): Answers {
  return walkForm(definition, answers).seen
}

function checkBlock(
  block: Block,
  seen: Answers,
  facts: FormFacts,
): Pick<FormProblem, 'field' | 'message'>[] {
  const rows = listRows(seen[block.code])
  const { code, min, max } = block
  if (rows.length < min)
    return [{ field: code, message: t('Remplissez-en {min} au moins', { min }) }]
  if (rows.length > max) return [{ field: code, message: t('Limitez-vous à {max}', { max }) }]
  return rows.flatMap((row, index) => {
    const { fields, seen: inRow } = walkRow(block, row, seen)
    const scope = { facts, seen: { ...seen, ...inRow } }
    return fields.flatMap((field) => {
      const message = checkAnswer(field, inRow[field.code], scope)
      return message === undefined ? [] : [{ field: `${code}.${index + 1}.${field.code}`, message }]
    })
  })
}
