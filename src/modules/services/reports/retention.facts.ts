/** How long what a person told is kept. No text found says it: to be confirmed by the association. */
import reference from '#reference/report-retention.json' with { type: 'json' }

/** After the report ended: in days, for how to reach whoever told; in months, for the words and the exact place. */
export const reportRetention: { readonly contactDays: number; readonly months: number } = reference
