/** The last reading before a request is sent, or sent again completed. */
import { z } from 'zod'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import { ActionButton, Actions, Page } from '#web/components/index.tsx'
import { type FormWorld, loadReadingFacts } from '../forms/form-facts.queries.ts'
import { FormProblems, FormReading } from '../forms/form-reading.view.tsx'
import { FormSteps } from '../forms/form-screen.view.tsx'
import { Outcome } from '../forms/outcome.view.tsx'
import { keepVisible, listProblems } from '../procedures/check-form.rules.ts'
import type { Tariff } from '../procedures/decide.rules.ts'
import { requestCrumbs } from './answer-request.routes.tsx'
import {
  type Asked,
  isOpenToAnswers,
  loadAsked,
  mayAnswer,
  placesOf,
  requestPath,
} from './load-request.ts'
import { requestPolicy } from './request.policy.ts'
import {
  abandonDraft,
  completeRequest,
  submitRequest,
  withdrawRequest,
} from './submit-request.actions.ts'

interface Reading extends Asked {
  readonly world: FormWorld
  readonly tariffs: readonly Tariff[]
}

export const readRequestPage = page(`${requestPath}/relecture`, {
  load: async (params: { requestId: string }, context): Promise<Reading> => {
    const asked = await loadAsked(params, context)
    return { ...asked, ...(await loadReadingFacts(context, asked.request)) }
  },
  allow: mayAnswer,
  view: (reading, { now }) =>
    isOpenToAnswers(reading.request) ? (
      <ReadRequest {...reading} today={toDay(now)} />
    ) : (
      seeOther(placesOf(reading.request).href)
    ),
})

function ReadRequest(reading: Reading & { readonly today: string }) {
  const { request, definition, answers, commune, world, tariffs, base, today } = reading
  const screens = `${base}/ecrans`
  const problems = listProblems(definition, answers, world.facts)
  const isDraft = request.status === 'draft'
  return (
    <Page title={definition.title} kicker={commune.name} breadcrumbs={requestCrumbs(reading)}>
      <FormSteps definition={definition} answers={answers} base={screens} current={null} />
      <FormProblems definition={definition} problems={problems} base={screens} />
      <FormReading
        definition={definition}
        answers={answers}
        communes={world.communes}
        base={screens}
      />
      {isDraft && (
        <section class="part">
          <h2>{t('Ce qui suit')}</h2>
          <Outcome
            definition={definition}
            seen={keepVisible(definition, answers)}
            tariffs={tariffs}
            today={today}
          />
        </section>
      )}
      <Actions>
        {problems.length === 0 && (
          <ActionButton
            kind="primary"
            action={`${base}/${isDraft ? 'envoyer' : 'completer'}`}
            label={isDraft ? 'Envoyer ma demande' : 'Renvoyer ma demande'}
          />
        )}
        {isDraft && (
          <ActionButton
            action={`${base}/abandonner`}
            label="Abandonner"
            confirm="Vos réponses sont effacées. Rien n’a été envoyé."
          />
        )}
      </Actions>
    </Page>
  )
}

const back = ({ base }: Asked) => `${base}/relecture`
const load = (params: { requestId: string }, context: Context) => loadAsked(params, context)

export const submitRequestAction = action(`${requestPath}/envoyer`, {
  load,
  allow: mayAnswer,
  input: z.object({}),
  back,
  act: async ({ request }, _, context) => {
    await submitRequest(context, request.id)
    return seeOther(
      placesOf(request).href,
      request.requesterId === null
        ? 'La demande est reçue. Remettez le récépissé.'
        : 'Votre demande est envoyée. Gardez son numéro.',
    )
  },
})

export const completeRequestAction = action(`${requestPath}/completer`, {
  load,
  allow: (actor, { request }) => requestPolicy.complete(actor, request),
  input: z.object({}),
  back,
  act: async ({ request }, _, context) => {
    await completeRequest(context, request.id)
    return seeOther(placesOf(request).href, 'Votre demande est complétée. Le délai reprend.')
  },
})

export const withdrawRequestAction = action(`${requestPath}/retirer`, {
  load,
  allow: (actor, { request }) => requestPolicy.withdraw(actor, request),
  input: z.object({}),
  back: ({ request }) => placesOf(request).href,
  act: async ({ request }, _, context) => {
    await withdrawRequest(context, request.id)
    return seeOther(placesOf(request).href, 'Votre demande est retirée.')
  },
})

export const abandonDraftAction = action(`${requestPath}/abandonner`, {
  load,
  allow: mayAnswer,
  input: z.object({}),
  back,
  act: async ({ request }, _, context) => {
    await abandonDraft(context, request.id)
    return seeOther(placesOf(request).list, 'Votre saisie est effacée.')
  },
})
