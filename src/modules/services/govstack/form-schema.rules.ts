/**
 * The questions of a procedure as one JSON Schema (2020-12): a question that does not count may not be answered, so that a condition
 * reads the same answers here as in the form.
 */
import type {
  Block,
  Condition,
  Definition,
  FormFacts,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { isText } from '../procedures/visible.rules.ts'
import { writeAnswer, writeChoices } from './answer-schema.rules.ts'
import { writeCondition } from './condition-schema.rules.ts'
import type { JsonSchema } from './json-schema.types.ts'

type KnownFacts = Pick<FormFacts, 'communes' | 'arrondissements' | 'npiDigits'>
type Question = SimpleField | Block

/** A question with everything its answer waits for: its own condition, and that of its screen. */
interface Placed {
  readonly field: Question
  readonly when: Condition | undefined
}

export function writeFormSchema(
  { title, pages }: Pick<Definition, 'title' | 'pages'>,
  facts: KnownFacts,
): JsonSchema {
  const placed = pages.flatMap((page) =>
    page.fields.flatMap((field) =>
      isText(field) ? [] : [{ field, when: joinConditions(page.when, field.when) }],
    ),
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...writeQuestions(placed, facts),
  }
}

function joinConditions(...conditions: (Condition | undefined)[]): Condition | undefined {
  const of = conditions.filter((one) => one !== undefined)
  return of.length > 1 ? { op: 'all', of } : of[0]
}

function writeQuestions(placed: readonly Placed[], facts: KnownFacts): JsonSchema {
  const known = new Set(placed.map(({ field }) => field.code))
  const rules = placed.flatMap((one) => writeRules(one, known))
  const always = placed.filter(({ field, when }) => isAlwaysAsked(field, when))
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      placed.map(({ field }) => [field.code, writeQuestion(field, facts)]),
    ),
    required: always.map(({ field }) => field.code),
    ...(rules.length > 0 && { allOf: rules }),
  }
}

function isAlwaysAsked(field: Question, when: Condition | undefined): boolean {
  return when === undefined && field.type !== 'dependentChoice' && mustAnswer(field)
}

function mustAnswer(field: Question): boolean {
  return field.type === 'block' ? field.min > 0 : field.isRequired
}

function writeQuestion(field: Question, facts: KnownFacts): JsonSchema {
  if (field.type === 'block') return writeBlock(field, facts)
  return field.type === 'dependentChoice' ? { title: field.label } : writeAnswer(field, facts)
}

function writeBlock({ label, fields, min, max }: Block, facts: KnownFacts): JsonSchema {
  const placed = fields.map((field) => ({ field, when: field.when }))
  const bounds = { type: 'array', minItems: min, maxItems: max }
  return { title: label, ...bounds, items: writeQuestions(placed, facts) }
}

function writeRules({ field, when }: Placed, known: ReadonlySet<string>): JsonSchema[] {
  if (field.type === 'dependentChoice') return writeDependent({ field, when }, known)
  if (when === undefined) return []
  const condition = writeCondition(when, known)
  if (condition === undefined) return []
  return [
    {
      if: condition,
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: mustAnswer(field) ? { required: [field.code] } : {},
      else: { properties: { [field.code]: false } },
    },
  ]
}

/** For each answer it may depend on, what is offered; where nothing is, nothing may be answered. */
function writeDependent(
  {
    field,
    when,
  }: { field: SimpleField & { type: 'dependentChoice' }; when: Condition | undefined },
  known: ReadonlySet<string>,
): JsonSchema[] {
  const { code, dependsOn, choices, isRequired } = field
  const offered = Object.entries(choices).filter(([, list]) => list.length > 0)
  const shown = joinConditions(when, {
    ...{ op: 'chosen', field: dependsOn, values: offered.map(([value]) => value) },
  })
  const condition = shown && writeCondition(shown, known)
  const each = offered.map(([value, list]) => ({
    if: { required: [dependsOn], properties: { [dependsOn]: { const: value } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { properties: { [code]: { oneOf: writeChoices(list) } } },
  }))
  if (condition === undefined) return each
  const rule = {
    if: condition,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: isRequired ? { required: [code] } : {},
    else: { properties: { [code]: false } },
  }
  return [rule, ...each]
}
