/** Where a commune opens the draft of a call from its published need. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Notice, Page, RadioGroup } from '#web/components/index.tsx'
import { mechanismDefinitions } from '../mechanisms/mechanism-definitions.ts'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { startCall } from './call.actions.ts'
import { listCallsOfNeed } from './call.queries.ts'
import { type Call, callMechanisms } from './call.schema.ts'

const Start = z.object({ mechanism: fields.choice(callMechanisms, 'Choisissez un mécanisme') })

interface Shown {
  readonly need: Need
  readonly calls: readonly Call[]
}

export const startCallPage = form('/espace/besoins/:needId/appeler', {
  load: async ({ needId }, { db }: Context): Promise<Shown> => ({
    need: await getNeed(db, needId),
    calls: await listCallsOfNeed(db, needId),
  }),
  allow: (actor, { need }) => needPolicy.contact(actor, need),
  input: Start,
  initial: (_, { query }) => ({ mechanism: query.mecanisme ?? 'call' }),
  invalid: (shown, submission) => <StartCall {...shown} {...submission} />,
  valid: async ({ need }, { mechanism }, context) => {
    const call = await startCall(context, need, mechanism)
    return seeOther(
      `/espace/appels/${call.id}/etapes/object`,
      'Le brouillon reprend votre besoin : relisez chaque étape.',
    )
  },
})

function StartCall({ need, calls, values, errors }: Shown & Submission<z.infer<typeof Start>>) {
  const back = `/espace/besoins/${need.id}`
  return (
    <Page
      title="Préparer un appel"
      errors={errors}
      breadcrumbs={[{ label: need.title, href: back }]}
    >
      {calls.length > 0 && (
        <Notice kind="info" title="Déjà préparé pour ce besoin">
          <ul>
            {calls.map(({ id, title, reference }) => (
              <li key={id}>
                <a
                  href={`/espace/appels/${id}`}
                >{`${title || t('Appel sans titre')} ${reference ?? ''}`}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        action={`${back}/appeler`}
        submit="Préparer l’appel"
        secondary={{ label: 'Annuler', href: back }}
      >
        <RadioGroup
          name="mechanism"
          label="Quel mécanisme ?"
          options={callMechanisms.map((value) => ({
            value,
            label: mechanismDefinitions[value].title,
            hint: mechanismDefinitions[value].suits,
          }))}
          value={values.mechanism}
          error={errors.mechanism}
        />
      </Form>
    </Page>
  )
}
