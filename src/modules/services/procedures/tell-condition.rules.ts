/** A condition in words: « Vous êtes » est « Une entreprise ». */
import { formatDate, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { findLabel, listFields } from './find-field.rules.ts'
import type { Condition, Definition, Field } from './procedure.types.ts'

type Form = Pick<Definition, 'pages'>

export function tellCondition(definition: Form, condition: Condition): string {
  switch (condition.op) {
    case 'all':
      return joinWith(definition, condition.of, t('et'))
    case 'any':
      return joinWith(definition, condition.of, t('ou'))
    case 'not':
      return t('sauf si {condition}', { condition: tellCondition(definition, condition.of) })
    default:
      return tellComparison(definition, condition)
  }
}

function joinWith(definition: Form, parts: readonly Condition[], word: string): string {
  return parts
    .map((part) => {
      const told = tellCondition(definition, part)
      return part.op === 'all' || part.op === 'any' ? `(${told})` : told
    })
    .join(` ${word} `)
}

function tellComparison(
  definition: Form,
  condition: Extract<Condition, { field: string }>,
): string {
  const question = findLabel(definition, condition.field)
  switch (condition.op) {
    case 'answered':
      return t('« {question} » a une réponse', { question })
    case 'is':
      return condition.value
        ? t('« {question} » est « Oui »', { question })
        : t('« {question} » est « Non »', { question })
    case 'chosen':
      return t('« {question} » est {answers}', {
        question,
        answers: tellValues(definition, condition.field, condition.values),
      })
    case 'atLeast':
      return t('« {question} » vaut {value} au moins', {
        question,
        value: formatNumber(condition.value),
      })
    case 'atMost':
      return t('« {question} » vaut {value} au plus', {
        question,
        value: formatNumber(condition.value),
      })
    case 'before':
      return t('« {question} » est avant le {day}', { question, day: formatDate(condition.day) })
    case 'after':
      return t('« {question} » est après le {day}', { question, day: formatDate(condition.day) })
  }
}

function tellValues(definition: Form, code: string, values: readonly string[]): string {
  const field = listFields(definition).find((one) => one.code === code)
  const choices = field ? listChoices(field) : []
  const label = (value: string) => choices.find((one) => one.value === value)?.label ?? value
  return values.map((value) => `« ${label(value)} »`).join(` ${t('ou')} `)
}

/** What a question offers, whatever it depends on. */
export function listChoices(field: Field) {
  if (field.type === 'choice' || field.type === 'multipleChoice') return field.choices
  return field.type === 'dependentChoice' ? Object.values(field.choices).flat() : []
}
