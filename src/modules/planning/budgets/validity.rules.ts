/** What may be used in the budget of a year: whatever was valid on one of its days at least. */

export interface Valid {
  readonly validFrom: string | null
  readonly validTo: string | null
}

export function isValidIn(year: number, { validFrom, validTo }: Valid): boolean {
  return (
    (validFrom === null || validFrom <= `${year}-12-31`) &&
    (validTo === null || validTo >= `${year}-01-01`)
  )
}
