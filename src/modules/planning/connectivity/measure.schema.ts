/** What the form of a measurement sends: typed by hand, or filled by the browser with the messages of its series. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import { optionalSpeed } from './decimal.fields.ts'

const message = z.preprocess((value) => value || '', z.string().max(500))

export const MeasureInput = z
  .object({
    linkId: z.preprocess((value) => value || null, z.string().max(40).nullable()),
    takenAt: fields.optionalMoment(),
    down: optionalSpeed(),
    up: optionalSpeed(),
    latency: fields.optionalInteger(1, 60_000),
    /** NDT7 messages; empty when the figures were typed. */
    download: message,
    upload: message,
    bytesUsed: fields.optionalInteger(0, 100_000_000),
  })
  .refine(({ down, download }) => download !== '' || down !== null, {
    path: ['down'],
    message: 'Indiquez le débit descendant',
  })
export type MeasureInput = z.infer<typeof MeasureInput>
