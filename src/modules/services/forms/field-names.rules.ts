/** How fields are named in a form: by their code; in a block, « témoins.2.nom ». The server and the page's script both read them. */
import type { Answers, Block, Field } from '../procedures/procedure.types.ts'
import { isText, listRows, walkRow } from '../procedures/visible.rules.ts'

/** The names of the fields that the page showed: an unticked box sends nothing, and is not a field that was never there. */
export const shownName = 'shown'

export const rowsName = (block: string) => `${block}.rows`

export function nameInRow(block: string, index: number, code: string): string {
  return `${block}.${index + 1}.${code}`
}

/** The names of what is asked now. */
export function listShownNames(visible: readonly Field[], seen: Answers): string[] {
  return visible.flatMap((field) => {
    if (isText(field)) return []
    if (field.type !== 'block') return [field.code]
    const rows = listRowsToShow(field, seen).flatMap((row, index) =>
      walkRow(field, row, seen).fields.map(({ code }) => nameInRow(field.code, index, code)),
    )
    return [field.code, ...rows]
  })
}

/** A block shows the lines it must have even before anybody filled them. */
export function listRowsToShow(block: Block, seen: Answers): readonly Answers[] {
  const rows = listRows(seen[block.code])
  const missing = Math.max(0, block.min - rows.length)
  return [...rows, ...Array.from({ length: missing }, () => ({}))]
}
