/** What is saved of a form while it is typed: every answer that is valid, whatever the others are. */
import type { z } from 'zod'
import { toShownValues } from './typed-values.ts'

export interface ValidPart<Input> {
  /** The answers to save, as the form parses them; what is stored stays for the others. */
  readonly answers: Partial<Input>
  /** Why the others are not saved yet, field to message. */
  readonly errors: Readonly<Record<string, string>>
}

/** A faulty answer gives way to the stored one; two answers that contradict each other both do. */
export function parseValidPart<Input extends object>(
  schema: z.ZodType<Input>,
  typed: Readonly<Record<string, unknown>>,
  stored: object,
): ValidPart<Input> {
  const shown = toShownValues({ ...stored })
  const keepStored = (values: Readonly<Record<string, unknown>>, name: string) => ({
    ...values,
    [name]: shown[name] ?? '',
  })
  const errors: Record<string, string> = {}
  const faulty = new Set<string>()
  let values = typed
  for (;;) {
    const parsed = schema.safeParse(values)
    if (parsed.success) return { answers: omit(parsed.data, faulty), errors }
    const found = parsed.error.issues.map(
      ({ path, message }) => [String(path[0] ?? 'form'), message] as const,
    )
    for (const [name, message] of found) errors[name] ??= message
    const fresh = found.map(([name]) => name).filter((name) => !faulty.has(name))
    const next = fresh.length > 0 ? fresh : findOpponent(values)
    if (next.length === 0) return { answers: {}, errors }
    for (const name of next) {
      faulty.add(name)
      values = keepStored(values, name)
    }
  }

  /** The answer without which the rest holds together. */
  function findOpponent(current: Readonly<Record<string, unknown>>): string[] {
    const opponent = Object.keys(typed).find(
      (name) => !faulty.has(name) && schema.safeParse(keepStored(current, name)).success,
    )
    return opponent === undefined ? [] : [opponent]
  }
}

function omit<Input extends object>(answers: Input, names: ReadonlySet<string>): Partial<Input> {
  const kept = Object.entries(answers).filter(([name]) => !names.has(name))
  return Object.fromEntries(kept) as Partial<Input>
}
