/** Where a session proposes a recommendation, and where its words are rewritten until it is adopted. */
import type { Actor } from '#platform/actor.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  choicesOf,
  Form,
  Hidden,
  Page,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { changedMeanwhile } from '../sessions/changed-meanwhile.ts'
import { sessionPolicy } from '../sessions/session.policy.ts'
import { getSession } from '../sessions/session.queries.ts'
import { proposeRecommendation, saveRecommendation } from './recommendation.actions.ts'
import { addresseeLabels } from './recommendation.labels.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import { getRecommendation } from './recommendation.queries.ts'
import { type Wording, WordingInput } from './recommendation.schema.ts'
import { recommendationAddress, recommendationBack } from './recommendation-address.ts'

const proposePage = form('/espace/sessions/:sessionId/recommandations/nouvelle', {
  load: ({ sessionId }: { sessionId: string }, { db }: Context) => getSession(db, sessionId),
  allow: (actor: Actor, session) => sessionPolicy.record(actor, session),
  input: WordingInput,
  initial: () => ({ version: 0 }),
  invalid: ({ id, reference }, submission) => (
    <EditWording
      title="Proposer une recommandation"
      back={{ href: `/espace/sessions/${id}`, label: reference }}
      version={0}
      {...submission}
    />
  ),
  valid: async (session, wording, context) => {
    const proposed = await proposeRecommendation(context, session, wording)
    return seeOther(
      recommendationAddress(proposed),
      'La recommandation est proposée. Elle est adoptée avec le compte rendu de la session.',
    )
  },
})

const rewritePage = form('/espace/recommandations/:recommendationId/modifier', {
  load: ({ recommendationId }: { recommendationId: string }, { db }: Context) =>
    getRecommendation(db, recommendationId),
  allow: recommendationPolicy.rewrite,
  input: WordingInput,
  initial: (recommendation) => ({ ...recommendation }),
  invalid: (recommendation, submission) => (
    <EditWording
      title="Modifier la recommandation"
      back={recommendationBack(recommendation)}
      version={recommendation.version}
      {...submission}
    />
  ),
  valid: async (recommendation, wording, context) => {
    if (!(await saveRecommendation(context, recommendation, wording)))
      return refuse({ form: changedMeanwhile })
    return seeOther(recommendationAddress(recommendation), 'La recommandation est enregistrée.')
  },
})

type Props = Submission<Wording> & {
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly version: number
}

function EditWording({ title, back, version, values, errors }: Props) {
  return (
    <Page title={title} errors={errors} breadcrumbs={[back]}>
      <Form
        submit="Enregistrer la recommandation"
        secondary={{ label: 'Annuler', href: back.href }}
      >
        <Hidden name="version" value={String(version)} />
        <TextField
          name="title"
          label="Ce qui est recommandé"
          value={values.title}
          error={errors.title}
        />
        <TextArea
          name="body"
          label="Pourquoi, comment"
          value={values.body}
          error={errors.body}
          required={false}
        />
        <Select
          name="addressee"
          label="Adressée à"
          value={values.addressee}
          error={errors.addressee}
          options={choicesOf(addresseeLabels)}
        />
      </Form>
    </Page>
  )
}

export const editRecommendationPages = [proposePage, rewritePage]
