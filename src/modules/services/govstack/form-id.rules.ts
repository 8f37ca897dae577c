/** A form is one revision of a procedure: its identifier says which. */

export function writeFormId(procedureId: string, number: number): string {
  return `${procedureId}.${number}`
}

export function readFormId(
  text: string,
): { readonly procedureId: string; readonly number: number } | undefined {
  const [, procedureId, number] = /^([0-9a-f-]{36})\.([1-9]\d{0,6})$/.exec(text) ?? []
  return procedureId && number ? { procedureId, number: Number(number) } : undefined
}
