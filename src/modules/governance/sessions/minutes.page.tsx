/** How the session opened and what it concluded: the two ends of its report. */

import { form, refuse, seeOther } from '#platform/web.ts'
import { Form, Hidden, Page, TextArea } from '#web/components/index.tsx'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { loadSession, sessionAddress, sessionBack } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { sessionPolicy } from './session.policy.ts'
import { MinutesInput } from './session.schema.ts'
import { saveMinutes } from './session-parts.actions.ts'

export const minutesPage = form(`${sessionsHome}/:sessionId/conclusions`, {
  load: loadSession,
  allow: (actor, { session }) => sessionPolicy.record(actor, session),
  input: MinutesInput,
  initial: ({ minutes }) => ({ ...minutes }),
  invalid: ({ session, minutes }, { values, errors }) => (
    <Page
      title="Ouverture et conclusions"
      lead="Le compte rendu les reprend, autour de ce qui s’est dit sous chaque point."
      errors={errors}
      breadcrumbs={[sessionBack(session)]}
    >
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: sessionAddress(session) }}>
        <Hidden name="version" value={String(minutes.version)} />
        <TextArea
          name="opening"
          label="Ouverture"
          value={values.opening}
          error={errors.opening}
          rows={6}
          required={false}
        />
        <TextArea
          name="conclusions"
          label="Conclusions"
          value={values.conclusions}
          error={errors.conclusions}
          rows={10}
          required={false}
        />
      </Form>
    </Page>
  ),
  valid: async ({ session }, values, context) => {
    if (!(await saveMinutes(context, session, values))) return refuse({ form: changedMeanwhile })
    return seeOther(sessionAddress(session), 'L’ouverture et les conclusions sont enregistrées.')
  },
})
