/** Numbers of indicators as people write them in French: spaces between thousands, a comma before decimals. */

/** Null when nothing was written, undefined when it is not a number. */
export function readMeasure(text: string): number | null | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (compact === '') return null
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(compact) ? Number(compact) : undefined
}

export function writeMeasure(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',')
}
