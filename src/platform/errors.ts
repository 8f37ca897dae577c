/** The refusals that are thrown, mapped to pages in one place. All else that fails is a defect. */

/** The object does not exist, or this person may not even know of it. */
export class NotFound extends Error {
  readonly statusCode = 404
}

/** The object is known to this person, but this act is not theirs. */
export class Forbidden extends Error {
  readonly statusCode = 403
}

/** The act was possible when the page was shown and no longer is; the message says what to do. */
export class Conflict extends Error {
  readonly statusCode = 409
}

/** The row, or NotFound. */
export function orNotFound<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new NotFound()
  return row
}

/** Tried too often; the page says to wait. */
export class TooMany extends Error {
  readonly statusCode = 429
}
