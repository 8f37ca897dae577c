/** Whether a procedure makes sense before it is published. A condition reads earlier fields only, so that none goes in a circle. */
import { t } from '#platform/i18n.ts'
import { actWords, listPlaceholders } from './act-words.rules.ts'
import { findLabel } from './find-field.rules.ts'
import type {
  Choice,
  Condition,
  Definition,
  Field,
  FieldType,
  SimpleField,
} from './procedure.types.ts'
import { isText } from './visible.rules.ts'

export interface DefinitionProblem {
  /** The code of the page or field; null for the procedure itself. */
  readonly at: string | null
  readonly message: string
}

/** What is asked before, and how people know what is asked after. */
interface Known {
  readonly before: ReadonlyMap<string, Field>
  label(code: string): string
}

export function checkDefinition(definition: Definition): DefinitionProblem[] {
  const { known, problems } = checkPages(definition)
  const hasQuestion = [...known.before.values()].some((field) => !isText(field))
  return [
    ...(hasQuestion ? [] : [{ at: null, message: 'La démarche ne pose aucune question' }]),
    ...checkCodes(definition),
    ...problems,
    ...checkFee(definition, known),
    ...definition.routing.exceptions.flatMap(({ when }) => checkCondition(when, known, null)),
    ...checkCondition(definition.timeLimit?.silence?.when, known, null),
    ...checkAct(definition, known),
  ]
}

function checkPages(definition: Definition): { known: Known; problems: DefinitionProblem[] } {
  const before = new Map<string, Field>()
  const known = { before, label: (code: string) => findLabel(definition, code) }
  const problems: DefinitionProblem[] = []
  for (const page of definition.pages) {
    problems.push(...checkCondition(page.when, known, page.code))
    if (page.fields.length === 0)
      problems.push({ at: page.code, message: 'Cette page ne contient rien' })
    for (const field of page.fields) {
      problems.push(...checkField(field, known))
      // The first of two that share a code is the one conditions read.
      if (!before.has(field.code)) before.set(field.code, field)
    }
  }
  return { known, problems }
}

/** Codes of pages, fields and fields of blocks are all different: an answer is found by its code alone. */
function checkCodes({ pages }: Definition): DefinitionProblem[] {
  const codes = pages.flatMap((page) => [
    page.code,
    ...page.fields.flatMap((field) => [
      field.code,
      ...(field.type === 'block' ? field.fields.map((inner) => inner.code) : []),
    ]),
  ])
  const twice = new Set(codes.filter((code, index) => codes.indexOf(code) < index))
  return [...twice].map((at) => ({
    at,
    message: t('Le code « {code} » sert deux fois', { code: at }),
  }))
}

function checkField(field: Field, known: Known): DefinitionProblem[] {
  const { code: at } = field
  const found = checkCondition(field.when, known, at)
  switch (field.type) {
    case 'block':
      return [...found, ...checkBlock(field, known)]
    case 'choice':
    case 'multipleChoice':
      return [...found, ...checkChoices(field.choices, at)]
    case 'dependentChoice':
      return [...found, ...checkDependent(field, known)]
    case 'number':
    case 'money':
      return (field.min ?? Number.NEGATIVE_INFINITY) > (field.max ?? Number.POSITIVE_INFINITY)
        ? [...found, { at, message: 'Le plus petit nombre permis dépasse le plus grand' }]
        : found
    default:
      return found
  }
}

function checkBlock(
  { code: at, fields, min, max }: Extract<Field, { type: 'block' }>,
  around: Known,
): DefinitionProblem[] {
  const before = new Map(around.before)
  const known = { ...around, before }
  const problems: DefinitionProblem[] = []
  if (fields.length === 0) problems.push({ at, message: 'Ce bloc ne pose aucune question' })
  if (min > max) problems.push({ at, message: 'Le nombre minimal dépasse le maximal' })
  for (const field of fields) {
    problems.push(...checkField(field, known))
    before.set(field.code, field)
  }
  return problems
}

function checkChoices(choices: readonly Choice[], at: string): DefinitionProblem[] {
  if (choices.length === 0) return [{ at, message: 'Proposez au moins une réponse' }]
  const isTwice = new Set(choices.map(({ value }) => value)).size < choices.length
  return isTwice ? [{ at, message: 'Deux réponses ont la même valeur' }] : []
}

