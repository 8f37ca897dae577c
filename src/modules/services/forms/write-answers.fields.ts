/** Answers as the fields of a form show them again: the other way of read-answers. */
import { formatPhone } from '#platform/format.ts'
import type {
  Address,
  Answer,
  AnswerFile,
  Answers,
  Block,
  Field,
  Place,
  Signature,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { isText, listRows } from '../procedures/visible.rules.ts'
import { nameInRow, rowsName } from './field-names.rules.ts'

export type Shown = Readonly<Record<string, string | readonly string[]>>
/** The mark by which a file that was received comes back with the form. */
export type Seal = (file: AnswerFile) => string

export function writeAnswers(pageFields: readonly Field[], answers: Answers, seal: Seal): Shown {
  return Object.assign(
    {},
    ...pageFields.map((field) => {
      if (isText(field)) return {}
      const answer = answers[field.code]
      return field.type === 'block'
        ? writeRows(field, listRows(answer), seal)
        : writeOne(field, answer, field.code, seal)
    }),
  )
}

function writeRows(block: Block, rows: readonly Answers[], seal: Seal): Shown {
  const written = rows.flatMap((row, index) =>
    block.fields.map((field) =>
      writeOne(field, row[field.code], nameInRow(block.code, index, field.code), seal),
    ),
  )
  return Object.assign({ [rowsName(block.code)]: String(rows.length) }, ...written)
}

function writeOne(field: SimpleField, answer: Answer | undefined, name: string, seal: Seal): Shown {
  if (answer === undefined || answer === null) return {}
  const write = writers[field.type]
  if (write && typeof answer === 'object' && !Array.isArray(answer))
    return write(answer as never, name, seal)
  if (typeof answer === 'boolean') return { [name]: answer ? 'yes' : 'no' }
  if (Array.isArray(answer)) return { [name]: answer.map(String) }
  if (typeof answer === 'object') return {}
  return { [name]: field.type === 'phone' ? formatPhone(String(answer)) : String(answer) }
}

type Writer<Kept> = (answer: Kept, name: string, seal: Seal) => Shown

const writeFile: Writer<AnswerFile> = (file, name, seal) => ({
  [name]: file.name,
  [`${name}.kept`]: seal(file),
})

const writers: Partial<Record<SimpleField['type'], Writer<never>>> = {
  address: ({ arrondissement, quartier, details }: Address, name) => ({
    [`${name}.arrondissement`]: arrondissement,
    [`${name}.quartier`]: quartier,
    [`${name}.details`]: details,
  }),
  file: writeFile,
  photo: writeFile,
  signature: (signature: Signature, name) => ({
    [`${name}.name`]: signature.name,
    [`${name}.stroke`]: signature.stroke ?? '',
  }),
  place: ({ landmark, latitude, longitude }: Place, name) => ({
    [`${name}.landmark`]: landmark,
    [`${name}.latitude`]: writeDegrees(latitude),
    [`${name}.longitude`]: writeDegrees(longitude),
  }),
}

const writeDegrees = (degrees: Place['latitude']) =>
  degrees === null ? '' : String(degrees).replace('.', ',')
