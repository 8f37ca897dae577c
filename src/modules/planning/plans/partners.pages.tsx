/** The communes of an intermunicipal plan: who is invited, for what share, what each answered. */
import { z } from 'zod'
import { listCommunes } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
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
  EmptyState,
  Form,
  NumberField,
  Page,
  Select,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { followNamed, loadNamedPlan, loadPlan, type NamedPlan } from './load-plan.ts'
import { answerInvitation, invitePartner, saveShares } from './partner.actions.ts'
import { partnerStatusLabels } from './plan.labels.ts'
import { mayAnswerInvitation, planPolicy } from './plan.policy.ts'
import type { FullPlan, PlanPartner } from './plan.schema.ts'
import { addressOf, crumbsOf, PlanFrame } from './plan-frame.view.tsx'

const listOf = ({ plan }: Pick<FullPlan, 'plan'>) => `${addressOf(plan)}/communes`
const mayShare = (actor: Actor, { plan }: Pick<FullPlan, 'plan'>) => planPolicy.share(actor, plan)

const partnersPage = page('/espace/plan/:planId/communes', {
  load: loadNamedPlan,
  allow: followNamed,
  view: (named, { actor }) => <Partners {...named} actor={actor} />,
})

function Partners({ full, names, actor }: NamedPlan & { actor: Actor }) {
  const { plan, partners } = full
  const kept = partners.filter(({ status }) => status !== 'declined')
  const total = kept.reduce((sum, { share }) => sum + share, 0)
  return (
    <PlanFrame
      plan={plan}
      tab="/communes"
      lead="Plusieurs communes peuvent porter ce plan ensemble : chacune paie sa part des actions partagées."
    >
      {mayAnswerInvitation(actor, full) && <AnswerButtons full={full} />}
      {partners.length === 0 ? (
        <EmptyState title="Un plan pour une seule commune">
          <p>{t('Invitez une commune pour partager des actions et leurs coûts.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Les communes du plan"
          isCaptionHidden
          columns={[
            { key: 'name', label: 'Commune' },
            { key: 'share', label: 'Part', numeric: true },
            { key: 'status', label: 'Réponse' },
          ]}
          rows={[
            ...partners.map((partner) => toRow(partner, names)),
            { name: t('Total, qui doit faire 100 %'), share: `${total} %`, status: '' },
          ]}
        />
      )}
      {mayShare(actor, full) && (
        <Actions>
          <ButtonLink href={`${listOf(full)}/inviter`}>Inviter une commune</ButtonLink>
          {partners.length > 0 && (
            <ButtonLink href={`${listOf(full)}/parts`} kind="quiet">
              Changer les parts
            </ButtonLink>
          )}
        </Actions>
      )}
    </PlanFrame>
  )
}

function AnswerButtons({ full }: { full: FullPlan }) {
  return (
    <Actions>
      <ActionButton
        action={`${listOf(full)}/accepter`}
        label="Accepter l’invitation"
        kind="primary"
        confirm="Votre commune partage les actions marquées « Partagée », à hauteur de sa part."
      />
      <ActionButton
        action={`${listOf(full)}/decliner`}
        label="Décliner"
        confirm="La commune qui porte le plan est prévenue."
      />
    </Actions>
  )
}

function toRow({ communeId, share, status }: PlanPartner, names: ReadonlyMap<string, string>) {
  const { label, tone } = partnerStatusLabels[status]
  return {
    name: names.get(communeId) ?? '',
    share: `${share} %`,
    status: <Tag tone={tone}>{label}</Tag>,
  }
}

const Invitation = z.object({
  communeId: z.uuid('Choisissez une commune'),
  share: fields.integer(1, 99),
})

const invitePage = form('/espace/plan/:planId/communes/inviter', {
  load: async (params: { planId: string }, context: Context) => ({
    full: await loadPlan(params, context),
    choices: await listCommunes(context.db),
  }),
  allow: (actor: Actor, { full }) => mayShare(actor, full),
  input: Invitation,
  initial: () => ({}),
  invalid: ({ full, choices }, { values, errors }) => (
    <Page
      title="Inviter une commune"
      errors={errors}
      breadcrumbs={crumbsOf(full.plan, '/communes')}
    >
      <Form submit="Inviter" secondary={{ label: 'Annuler', href: listOf(full) }}>
        <Select
          name="communeId"
          label="Commune"
          value={values.communeId}
          error={errors.communeId}
          options={choices
            .filter(({ id }) => id !== full.plan.communeId)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField
          name="share"
          label="Part proposée"
          hint="De ce que coûtent les actions partagées. La vôtre complète à 100 %."
          suffix="%"
          value={values.share}
          error={errors.share}
        />
      </Form>
    </Page>
  ),
  valid: async ({ full, choices }, { communeId, share }, context) => {
    if (!choices.some(({ id }) => id === communeId))
      return refuse({ communeId: 'Choisissez une commune' })
    await invitePartner(context, full.plan, communeId, share)
    return seeOther(listOf(full), 'La commune est invitée. Son secrétaire exécutif répondra.')
  },
})

const rows = [0, 1, 2, 3, 4, 5, 6, 7] as const
type Shares = Record<`share${(typeof rows)[number]}`, ReturnType<typeof fields.optionalInteger>>
const SharesInput = z.object(
  Object.fromEntries(rows.map((row) => [`share${row}`, fields.optionalInteger(0, 100)])) as Shares,
)

const sharesPage = form('/espace/plan/:planId/communes/parts', {
  load: loadNamedPlan,
  allow: (actor: Actor, { full }) => mayShare(actor, full),
  input: SharesInput,
  initial: ({ full }) =>
    Object.fromEntries(full.partners.map(({ share }, row) => [`share${row}`, String(share)])),
  invalid: (named, submission) => <EditShares {...named} {...submission} />,
  valid: async ({ full }, input, context) => {
    const given = full.partners.map(
      ({ communeId, share }, row) =>
        [communeId, input[`share${row}` as keyof typeof input] ?? share] as const,
    )
    const total = given.reduce((sum, [, share]) => sum + share, 0)
    if (total !== 100) return refuse({ form: 'Les parts doivent faire 100 % en tout.' })
    await saveShares(context, full.plan, new Map(given))
    return seeOther(
      listOf(full),
      'Les parts sont enregistrées. Qui a une autre part répond de nouveau.',
    )
  },
})

function EditShares({
  full,
  names,
  values,
  errors,
}: NamedPlan & Submission<z.infer<typeof SharesInput>>) {
  const typed = values as Record<string, string | undefined>
  const problems = errors as Record<string, string | undefined>
  return (
    <Page title="Changer les parts" errors={errors} breadcrumbs={crumbsOf(full.plan, '/communes')}>
      <Form submit="Enregistrer les parts" secondary={{ label: 'Annuler', href: listOf(full) }}>
        {full.partners.map(({ communeId }, row) => (
          <NumberField
            key={communeId}
            name={`share${row}`}
            label={names.get(communeId) ?? ''}
            suffix="%"
            value={typed[`share${row}`]}
            error={problems[`share${row}`]}
          />
        ))}
      </Form>
    </Page>
  )
}

function answer(path: string, given: 'accepted' | 'declined', done: string) {
  return action(`/espace/plan/:planId/communes/${path}`, {
    load: loadPlan,
    allow: mayAnswerInvitation,
    input: z.object({}),
    back: listOf,
    act: async (full, _, context) => {
      await answerInvitation(context, full.plan, given)
      return seeOther(given === 'accepted' ? listOf(full) : '/espace/plan', done)
    },
  })
}

export const partnerPages = [
  partnersPage,
  invitePage,
  sharesPage,
  answer(
    'accepter',
    'accepted',
    'Votre commune rejoint le plan. La commune qui le porte est prévenue.',
  ),
  answer(
    'decliner',
    'declined',
    'L’invitation est déclinée. La commune qui porte le plan est prévenue.',
  ),
]
