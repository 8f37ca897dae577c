/** Where a member commune gives its opinion of the year, and where the lead closes the review. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  type Context,
  fields,
  form,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { Form, Hidden, Page, TextArea } from '#web/components/index.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { mayGiveNote, planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan } from './plan.schema.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { listReviews, type ReviewNote } from './review.queries.ts'
import { closeReview, saveNote } from './review-note.actions.ts'
import { reviewYearOf } from './review-round.rules.ts'

interface Reviewing {
  readonly full: FullPlan
  readonly year: number
  readonly own: ReviewNote | undefined
}

async function loadReviewing(
  { planId }: { planId: string },
  { db, actor, now }: Context,
): Promise<Reviewing> {
  const full = await getFullPlan(db, planId)
  const year = reviewYearOf(full.plan, toDay(now))
  const { notes } = await listReviews(db, planId)
  const communeId = actor.organisation?.id
  return {
    ...{ full, year },
    own: notes.find((note) => note.year === year && note.communeId === communeId),
  }
}

const listOf = ({ full }: Pick<Reviewing, 'full'>) => `${addressOf(full.plan)}/suivi`

const NoteInput = z.object({
  note: fields.text({ max: 4000, missing: 'Écrivez l’avis de votre commune' }),
  version: fields.version(),
})

const notePage = form('/espace/plan/:planId/suivi/avis', {
  load: loadReviewing,
  allow: (actor: Actor, { full }) => mayGiveNote(actor, full),
  input: NoteInput,
  initial: ({ own }) => ({ note: own?.note ?? '', version: String(own?.version ?? 0) }),
  invalid: (reviewing, submission) => <EditNote {...reviewing} {...submission} />,
  valid: async (reviewing, { note, version }, context) => {
    const { full, year } = reviewing
    if (!(await saveNote(context, full.plan.id, { year, note, version })))
      return refuse({ form: changedMeanwhile })
    return seeOther(listOf(reviewing), 'L’avis de votre commune est enregistré.')
  },
})

function EditNote({
  full,
  year,
  own,
  values,
  errors,
}: Reviewing & Submission<z.infer<typeof NoteInput>>) {
  const version = own?.version ?? 0
  return (
    <Page
      title={t('L’avis de votre commune sur l’année {year}', { year: String(year) })}
      errors={errors}
      breadcrumbs={crumbsOf(full.plan, '/suivi')}
    >
      <ChangedMeanwhile
        typedFrom={values.version}
        version={version}
        fields={[{ label: 'Avis', stored: own?.note ?? '', typed: values.note }]}
      />
      <Form
        submit="Enregistrer l’avis"
        secondary={{ label: 'Annuler', href: `${addressOf(full.plan)}/suivi` }}
      >
        <Hidden name="version" value={String(version)} />
        <TextArea
          name="note"
          label="Avis"
          hint="Ce que les actions partagées ont apporté chez vous, ce qui bloque, ce que vous demandez pour l’an prochain. Lu par les communes du plan et par l’association."
          value={values.note}
          error={errors.note}
          rows={8}
        />
      </Form>
    </Page>
  )
}

const closeReviewAction = action('/espace/plan/:planId/suivi/clore', {
  load: loadReviewing,
  allow: (actor: Actor, { full }) => planPolicy.review(actor, full.plan),
  input: z.object({}),
  back: listOf,
  act: async (reviewing, _, context) => {
    await closeReview(context, reviewing.full.plan.id, reviewing.year)
    return seeOther(listOf(reviewing), 'La revue de l’année est close.')
  },
})

export const reviewNotePages = [notePage, closeReviewAction]
