/** A call that nobody answered: why, and the three ways on. */

import { z } from 'zod'
import { addDays } from '#platform/days.rules.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  type Context,
  fields,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  DateTimeField,
  Form,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { loadTimeLimits } from '../calls/call.actions.ts'
import { callPolicy } from '../calls/call.policy.ts'
import { getCall, readClock } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { loadCall } from '../calls/move-call.pages.tsx'
import { askWhy, extendCall, isUnanswered, listSilences, rewordCall } from './rescue.actions.ts'
import { type SilenceCause, silenceLabels } from './silence.schema.ts'

interface Unanswered {
  readonly call: Call
  readonly isEmpty: boolean
  readonly silences: readonly { readonly cause: SilenceCause; readonly comment: string }[]
}

async function loadUnanswered(
  { callId }: { callId: string },
  context: Context,
): Promise<Unanswered> {
  const call = await getCall(context.db, callId)
  const isEmpty = await isUnanswered(context, call)
  return { call, isEmpty, silences: await listSilences(context, callId) }
}

const unansweredPage = page('/espace/appels/:callId/sans-reponse', {
  load: loadUnanswered,
  allow: (actor, { call }) => callPolicy.follow(actor, call),
  view: (unanswered, { actor }) => (
    <UnansweredCall
      {...unanswered}
      mayAct={callPolicy.declareUnsuccessful(actor, unanswered.call)}
    />
  ),
})

function UnansweredCall({ call, isEmpty, silences, mayAct }: Unanswered & { mayAct: boolean }) {
  const base = `/espace/appels/${call.id}`
  return (
    <Page
      title="Personne n’a répondu"
      kicker={call.reference ?? ''}
      breadcrumbs={[{ label: call.title, href: base }]}
    >
      {isEmpty ? (
        <p>
          {t(
            'La date limite est passée sans proposition. Avant de renoncer, demandez pourquoi : une exigence de trop ou un délai court suffisent souvent.',
          )}
        </p>
      ) : (
        <p>{t('Cet appel n’est pas, ou n’est plus, sans réponse.')}</p>
      )}
      {silences.length > 0 && <Silences silences={silences} />}
      {isEmpty && mayAct && (
        <Actions>
          <ActionButton
            action={`${base}/demander-pourquoi`}
            label="Demander pourquoi aux startups"
            kind="primary"
          />
          <ButtonLink kind="quiet" href={`${base}/prolonger`}>
            Prolonger
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/reformuler`}>
            Reformuler
          </ButtonLink>
          <ButtonLink kind="quiet" href={`/espace/besoins/${call.needId}/mecanisme`}>
            Choisir un autre mécanisme
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

function Silences({ silences }: Pick<Unanswered, 'silences'>) {
  return (
    <section>
      <h2>{t('Les raisons données')}</h2>
      <ul>
        {silences.map(({ cause, comment }, index) => (
          <li key={index}>
            <b>{t(silenceLabels[cause])}</b>
            {comment && ` — ${comment}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const askWhyAction = action('/espace/appels/:callId/demander-pourquoi', {
  load: loadUnanswered,
  allow: (actor, { call }) => callPolicy.declareUnsuccessful(actor, call),
  input: z.object({}),
  back: ({ call }) => `/espace/appels/${call.id}/sans-reponse`,
  act: async ({ call, isEmpty }, _, context) => {
    if (!isEmpty) return refuse({ form: 'Cet appel n’est pas sans réponse.' })
    const count = await askWhy(context, call)
    return seeOther(
      `/espace/appels/${call.id}/sans-reponse`,
      t(
        '{count, plural, =0 {Aucune startup de l’annuaire ne correspond.} one {Une startup est interrogée.} other {# startups sont interrogées.}}',
        { count },
      ),
    )
  },
})

const Extension = z.object({
  deadline: fields.optionalMoment(),
  reason: fields.text({ min: 20, max: 2000, missing: 'Dites pourquoi l’appel est prolongé' }),
})

const extendPage = form('/espace/appels/:callId/prolonger', {
  load: loadUnanswered,
  allow: (actor, { call }) => callPolicy.declareUnsuccessful(actor, call),
  input: Extension,
  invalid: ({ call }, submission) => <ExtendCall call={call} {...submission} />,
  valid: async ({ call }, { deadline, reason }, context) => {
    const { lateChangeDays } = await loadTimeLimits(context.db, call, context.now)
    const earliest = addDays(await readClock(context.db), lateChangeDays)
    if (!deadline || deadline < earliest)
      return refuse({ deadline: `Laissez au moins ${lateChangeDays} jours pour répondre.` })
    await extendCall(context, call, { deadline, reason })
    return seeOther(
      `/appels/${call.reference}`,
      'L’appel est rouvert. Les startups qu’il concerne sont prévenues.',
    )
  },
})

function ExtendCall({
  call,
  values,
  errors,
}: Submission<z.infer<typeof Extension>> & { call: Call }) {
  const back = `/espace/appels/${call.id}/sans-reponse`
  return (
    <Page
      title="Prolonger l’appel"
      errors={errors}
      breadcrumbs={[{ label: call.title, href: back }]}
    >
      <Form
        action={`/espace/appels/${call.id}/prolonger`}
        submit="Prolonger"
        secondary={{ label: 'Annuler', href: back }}
      >
        <DateTimeField
          name="deadline"
          label="Nouvelle date limite"
          hint="Heure du Bénin."
          value={values.deadline}
          error={errors.deadline}
        />
        <TextArea
          name="reason"
          label="Pourquoi"
          hint="Public : c’est un additif."
          value={values.reason}
          error={errors.reason}
          rows={4}
        />
      </Form>
    </Page>
  )
}

const rewordPage = reasonForm('/espace/appels/:callId/reformuler', {
  load: loadCall,
  allow: callPolicy.declareUnsuccessful,
  back: (call) => ({ href: '/espace/appels', label: call.title }),
  title: 'Reformuler l’appel',
  label: 'Pourquoi l’appel est déclaré infructueux',
  hint: 'Public. Son contenu devient le brouillon d’un nouvel appel, à corriger avant de le publier.',
  done: 'L’appel est infructueux. Le brouillon du nouvel appel est ci-dessous.',
  act: (call, reason, context) => rewordCall(context, call, reason),
})

export const unansweredCallPages = [unansweredPage, askWhyAction, extendPage, rewordPage]
