/** Who asks, as their answers say it: what the agents' list and the duplicates are found by. */
import { listFields } from '../procedures/find-field.rules.ts'
import type { Answers, Definition, Prefill } from '../procedures/procedure.types.ts'

export interface Applicant {
  readonly applicantName: string | null
  readonly applicantPhone: string | null
  readonly applicantEmail: string | null
}

/** The answers to the questions that could have been filled in from an account. */
export function findApplicant(definition: Pick<Definition, 'pages'>, seen: Answers): Applicant {
  const find = (prefill: Prefill) => {
    const field = listFields(definition).find(
      (one) => 'prefill' in one && one.prefill === prefill && typeof seen[one.code] === 'string',
    )
    return field ? String(seen[field.code]).slice(0, 200) || null : null
  }
  return {
    applicantName: find('name'),
    applicantPhone: find('phone'),
    applicantEmail: find('email'),
  }
}

export interface KnownPerson {
  readonly fullName: string
  readonly phone: string | null
  readonly email: string | null
}

/** What need not be typed again by whoever has an account. */
export function prefillAnswers(
  definition: Pick<Definition, 'pages'>,
  { fullName, phone, email }: KnownPerson,
): Answers {
  const known = { name: fullName, phone, email }
  return Object.fromEntries(
    listFields(definition).flatMap((field) => {
      const answer = 'prefill' in field && field.prefill ? known[field.prefill] : null
      return answer ? [[field.code, answer]] : []
    }),
  )
}
