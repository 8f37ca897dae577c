/** The answers a system sends, read as the form would have read them. What cannot be read stays as it came, and is refused by name. */
import { fields } from '#platform/web.ts'
import type {
  Answer,
  AnswerFile,
  Answers,
  Definition,
  Field,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { isText } from '../procedures/visible.rules.ts'

type Sent = Readonly<Record<string, unknown>>
export type SentFiles = ReadonlyMap<string, AnswerFile>

export interface ReadForm {
  readonly answers: Answers
  /** What the procedure does not ask, by the name it was sent under. */
  readonly unasked: readonly string[]
}

export function readForm(
  { pages }: Pick<Definition, 'pages'>,
  sent: Sent,
  files: SentFiles,
): ReadForm {
  return readFields(
    pages.flatMap((page) => page.fields),
    sent,
    files,
  )
}

function readFields(asked: readonly Field[], sent: Sent, files: SentFiles): ReadForm {
  const byCode = new Map(
    asked.filter((field) => !isText(field)).map((field) => [field.code, field]),
  )
  const answers: [string, Answer][] = []
  const unasked: string[] = []
  for (const [code, value] of Object.entries(sent)) {
    const field = byCode.get(code)
    if (!field || isText(field)) unasked.push(code)
    else if (field.type !== 'block') answers.push([code, readOne(field, value, files)])
    else {
      const rows = (Array.isArray(value) ? value : []).map((row) =>
        readFields(field.fields, isRecord(row) ? row : {}, files),
      )
      answers.push([code, rows.map((row) => row.answers)])
      unasked.push(
        ...rows.flatMap((row, at) => row.unasked.map((own) => `${code}.${at + 1}.${own}`)),
      )
    }
  }
  return { answers: Object.fromEntries(answers), unasked }
}

function readOne(field: SimpleField, value: unknown, files: SentFiles): Answer {
  const read = readers[field.type]
  if (read) return read(value, files)
  return isRecord(value) ? unreadable : (value as Answer)
}

/** In the place of an object where none is awaited: what looks like the mark of a file must never become one. */
const unreadable = '?'

type Reader = (value: unknown, files: SentFiles) => Answer

const readLine: Reader = (value) => {
  if (typeof value === 'string') return cleanText(value)
  return isRecord(value) ? unreadable : (value as Answer)
}

function readWith(parser: ReturnType<typeof fields.optionalPhone | typeof fields.optionalEmail>) {
  return (value: unknown): Answer => {
    const parsed = parser.safeParse(value)
    return parsed.success && parsed.data !== null ? parsed.data : readLine(value, new Map())
  }
}

const readFile: Reader = (value, files) => {
  const id = typeof value === 'string' ? (value.split('/').at(-1) ?? '') : ''
  return files.get(id) ?? unreadable
}

/** Of the others, a value of JSON is the answer itself. */
const readers: Partial<Readonly<Record<SimpleField['type'], Reader>>> = {
  text: readLine,
  longText: readLine,
  phone: readWith(fields.optionalPhone()),
  email: readWith(fields.optionalEmail()),
  file: readFile,
  photo: readFile,
  address: readParts({ arrondissement: '', quartier: '', details: '' }),
  signature: readParts({ name: '', stroke: null }),
  place: readParts({ landmark: '', latitude: null, longitude: null }),
}

/** Only the parts there are, texts cleaned; what was left out is empty. */
function readParts(empty: Readonly<Record<string, Answer>>): Reader {
  return (value, files) => {
    if (!isRecord(value)) return unreadable
    const parts = Object.entries(empty).map(([name, none]) => [
      name,
      value[name] === undefined ? none : readLine(value[name], files),
    ])
    return Object.fromEntries(parts) as Answer
  }
}

function isRecord(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

/** The documents that answers may name: in the form, or in a line of a block. */
export function listSentNames(sent: Sent): string[] {
  const rows = Object.values(sent).flatMap((value) => (Array.isArray(value) ? value : []))
  return [sent, ...rows.filter(isRecord)]
    .flatMap((one) => Object.values(one))
    .flatMap((value) => (typeof value === 'string' ? [value.split('/').at(-1) ?? ''] : []))
}
