/** Whether a condition holds. The server and the page's script run this same code, which imports nothing that runs. */
import type { Answer, Answers, Condition } from './procedure.types.ts'

export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null || answer === '') return false
  if (Array.isArray(answer)) return answer.length > 0
  if (typeof answer !== 'object') return true
  return Object.values(answer).some((part) => part !== null && part !== '')
}

/** `seen` holds the answers of visible fields only. */
export function holds(condition: Condition | undefined, seen: Answers): boolean {
  if (condition === undefined) return true
  switch (condition.op) {
    case 'all':
      return condition.of.every((one) => holds(one, seen))
    case 'any':
      return condition.of.some((one) => holds(one, seen))
    case 'not':
      return !holds(condition.of, seen)
    default:
      return holdsOf(condition, seen[condition.field])
  }
}

type Comparison = Extract<Condition, { field: string }>

/** Nothing but « not » holds of a question that was not answered. */
function holdsOf(condition: Comparison, answer: Answer | undefined): boolean {
  switch (condition.op) {
    case 'answered':
      return isAnswered(answer)
    case 'is':
      return answer === condition.value
    case 'chosen':
      return listChosen(answer).some((value) => condition.values.some((one) => one === value))
    case 'atLeast':
      return typeof answer === 'number' && answer >= condition.value
    case 'atMost':
      return typeof answer === 'number' && answer <= condition.value
    case 'before':
      return isDayText(answer) && answer < condition.day
    case 'after':
      return isDayText(answer) && answer > condition.day
  }
}

function listChosen(answer: Answer | undefined): readonly unknown[] {
  return Array.isArray(answer) ? answer : [answer]
}

function isDayText(answer: Answer | undefined): answer is string {
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer)
}

/** The fields that a condition reads, each once. */
export function listFieldsOf(condition: Condition | undefined): string[] {
  if (condition === undefined) return []
  switch (condition.op) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(listFieldsOf))]
    case 'not':
      return listFieldsOf(condition.of)
    default:
      return [condition.field]
  }
}
