/** The lines of several objects, read at once, given back to each. */
export function groupBy<Row, Part = Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  toPart: (row: Row) => Part,
): Map<string, Part[]> {
  const groups = new Map<string, Part[]>()
  for (const row of rows) {
    const known = groups.get(keyOf(row))
    if (known) known.push(toPart(row))
    else groups.set(keyOf(row), [toPart(row)])
  }
  return groups
}
