/** A field of a procedure, found by the name that a form or a condition gives it. */
import { listFieldsOf } from './condition.rules.ts'
import type { Definition, Field, FormPage } from './procedure.types.ts'

/** In order, those of blocks after their block. */
export function listFields({ pages }: Pick<Definition, 'pages'>): Field[] {
  return pages.flatMap(listPageFields)
}

export function listPageFields({ fields }: Pick<FormPage, 'fields'>): Field[] {
  return fields.flatMap((field): Field[] =>
    field.type === 'block' ? [field, ...field.fields] : [field],
  )
}

/** The code itself where no field has it; of « témoins.2.nom », the field « nom ». */
export function findLabel(definition: Pick<Definition, 'pages'>, name: string): string {
  const code = name.split('.').at(-1) ?? name
  return listFields(definition).find((field) => field.code === code)?.label ?? code
}

/** Fields that could not be taken out, or moved after, without breaking a condition. */
export function listDependents(definition: Pick<Definition, 'pages'>, code: string): string[] {
  const reads = (field: Field) =>
    listFieldsOf(field.when).includes(code) ||
    (field.type === 'dependentChoice' && field.dependsOn === code)
  return [
    ...definition.pages.filter(({ when }) => listFieldsOf(when).includes(code)),
    ...listFields(definition).filter(reads),
  ].map((element) => element.code)
}