function checkDependent(
  { code: at, dependsOn, choices }: Extract<SimpleField, { type: 'dependentChoice' }>,
  known: Known,
): DefinitionProblem[] {
  const parent = known.before.get(dependsOn)
  if (parent?.type !== 'choice')
    return [
      {
        at,
        message: t('« {code} » n’est pas un choix placé avant', { code: known.label(dependsOn) }),
      },
    ]
  const values = new Set(parent.choices.map(({ value }) => value))
  const strays = Object.keys(choices).filter((value) => !values.has(value))
  return [
    ...strays.map((value) => ({
      at,
      message: t('« {value} » n’est pas une réponse de « {code} »', { value, code: dependsOn }),
    })),
    ...(Object.keys(choices).length === 0
      ? [{ at, message: 'Proposez au moins une réponse' }]
      : Object.values(choices).flatMap((list) => checkChoices(list, at))),
  ]
}

/** The types of which each comparison can be true. */
const comparable: Readonly<Record<string, readonly FieldType[] | null>> = {
  answered: null,
  is: ['yesNo'],
  chosen: ['choice', 'multipleChoice', 'dependentChoice', 'commune'],
  atLeast: ['number', 'money'],
  atMost: ['number', 'money'],
  before: ['date'],
  after: ['date'],
}

function checkCondition(
  condition: Condition | undefined,
  known: Known,
  at: string | null,
): DefinitionProblem[] {
  if (condition === undefined) return []
  if (condition.op === 'not') return checkCondition(condition.of, known, at)
  if (!('field' in condition))
    return condition.of.length === 0
      ? [{ at, message: 'Une condition composée ne contient rien' }]
      : condition.of.flatMap((one) => checkCondition(one, known, at))
  const field = known.before.get(condition.field)
  if (!field || isText(field))
    return [
      {
        at,
        message: t('La condition lit « {field} », qui n’est pas une question placée avant', {
          field: known.label(condition.field),
        }),
      },
    ]
  const types = comparable[condition.op]
  if (types && !types.includes(field.type))
    return [
      {
        at,
        message: t('La condition sur « {field} » ne convient pas à ce type de question', {
          field: known.label(condition.field),
        }),
      },
    ]
  return condition.op === 'chosen' ? checkValues(condition.values, field, at) : []
}

function checkValues(
  values: readonly string[],
  field: Field,
  at: string | null,
): DefinitionProblem[] {
  const offered = listValues(field)
  if (offered === null) return []
  return values
    .filter((value) => !offered.includes(value))
    .map((value) => ({
      at,
      message: t('« {value} » n’est pas une réponse de « {code} »', { value, code: field.code }),
    }))
}

function listValues(field: Field): string[] | null {
  if (field.type === 'choice' || field.type === 'multipleChoice')
    return field.choices.map(({ value }) => value)
  if (field.type === 'dependentChoice')
    return Object.values(field.choices).flatMap((list) => list.map(({ value }) => value))
  return null
}

function checkFee({ fee }: Definition, known: Known): DefinitionProblem[] {
  if (fee.kind !== 'tariffs') return []
  if (fee.lines.length === 0)
    return [{ at: null, message: 'Indiquez au moins un tarif, ou que la démarche est gratuite' }]
  return fee.lines.flatMap(({ when, times }) => {
    const problems = checkCondition(when, known, null)
    const counted = times === undefined ? undefined : known.before.get(times)
    const isCounted = times === undefined || counted?.type === 'number' || counted?.type === 'block'
    return isCounted
      ? problems
      : [
          ...problems,
          {
            at: null,
            message: t('Le tarif se multiplie par « {code} », qui n’est pas un nombre', {
              code: times,
            }),
          },
        ]
  })
}

/** A model that names what is not asked would leave a gap in every act. */
function checkAct({ act }: Definition, known: Known): DefinitionProblem[] {
  const words = new Set<string>(actWords)
  const strays = listPlaceholders(act?.body ?? '').filter(
    (name) => !words.has(name) && !known.before.has(name),
  )
  return strays.map((name) => ({
    at: null,
    message: t('Le modèle d’acte nomme « {name} », qui n’est pas une question', { name }),
  }))
}
