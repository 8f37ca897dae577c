/** Where a commune opens its plan: which template, for how long, with how much a year. */
import { getCommuneFacts } from '#modules/directory/index.ts'
import { afterOf } from '#platform/elision.rules.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { ButtonLink, Form, Notice, Page, RadioGroup } from '#web/components/index.tsx'
import { findLatestResult } from '../diagnosis/diagnosis.queries.ts'
import { FrameFields } from './frame-fields.view.tsx'
import { mayStartPlan } from './plan.policy.ts'
import type { TemplateCode } from './plan.schema.ts'
import { readEnvelopes, StartInput } from './plan-input.schema.ts'
import { startPlan } from './start-plan.action.ts'
import { getTemplate, planTemplates } from './template.facts.ts'

interface Start {
  readonly category: string
  readonly name: string
  readonly diagnosedAt: Date | null
}

export const startPlanPage = form('/espace/plan/nouveau', {
  load: async (_, { db, actor }: Context): Promise<Start> => {
    if (!mayStartPlan(actor, null)) return { category: 'ordinaire', name: '', diagnosedAt: null }
    const communeId = actor.organisation?.id ?? ''
    const { category } = await getCommuneFacts(db, communeId)
    const result = await findLatestResult(db, communeId)
    return {
      category,
      name: actor.organisation?.name ?? '',
      diagnosedAt: result?.confirmedAt ?? null,
    }
  },
  allow: (actor) => mayStartPlan(actor, null),
  input: StartInput,
  initial: ({ category, name }, { now }) => {
    const { years } = getTemplate(category)
    const firstYear = now.getUTCFullYear() + 1
    return {
      title: t('Schéma directeur du numérique {ofCommune}, {from}-{to}', {
        ...{ ofCommune: afterOf(name), from: String(firstYear), to: String(firstYear + years - 1) },
      }),
      template: category,
      firstYear: String(firstYear),
      years: String(years),
    }
  },
  invalid: (start, submission) => <StartPlan {...start} {...submission} />,
  valid: async (_, input, context) => {
    const envelopes = readEnvelopes(input)
    if (!Array.isArray(envelopes)) return refuse(envelopes)
    const { title, template, firstYear } = input
    const plan = await startPlan(context, {
      ...{ title, firstYear, yearlyEnvelopes: envelopes },
      template: template as TemplateCode,
    })
    return seeOther(
      `/espace/plan/${plan.id}`,
      'Le plan est dressé. Relisez chaque partie : tout se modifie.',
    )
  },
})

function StartPlan({
  category,
  diagnosedAt,
  values,
  errors,
}: Start & Submission<Parameters<typeof readEnvelopes>[0] & { template: string; title: string }>) {
  return (
    <Page
      title="Dresser un schéma directeur"
      errors={errors}
      breadcrumbs={[{ label: 'Schémas directeurs', href: '/espace/plan' }]}
    >
      {diagnosedAt === null ? (
        <>
          <Notice kind="warning" title="Le diagnostic d’abord">
            <p>{t('Le plan se dresse à partir d’un diagnostic confirmé par la direction.')}</p>
          </Notice>
          <ButtonLink href="/espace/diagnostic">Faire le diagnostic</ButtonLink>
        </>
      ) : (
        <>
          <p>
            {t(
              'Le plan part du diagnostic confirmé le {date}, de l’écart de connexion et de la bibliothèque d’actions.',
              { date: formatDate(diagnosedAt) },
            )}{' '}
            <a href="/schemas-directeurs/calendrier">{t('Comment le calendrier est calculé')}</a>
          </p>
          <Form submit="Dresser le plan" secondary={{ label: 'Annuler', href: '/espace/plan' }}>
            <RadioGroup
              name="template"
              label="Modèle"
              hint="Celui de la catégorie de votre commune est proposé."
              value={values.template ?? category}
              error={errors.template}
              options={planTemplates.map(({ code, name, summary }) => ({
                value: code,
                label: name,
                hint: summary,
              }))}
            />
            <FrameFields values={values} errors={errors} />
          </Form>
        </>
      )}
    </Page>
  )
}
