/** How a recommendation is followed: who carries it, by when, by which figure; what proves it; the steps it takes. */
import { z } from 'zod'
import { action, type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  choicesOf,
  DateField,
  Form,
  Hidden,
  NumberField,
  Page,
  Select,
  TextArea,
  TextField,
  UrlField,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { changedMeanwhile } from '../sessions/changed-meanwhile.ts'
import { addEvidence, moveRecommendation, saveRecommendation } from './recommendation.actions.ts'
import { measureLabels } from './recommendation.labels.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import { getRecommendation } from './recommendation.queries.ts'
import {
  EvidenceInput,
  type Recommendation,
  type Terms,
  TermsInput,
} from './recommendation.schema.ts'
import type { RecommendationStep } from './recommendation.workflow.ts'
import { recommendationAddress, recommendationBack } from './recommendation-address.ts'

const path = '/espace/recommandations/:recommendationId'

const load = ({ recommendationId }: { recommendationId: string }, { db }: Context) =>
  getRecommendation(db, recommendationId)

const termsPage = form(`${path}/suivi`, {
  load,
  allow: recommendationPolicy.follow,
  input: TermsInput,
  initial: (recommendation) => ({ ...recommendation }),
  invalid: (recommendation, submission) => (
    <EditTerms recommendation={recommendation} {...submission} />
  ),
  valid: async (recommendation, terms, context) => {
    if (!(await saveRecommendation(context, recommendation, terms)))
      return refuse({ form: changedMeanwhile })
    return seeOther(recommendationAddress(recommendation), 'Le suivi est enregistré.')
  },
})

type TermsProps = Submission<Terms> & { readonly recommendation: Recommendation }

function EditTerms({ recommendation, values, errors }: TermsProps) {
  const back = recommendationBack(recommendation)
  return (
    <Page title="Suivre la recommandation" errors={errors} breadcrumbs={[back]}>
      <Form submit="Enregistrer le suivi" secondary={{ label: 'Annuler', href: back.href }}>
        <Hidden name="version" value={String(recommendation.version)} />
        <TextField
          name="owner"
          label="Portée par"
          hint="Une fonction ou une organisation, sans nom de personne."
          value={values.owner}
          error={errors.owner}
          required={false}
        />
        <DateField
          name="dueOn"
          label="Échéance"
          value={values.dueOn}
          error={errors.dueOn}
          required={false}
        />
        <TextField
          name="indicator"
          label="Indicateur"
          value={values.indicator}
          error={errors.indicator}
          required={false}
        />
        <MeasureFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function MeasureFields({ values, errors }: Submission<Terms>) {
  return (
    <>
      <Select
        name="measure"
        label="Chiffre de la plateforme"
        hint="Il est recompté à chaque lecture ou chaque nuit : personne ne le saisit."
        empty="Aucun"
        value={values.measure}
        error={errors.measure}
        options={choicesOf(measureLabels)}
        required={false}
      />
      <NumberField
        name="target"
        label="Cible"
        hint="Vide : tout ce sur quoi le chiffre se compte."
        value={values.target}
        error={errors.target}
        required={false}
      />
    </>
  )
}

const evidencePage = form(`${path}/preuves`, {
  load,
  allow: recommendationPolicy.prove,
  input: EvidenceInput,
  invalid: (recommendation, { values, errors }) => (
    <Page
      title="Ajouter une preuve"
      lead="Tout le monde la lit avec la recommandation. Elle ne se retire pas."
      errors={errors}
      breadcrumbs={[recommendationBack(recommendation)]}
    >
      <Form
        submit="Ajouter cette preuve"
        secondary={{ label: 'Annuler', href: recommendationAddress(recommendation) }}
      >
        <TextField
          name="title"
          label="Ce que cela montre"
          value={values.title}
          error={errors.title}
        />
        <TextArea
          name="body"
          label="En détail"
          value={values.body}
          error={errors.body}
          required={false}
        />
        <UrlField
          name="url"
          label="Où le lire"
          value={values.url}
          error={errors.url}
          required={false}
        />
      </Form>
    </Page>
  ),
  valid: async (recommendation, evidence, context) => {
    await addEvidence(context, recommendation, evidence)
    return seeOther(recommendationAddress(recommendation), 'La preuve est ajoutée.')
  },
})

function stepAction(part: string, step: RecommendationStep, done: string) {
  return action(`${path}/${part}`, {
    load,
    allow: recommendationPolicy[step],
    input: z.object({}),
    back: recommendationAddress,
    act: async (recommendation, _, context) => {
      await moveRecommendation(context, recommendation, step)
      return seeOther(recommendationAddress(recommendation), done)
    },
  })
}

function withReason(step: RecommendationStep) {
  return (recommendation: Recommendation, reason: string, context: Context) =>
    moveRecommendation(context, recommendation, step, reason)
}

const shared = { load, back: recommendationBack, label: 'Pourquoi' }

export const followRecommendationPages = [
  termsPage,
  evidencePage,
  stepAction('commencer', 'start', 'Le travail est engagé.'),
  stepAction('terminer', 'complete', 'La recommandation est faite.'),
  reasonForm(`${path}/abandonner`, {
    ...shared,
    allow: recommendationPolicy.drop,
    title: 'Abandonner la recommandation',
    hint: 'Elle reste au tableau, avec ce motif.',
    isDangerous: true,
    done: 'La recommandation est abandonnée.',
    act: withReason('drop'),
  }),
  reasonForm(`${path}/reprendre`, {
    ...shared,
    allow: recommendationPolicy.reopen,
    title: 'Reprendre la recommandation',
    hint: 'Elle repasse en cours, avec ce motif.',
    done: 'La recommandation est reprise.',
    act: withReason('reopen'),
  }),
  reasonForm(`${path}/retirer`, {
    ...shared,
    allow: recommendationPolicy.withdraw,
    title: 'Retirer la proposition',
    hint: 'La session ne la recommandera pas. L’association garde ce motif.',
    done: 'La proposition est retirée.',
    act: withReason('withdraw'),
  }),
]
