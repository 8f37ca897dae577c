/** Where the association changes what each criterion counts for, with a reason; earlier weights are kept. */

import { z } from 'zod'
import { recordAudit } from '#platform/audit.ts'
import type { Db } from '#platform/database.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, NumberField, Page, TextArea, Timeline } from '#web/components/index.tsx'
import { criteria } from './criteria.rules.ts'
import { findWeightsFault, type Weights } from './matching.weights.ts'
import { getWeights } from './ranking.queries.ts'

const weightField = fields.integer(0, 100)
const NewWeights = z.object({
  ...(Object.fromEntries(criteria.map(({ code }) => [code, weightField])) as Record<
    keyof Weights,
    typeof weightField
  >),
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez pourquoi' }),
})
type NewWeights = z.infer<typeof NewWeights>

const path = '/espace/classement'

interface Shown {
  readonly weights: Weights
  readonly versions: readonly { validFrom: Date; reason: string }[]
}

export const editWeightsPage = form(path, {
  load: async (_, { db, now }: Context): Promise<Shown> => ({
    weights: await getWeights(db, now),
    versions: await listVersions(db),
  }),
  allow: associationStaff,
  input: NewWeights,
  initial: ({ weights }) => weights,
  invalid: ({ versions }, submission) => <EditWeights versions={versions} {...submission} />,
  valid: async (_, { reason, ...weights }, { db, actor, now }) => {
    const fault = findWeightsFault(weights)
    if (fault) return refuse({ form: fault })
    const id = createId(now.getTime())
    await db
      .insertInto('collaboration.matchingWeights')
      .values({ id, validFrom: now, weights: JSON.stringify(weights), reason, setBy: actor.id })
      .execute()
    await recordAudit(
      db,
      {
        actor,
        organisationId: actor.organisation?.id ?? null,
        action: 'weights.set',
        subjectKind: 'weights',
        subjectId: id,
        details: weights,
      },
      now,
    )
    return seeOther('/aide/classement', 'Les nouveaux poids s’appliquent dès maintenant.')
  },
})

function listVersions(db: Db) {
  return db
    .selectFrom('collaboration.matchingWeights')
    .select(['validFrom', 'reason'])
    .orderBy('validFrom', 'desc')
    .limit(50)
    .execute()
}

function EditWeights({
  versions,
  values,
  errors,
}: Submission<NewWeights> & Pick<Shown, 'versions'>) {
  const typed = values as Readonly<Record<string, string | undefined>>
  const wrong = errors as Readonly<Record<string, string | undefined>>
  return (
    <Page
      title="Les poids du classement"
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Form action={path} submit="Appliquer ces poids">
        {criteria.map(({ code, label, explanation }) => (
          <NumberField
            key={code}
            name={code}
            label={label}
            hint={explanation}
            value={typed[code]}
            error={wrong[code]}
          />
        ))}
        <TextArea
          name="reason"
          label="Pourquoi ce changement"
          hint="Gardé avec la date, visible de l’association."
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
      </Form>
      {versions.length > 0 && (
        <>
          <h2>{t('Changements')}</h2>
          <Timeline
            events={versions.map(({ validFrom, reason }) => ({
              at: validFrom,
              title: formatDateTime(validFrom),
              text: reason,
            }))}
          />
        </>
      )}
    </Page>
  )
}
