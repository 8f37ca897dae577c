/** An answer as a person reads it again: on the review page, in a request, on paper. */
import {
  formatDate,
  formatDecimal,
  formatMoney,
  formatNumber,
  formatPhone,
} from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { isDay } from '../procedures/answer.rules.ts'
import { isAnswered } from '../procedures/condition.rules.ts'
import type {
  Address,
  Answer,
  AnswerFile,
  Answers,
  Choice,
  Place,
  Signature,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { listOffered } from '../procedures/visible.rules.ts'

export interface Telling {
  /** The visible answers around it. */
  readonly seen: Answers
  readonly communes: readonly Choice[]
}

/** Null when nothing was answered; what could not be read is told as it was typed. */
export function tellAnswer(
  field: SimpleField,
  answer: Answer | undefined,
  { seen, communes }: Telling,
): string | null {
  if (answer === null || answer === undefined || !isAnswered(answer)) return null
  switch (field.type) {
    case 'number':
      return typeof answer === 'number' ? formatNumber(answer) : String(answer)
    case 'money':
      return typeof answer === 'number' ? formatMoney(answer) : String(answer)
    case 'date':
      return isDay(answer) ? formatDate(answer) : String(answer)
    case 'phone':
      return formatPhone(String(answer))
    case 'yesNo':
      return answer === true ? t('Oui') : t('Non')
    case 'choice':
      return nameChosen(field.choices, answer)
    case 'multipleChoice':
      return [answer]
        .flat()
        .map((one) => nameChosen(field.choices, one as Answer))
        .join(', ')
    case 'dependentChoice':
      return nameChosen(listOffered(field, seen), answer)
    case 'commune':
      return nameChosen(communes, answer)
    default:
      return typeof answer === 'object' ? tellParts(field.type, answer) : String(answer)
  }
}

function nameChosen(choices: readonly Choice[], answer: Answer): string {
  return choices.find(({ value }) => value === answer)?.label ?? String(answer)
}

function tellParts(type: SimpleField['type'], answer: object): string {
  switch (type) {
    case 'address': {
      const { quartier, arrondissement, details } = answer as Address
      return [quartier, arrondissement, details].filter(Boolean).join(', ')
    }
    case 'signature':
      return (answer as Signature).name
    case 'place':
      return tellPlace(answer as Place)
    default:
      return (answer as AnswerFile).name
  }
}

function tellPlace({ landmark, latitude, longitude }: Place): string {
  const degrees = [latitude, longitude].filter((one) => one !== null)
  if (degrees.length === 0) return landmark
  const point = degrees
    .map((one) => (typeof one === 'number' ? formatDecimal(one, 5) : one))
    .join(' ; ')
  return landmark === '' ? point : `${landmark} (${point})`
}
