/** How long what a citizen wrote is kept. No text found says it: to be confirmed by the association. */
import retentionReference from '#reference/request-retention.json' with { type: 'json' }

/** In months after the request is over; in days without a change, for a draft. */
export const retention: { readonly months: number; readonly draftDays: number } = retentionReference
