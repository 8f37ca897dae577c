/** Complaints: until the standstill ends, once per startup; all are answered before the award becomes final. */
export type ComplaintStatus = 'filed' | 'upheld' | 'dismissed'

interface Standing {
  readonly status: string
  readonly standstillUntil: Date | null
}

export function takesComplaints({ status, standstillUntil }: Standing, now: Date): boolean {
  return status === 'awarded' && standstillUntil !== null && now < standstillUntil
}

export function areAllAnswered(complaints: readonly { readonly status: string }[]): boolean {
  return complaints.every(({ status }) => status !== 'filed')
}

export function isOneUpheld(complaints: readonly { readonly status: string }[]): boolean {
  return complaints.some(({ status }) => status === 'upheld')
}
