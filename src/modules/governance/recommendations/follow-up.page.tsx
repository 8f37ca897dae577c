/** Where a session is told what became of what earlier sessions recommended. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, seeOther } from '#platform/web.ts'
import { EmptyState, Fieldset, Form, Page, TextArea } from '#web/components/index.tsx'
import { sessionPolicy } from '../sessions/session.policy.ts'
import { getSession } from '../sessions/session.queries.ts'
import type { Session } from '../sessions/session.schema.ts'
import { saveFollowUps } from './recommendation.actions.ts'
import { recommendationStatusLabels } from './recommendation.labels.ts'
import { type BoardLine, listOpenBefore, listTold } from './recommendation.queries.ts'

interface Telling {
  readonly session: Session
  readonly open: readonly BoardLine[]
  readonly told: ReadonlyMap<string, string>
}

/** One field for each open recommendation, named by its reference. */
const Input = z.record(z.string(), z.unknown())
const note = fields.optionalText(2000)

export const followUpPage = form('/espace/sessions/:sessionId/suites', {
  load: async ({ sessionId }: { sessionId: string }, { db }: Context): Promise<Telling> => ({
    session: await getSession(db, sessionId),
    open: await listOpenBefore(db, sessionId),
    told: new Map((await listTold(db, sessionId)).map((one) => [one.reference, one.note])),
  }),
  allow: (actor, { session }) => sessionPolicy.record(actor, session),
  input: Input,
  initial: ({ told }) => Object.fromEntries(told),
  invalid: (telling, { values }) => <TellFollowUps {...telling} values={values} />,
  valid: async ({ session, open }, input, context) => {
    const notes = open.map((recommendation) => ({
      recommendation,
      note: note.safeParse(input[recommendation.reference]).data ?? '',
    }))
    await saveFollowUps(context, session.id, notes)
    return seeOther(`/espace/sessions/${session.id}`, 'Les suites sont enregistrées.')
  },
})

type Props = Telling & { readonly values: Readonly<Record<string, unknown>> }

function TellFollowUps({ session, open, values }: Props) {
  const back = { href: `/espace/sessions/${session.id}`, label: session.reference }
  return (
    <Page
      title="Suites des recommandations"
      lead="Ce qui est dit à cette session de chaque recommandation encore ouverte. Le compte rendu le reprend."
      breadcrumbs={[back]}
    >
      {open.length === 0 ? (
        <EmptyState title="Aucune recommandation n’est ouverte" />
      ) : (
        <Form submit="Enregistrer les suites" secondary={{ label: 'Annuler', href: back.href }}>
          {open.map(({ id, reference, title, status }) => (
            <Fieldset key={id} legend={title}>
              <TextArea
                name={reference}
                label={t('{reference}, {status}', {
                  reference,
                  status: t(recommendationStatusLabels[status].label),
                })}
                value={String(values[reference] ?? '')}
                rows={3}
                required={false}
              />
            </Fieldset>
          ))}
        </Form>
      )}
    </Page>
  )
}
