/** What everybody may take away of the national figures: budgets, maturity, plans, connection, as the page shows them. */
import { toDay } from '#platform/format.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable } from '#platform/tables/published-table.ts'
import { loadOverview } from './load-overview.ts'
import { listFigures } from './overview-tables.ts'

interface Published {
  readonly figure: string
  readonly line: string
  readonly value: string
  readonly unit: string
  readonly amount: number | null
}

const units = { decimal: 'de 0 à 5', percent: '%', money: 'FCFA', number: 'nombre' } as const

export const publishedFigures = publishTable<Published>({
  columns: {
    tableau: column.text(
      'Tableau de la page ; son détail est /planification/{tableau}.csv.',
      ({ figure }) => figure,
    ),
    ligne: column.text('Année, catégorie de communes ou axe.', ({ line }) => line),
    valeur: column.text('Ce qui est compté.', ({ value }) => value),
    unite: column.text('Unité : %, FCFA, nombre, ou niveau de 0 à 5.', ({ unit }) => unit),
    nombre: column.decimal(
      'Le chiffre ; vide quand rien ne permet de le dire.',
      'voir « unite »',
      ({ amount }) => amount,
    ),
  },
  idOf: ({ figure, line, value }) => `${figure}/${line}/${value}`,
  readRows: async function* ({ db }) {
    const thisYear = Number(toDay(new Date()).slice(0, 4))
    const overview = await loadOverview(db, { department: null, category: null }, thisYear)
    for (const { slug, columns, rows } of listFigures(overview))
      for (const [line, ...cells] of rows)
        for (const [at, cell] of cells.entries()) {
          const { label = '', kind = 'number' } = columns[at + 1] ?? {}
          yield {
            ...{ figure: slug, line: String(line), value: label, unit: units[kind] },
            amount: typeof cell === 'number' ? cell : null,
          }
        }
  },
})
