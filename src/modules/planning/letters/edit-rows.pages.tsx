/** The tables of a letter: digital lines, ceilings, calendar; each a form of numbered rows that works without scripts. */
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { letterPolicy } from './letter.policy.ts'
import { getFullLetter } from './letter.queries.ts'
import type { FullLetter, Letter, LetterLine } from './letter.schema.ts'
import { ceilingTable, dateTable, lineTable, type RowTable } from './letter-rows.fields.ts'
import { CeilingFields, DateFields, LineFields } from './letter-rows.view.tsx'
import { letterAddress } from './move-letter.pages.tsx'
import { RowsForm, type RowView } from './rows-form.view.tsx'
import { changedMeanwhile, claimVersion, refreshSections } from './save-letter.ts'
import { insertCeilings, insertDates, insertLines } from './write-rows.ts'

type Parsed = Readonly<Record<string, unknown>>
type Problems = Readonly<Record<string, string>>

interface RowsPage {
  readonly path: 'lignes' | 'plafonds' | 'calendrier'
  readonly title: string
  readonly lead: string
  readonly rowName: string
  // biome-ignore lint/suspicious/noExplicitAny: each page knows the fields of its own table
  readonly table: RowTable<any>
  readonly rowsOf: (full: FullLetter) => readonly Parsed[]
  readonly Fields: RowView
  readonly check: (parsed: Parsed) => Problems
  readonly write: (context: Context, full: FullLetter, parsed: Parsed) => Promise<void>
  readonly done: string
}

const newRows = 3

function rowsPage(parts: RowsPage) {
  return form(`/espace/lettres-de-cadrage/:letterId/${parts.path}`, {
    load: ({ letterId }: { letterId: string }, { db }: Context) => getFullLetter(db, letterId),
    allow: (actor, { letter }) => letterPolicy.edit(actor, letter),
    input: parts.table.input,
    initial: (full) => ({
      ...parts.table.fill(parts.rowsOf(full)),
      version: full.letter.version,
    }),
    invalid: (full, submission) => <EditRows parts={parts} full={full} {...submission} />,
    valid: async (full, input, context) => {
      const problems = parts.check(input)
      if (Object.keys(problems).length > 0) return refuse({ ...problems })
      const { letter } = full
      if (!(await claimVersion(context, letter, input.version)))
        return refuse({ form: changedMeanwhile })
      await parts.write(context, full, input)
      await refreshSections(context, letter)
      return seeOther(letterAddress(letter), parts.done)
    },
  })
}

type Props = Submission<Record<string, unknown> & { version: number }> & {
  readonly parts: RowsPage
  readonly full: FullLetter
}

function EditRows({ parts, full, values, errors }: Props) {
  const { letter } = full
  const known = parts.rowsOf(full).length
  return (
    <RowsForm
      title={parts.title}
      lead={parts.lead}
      rowName={parts.rowName}
      address={`${letterAddress(letter)}/${parts.path}`}
      back={{ href: letterAddress(letter), label: letter.reference }}
      count={Math.min(known + newRows, parts.table.most)}
      known={known}
      most={parts.table.most}
      Fields={parts.Fields}
      context={{ departments: full.ceilings.map(({ department }) => department) }}
      values={values as Parsed}
      errors={errors as Problems}
    />
  )
}

async function replaceRows(
  { db }: Context,
  table: 'planning.letterLine' | 'planning.letterCeiling' | 'planning.letterDate',
  { id }: Letter,
): Promise<void> {
  await db.deleteFrom(table).where('letterId', '=', id).execute()
}

const linesPage = rowsPage({
  path: 'lignes',
  title: 'Les lignes numériques',
  lead: 'Une ligne par dépense, sous son nom, avec sa raison. Videz le nom d’une ligne pour la retirer.',
  rowName: 'Ligne',
  table: lineTable,
  rowsOf: ({ lines }) => lines as unknown as Parsed[],
  Fields: LineFields,
  check: (parsed) =>
    Object.fromEntries(
      lineTable
        .read(parsed)
        .filter(({ amount }) => amount === null || amount === 0)
        .map(({ row }) => [`amount${row}`, 'Indiquez le montant de cette ligne']),
    ),
  write: async (context, { letter, lines }, parsed) => {
    await replaceRows(context, 'planning.letterLine', letter)
    const rows = lineTable.read(parsed).map(({ row, amount, ...line }) => ({
      ...(line as Omit<LetterLine, 'amount' | 'planActionId' | 'budgetLineId'>),
      amount: amount ?? 0,
      planActionId: lines[row - 1]?.planActionId ?? null,
      budgetLineId: lines[row - 1]?.budgetLineId ?? null,
    }))
    await insertLines(context.db, letter, rows)
  },
  done: 'Les lignes sont enregistrées.',
})

const ceilingsPage = rowsPage({
  path: 'plafonds',
  title: 'Les plafonds par service',
  lead: 'Ce que chaque service ne dépasse pas. Sans montant, aucun plafond. Videz le nom d’un service pour le retirer.',
  rowName: 'Service',
  table: ceilingTable,
  rowsOf: ({ ceilings }) => ceilings as unknown as Parsed[],
  Fields: CeilingFields,
  check: (parsed) => {
    const seen = new Set<string>()
    const twice = ceilingTable.read(parsed).filter(({ department }) => {
      const isKnown = seen.has(department)
      seen.add(department)
      return isKnown
    })
    return Object.fromEntries(
      twice.map(({ row }) => [`department${row}`, 'Ce service est déjà nommé plus haut']),
    )
  },
  write: async (context, { letter }, parsed) => {
    await replaceRows(context, 'planning.letterCeiling', letter)
    await insertCeilings(context.db, letter, ceilingTable.read(parsed))
  },
  done: 'Les plafonds sont enregistrés.',
})

const datesPage = rowsPage({
  path: 'calendrier',
  title: 'Le calendrier',
  lead: 'Les dates du modèle de l’association, à adapter. Videz le nom d’une étape pour la retirer.',
  rowName: 'Étape',
  table: dateTable,
  rowsOf: ({ dates }) => dates as unknown as Parsed[],
  Fields: DateFields,
  check: (parsed) =>
    Object.fromEntries(
      dateTable
        .read(parsed)
        .filter(({ dueOn }) => dueOn === null)
        .map(({ row }) => [`dueOn${row}`, 'Indiquez la date de cette étape']),
    ),
  write: async (context, { letter }, parsed) => {
    await replaceRows(context, 'planning.letterDate', letter)
    const rows = dateTable.read(parsed).map(({ row: _, dueOn, ...date }) => ({
      ...date,
      dueOn: dueOn ?? '',
    }))
    await insertDates(context.db, letter, rows)
  },
  done: 'Le calendrier est enregistré.',
})

export const editRowsPages = [linesPage, ceilingsPage, datesPage]
