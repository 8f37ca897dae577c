/** The tables of a letter as forms without scripts: numbered rows, a few of them empty; a row whose first field is emptied goes. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import { budgetSections } from './letter.schema.ts'

type Shape = Readonly<Record<string, z.ZodType>>
type Row<Fields extends Shape> = { readonly [Name in keyof Fields]: z.infer<Fields[Name]> }

/** title1, amount1, title2… parsed into rows. */
export interface RowTable<Fields extends Shape> {
  readonly input: z.ZodType<Record<string, unknown> & { version: number }>
  readonly read: (parsed: Readonly<Record<string, unknown>>) => Numbered<Row<Fields>>[]
  readonly fill: (
    rows: readonly Readonly<Record<string, unknown>>[],
  ) => Readonly<Record<string, unknown>>
  readonly most: number
}

/** A row that was filled in, with the number of its fields. */
export type Numbered<Filled> = Filled & { readonly row: number }

export function tableOf<Fields extends Shape>(
  shape: Fields,
  { first, most }: { first: keyof Fields & string; most: number },
): RowTable<Fields> {
  const numbers = Array.from({ length: most }, (_, index) => index + 1)
  const names = Object.keys(shape)
  const numbered = numbers.flatMap((row) =>
    names.map((name) => [`${name}${row}`, shape[name] as z.ZodType] as const),
  )
  const input = z.object({ version: fields.version(), ...Object.fromEntries(numbered) })
  return {
    most,
    input: input as unknown as RowTable<Fields>['input'],
    read: (parsed) =>
      numbers
        .filter((row) => parsed[`${first}${row}`])
        .map((row) => {
          const cells = names.map((name) => [name, parsed[`${name}${row}`]])
          return { ...Object.fromEntries(cells), row } as Numbered<Row<Fields>>
        }),
    fill: (rows) =>
      Object.fromEntries(
        rows.flatMap((row, index) => names.map((name) => [`${name}${index + 1}`, row[name] ?? ''])),
      ),
  }
}

const optionalSection = z.preprocess(
  (value) => (value === '' || value === undefined ? 'investment' : value),
  z.enum(budgetSections, 'Choisissez une section'),
)

export const lineTable = tableOf(
  {
    title: fields.optionalText(200),
    amount: fields.optionalMoney(),
    section: optionalSection,
    account: fields.optionalText(120),
    source: fields.optionalText(60),
    department: fields.optionalText(120),
    justification: fields.optionalText(1000),
  },
  { first: 'title', most: 40 },
)

export const ceilingTable = tableOf(
  {
    department: fields.optionalText(120),
    running: fields.optionalMoney(),
    investment: fields.optionalMoney(),
    note: fields.optionalText(300),
  },
  { first: 'department', most: 20 },
)

export const dateTable = tableOf(
  {
    title: fields.optionalText(200),
    dueOn: fields.optionalDay(),
    source: fields.optionalText(200),
    isConfirmed: fields.checkbox(),
  },
  { first: 'title', most: 12 },
)
