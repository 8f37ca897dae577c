/** A contact (« mise en relation ») of a commune with a startup about one solution for one need. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { ContactStatus } from './contact.workflow.ts'

export type Contact = Omit<Selectable<Tables['collaboration.contact']>, 'status'> & {
  readonly status: ContactStatus
}

const moment = fields.optionalMoment()

const reason = fields.text({
  min: 20,
  max: 2000,
  missing: 'Indiquez le motif : l’autre partie le recevra',
})

export const OpenContacts = z.object({
  solutions: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.uuid('Choisissez parmi les solutions proposées'))
      .min(1, 'Choisissez au moins une solution')
      .max(5, 'Choisissez cinq solutions au plus : chaque startup mérite une vraie lecture'),
  ),
  message: fields.text({
    min: 40,
    max: 4000,
    missing: 'Écrivez ce que vous attendez de la startup',
  }),
  date1: moment,
  date2: moment,
  date3: moment,
})

export const AcceptContact = z.object({
  message: fields.text({ max: 4000, missing: 'Répondez à la commune' }),
  chosenDate: fields.optionalText(40),
})

export const ScheduleContact = z.object({
  at: moment.refine((value): value is Date => value !== null, 'Indiquez un jour et une heure'),
  place: fields.text({ max: 300, missing: 'Indiquez le lieu, ou le lien de la visioconférence' }),
})

export const DeclineContact = z.object({ reason })
export const WithdrawContact = z.object({ reason })

export const RecordOutcome = z.object({
  outcome: fields.choice(['followUp', 'close'], 'Indiquez si vous donnez suite'),
  reason,
  next: fields.optionalText(1000),
})

export const WriteMessage = z.object({
  body: fields.text({ max: 4000, missing: 'Écrivez votre message' }),
})
