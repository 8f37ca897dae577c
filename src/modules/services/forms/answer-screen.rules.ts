/** One screen sent: what is then known, what is wrong with it, and where one goes next. */
import { t } from '#platform/i18n.ts'
import { listProblems } from '../procedures/check-form.rules.ts'
import { findLabel } from '../procedures/find-field.rules.ts'
import type { Answers, Definition, FormFacts, FormPage } from '../procedures/procedure.types.ts'
import { isText, listRows, walkForm } from '../procedures/visible.rules.ts'
import { listShownNames, nameInRow } from './field-names.rules.ts'
import { listShown, readAnswers, type Typed } from './read-answers.fields.ts'

interface Screen {
  readonly definition: Pick<Definition, 'pages'>
  readonly page: FormPage
  readonly stored: Answers
  readonly facts: FormFacts
}

export interface SentScreen {
  readonly answers: Answers
  /** Only of whoever goes on: a way back, or one line more, keeps what was typed as it is. */
  readonly errors: Readonly<Record<string, string>>
  /** The screen to show now, and the field to reach there; null for the last reading. */
  readonly next: { readonly page: string; readonly field?: string } | null
}

export function answerScreen(screen: Screen, typed: Typed): SentScreen {
  const { definition, page, stored, facts } = screen
  const answers = readAnswers(page.fields, typed, stored)
  if (typeof typed.ajouter === 'string') return addRow(page, answers, typed.ajouter)
  if (typeof typed.retirer === 'string') return removeRow(page, answers, typed.retirer)
  const codes = walkForm(definition, answers).pages.map((one) => one.page.code)
  const at = codes.indexOf(page.code)
  if (typed.aller === 'retour')
    return { answers, errors: {}, next: { page: codes[Math.max(0, at - 1)] ?? page.code } }
  const next = codes[at + 1]
  return {
    answers,
    errors: findErrors(definition, page, answers, facts, typed),
    next: next === undefined ? null : { page: next },
  }
}

function findErrors(
  definition: Pick<Definition, 'pages'>,
  page: FormPage,
  answers: Answers,
  facts: FormFacts,
  typed: Typed,
): Record<string, string> {
  const fresh = listFresh(definition, page, answers, typed)
  if (fresh.length > 0)
    return {
      form: t('Vos réponses appellent d’autres questions : {labels}. Répondez-y, puis continuez.', {
        labels: fresh.map((label) => `« ${label} »`).join(', '),
      }),
    }
  const problems = listProblems(definition, answers, facts).filter((one) => one.page === page.code)
  return Object.fromEntries(problems.map(({ field, message }) => [field, message]))
}

/** As the summary lists them: several questions may be wrong in the same words. */
export function nameErrors(
  definition: Pick<Definition, 'pages'>,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [
      name,
      name === 'form'
        ? message
        : t('« {question} » : {message}', {
            question: findLabel(definition, name),
            message: t(message),
          }),
    ]),
  )
}

/** What these answers ask that the page did not show yet: a page without scripts shows it now. */
function listFresh(
  definition: Pick<Definition, 'pages'>,
  page: FormPage,
  answers: Answers,
  typed: Typed,
): string[] {
  const { pages, seen } = walkForm(definition, answers)
  const visible = pages.find((one) => one.page.code === page.code)?.fields ?? []
  const shown = listShown(typed)
  const names = listShownNames(visible, seen).filter((name) => !shown.has(name))
  const labels = names.map((name) => findLabel(definition, name))
  return [...new Set(labels)]
}

function addRow(page: FormPage, answers: Answers, code: string): SentScreen {
  const block = page.fields.find((field) => field.code === code)
  if (block?.type !== 'block') return { answers, errors: {}, next: { page: page.code } }
  const rows = listRows(answers[code])
  const first = block.fields[0]?.code ?? ''
  return {
    answers: { ...answers, [code]: rows.length < block.max ? [...rows, {}] : rows },
    errors: {},
    next: { page: page.code, field: nameInRow(code, rows.length, first) },
  }
}

function removeRow(page: FormPage, answers: Answers, name: string): SentScreen {
  const [code = '', number] = name.split('.')
  const next = { page: page.code, field: code }
  const block = page.fields.find((field) => field.code === code)
  if (!block || isText(block) || block.type !== 'block') return { answers, errors: {}, next }
  const rows = listRows(answers[code]).filter((_, index) => index !== Number(number) - 1)
  return { answers: { ...answers, [code]: rows }, errors: {}, next }
}
