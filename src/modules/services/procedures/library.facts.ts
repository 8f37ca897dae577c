/** Ready procedures that a commune adapts. What the service sheet already says is taken from it, not written again. */
import library from '#reference/procedures.json' with { type: 'json' }
import type { Sheet } from '../inventory/service.schema.ts'
import type { Definition, FormPage } from './procedure.types.ts'

interface Ready {
  readonly service: string
  readonly title: string
  readonly begins: keyof typeof library.begins
  readonly department: string
  readonly pages: readonly FormPage[]
}

const ready = library.rows as unknown as readonly Ready[]

/** The services for which there is one, in the order of their code. */
export function listReady(): Pick<Ready, 'service' | 'title'>[] {
  return ready.map(({ service, title }) => ({ service, title }))
}

type Told = Pick<
  Sheet,
  'serviceCode' | 'description' | 'outcome' | 'documents' | 'regulations' | 'delay' | 'delayDays'
>

/** The procedure as the library proposes it; undefined where it has none. The commune says what it costs. */
export function createFromLibrary(sheet: Told): Definition | undefined {
  const found = ready.find(({ service }) => service === sheet.serviceCode)
  if (!found) return undefined
  return {
    ...frame(sheet, found.title),
    pages: [
      library.begins[found.begins] as unknown as FormPage,
      ...found.pages,
      library.closing as unknown as FormPage,
    ],
    routing: { department: found.department, exceptions: [] },
  }
}

/** For a service the library has nothing for: whoever asks, whatever the commune will add, and the pledge at the end. */
export function createBlank(sheet: Told, title: string): Definition {
  return {
    ...frame(sheet, title),
    pages: [library.begins.person as unknown as FormPage, library.closing as unknown as FormPage],
    routing: { department: 'Secrétariat exécutif', exceptions: [] },
  }
}

/** What the sheet of the service already says. */
function frame(sheet: Told, title: string): Omit<Definition, 'pages' | 'routing'> {
  const { serviceCode, description, outcome, documents, regulations, delay, delayDays } = sheet
  return {
    ...{ title, serviceCode, summary: description, outcome, documents, regulations },
    steps: library.steps,
    fee: { kind: 'unknown' },
    act: library.act,
    timeLimit: delayDays ? { days: delayDays, source: delay?.source ?? null } : null,
  }
}
