/** The text of an act, from its model and what was answered: « {askerName} » becomes the answer, « {reference} » the number. */
import { formatDate } from '#platform/format.ts'
import { tellAnswer } from '../forms/tell-answer.rules.ts'
import { type ActWord, placeholder } from '../procedures/act-words.rules.ts'
import { listFields } from '../procedures/find-field.rules.ts'
import type { Answers, Choice, Definition } from '../procedures/procedure.types.ts'
import { isText } from '../procedures/visible.rules.ts'

export interface ActFacts {
  readonly reference: string
  readonly commune: string
  readonly procedure: string
  readonly receivedOn: Date
  readonly today: string
}

/** Left to be written by hand: what was not answered, or is no longer known. */
export const gap = '…………'

export function fillAct(
  text: string,
  definition: Pick<Definition, 'pages'>,
  seen: Answers,
  { facts, communes }: { readonly facts: ActFacts; readonly communes: readonly Choice[] },
): string {
  const fields = new Map(listFields(definition).map((field) => [field.code, field]))
  const words: Readonly<Record<ActWord, string>> = {
    ...{ reference: facts.reference, commune: facts.commune, procedure: facts.procedure },
    receivedOn: formatDate(facts.receivedOn),
    today: formatDate(facts.today),
  }
  return text.replace(placeholder, (_, name: string) => {
    if (Object.hasOwn(words, name)) return words[name as ActWord]
    const field = fields.get(name)
    if (!field || isText(field) || field.type === 'block') return gap
    return tellAnswer(field, seen[name], { seen, communes }) ?? gap
  })
}
