/** The startup's side: which communes use its solution, what they say, and announcing one more. */
import { z } from 'zod'
import { worksFor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  EmptyState,
  Form,
  FormSection,
  Notice,
  Page,
  Select,
  Stars,
  Table,
  Tag,
  TextField,
} from '#web/components/index.tsx'
import { type CommuneLine, listCommunes } from '../communes/commune.queries.ts'
import { deploymentLabels } from '../labels.ts'
import { getSolution } from '../solutions/solution.queries.ts'
import type { Solution } from '../solutions/solution.schema.ts'
import { claimUse } from './deployment.actions.ts'
import { useTones } from './deployment.labels.ts'
import { listUsesOfSolution, type SolutionUse } from './deployment.queries.ts'
import { isToCome, pastDay } from './deployment.rules.ts'

const Claim = z.object({
  communeId: z.uuid('Choisissez une commune'),
  since: fields.optionalDay(),
  scope: fields.text({ max: 300, missing: 'Indiquez pour quoi la commune l’utilise' }),
})

interface References {
  readonly solution: Solution
  readonly uses: readonly SolutionUse[]
  readonly communes: readonly CommuneLine[]
}

const toPath = (solutionId: string) => `/espace/solutions/${solutionId}/references`

export const referencesPage = form('/espace/solutions/:solutionId/references', {
  load: async ({ solutionId }, { db }): Promise<References> => ({
    solution: await getSolution(db, solutionId),
    uses: await listUsesOfSolution(db, solutionId),
    communes: await listCommunes(db),
  }),
  allow: (actor, { solution }) => worksFor(actor, solution.startupId, 'manager', 'member'),
  input: Claim,
  invalid: (references, submission) => <ShowReferences {...references} {...submission} />,
  valid: async ({ solution, communes }, claim, context) => {
    if (solution.status !== 'verified') return refuse({ form: notYet })
    if (!communes.some(({ id }) => id === claim.communeId))
      return refuse({ communeId: 'Choisissez une commune' })
    if (isToCome(claim.since, context.now)) return refuse({ since: pastDay })
    const { id: solutionId, startupId, name: solutionName } = solution
    const use = { solutionId, startupId, solutionName, users: null, ...claim }
    if (!(await claimUse(context, use)))
      return refuse({ communeId: 'Cette utilisation est déjà indiquée' })
    return seeOther(toPath(solutionId), 'La commune est invitée à confirmer.')
  },
})

const notYet =
  'La solution doit d’abord être vérifiée : une commune ne peut confirmer que ce qu’elle peut voir.'

type Props = References & Submission<z.infer<typeof Claim>>

function ShowReferences({ solution, uses, ...claim }: Props) {
  return (
    <Page
      title="Qui utilise cette solution"
      kicker={solution.name}
      errors={claim.errors}
      breadcrumbs={[
        { label: 'Mes solutions', href: '/espace/solutions' },
        { label: solution.name, href: `/espace/solutions/${solution.id}` },
      ]}
    >
      {uses.length === 0 ? (
        <EmptyState title="Aucune utilisation indiquée" />
      ) : (
        <UseTable uses={uses} />
      )}
      {solution.status === 'verified' ? (
        <ClaimForm solution={solution} {...claim} />
      ) : (
        <Notice kind="info">
          <p>{t(notYet)}</p>
        </Notice>
      )}
    </Page>
  )
}

function UseTable({ uses }: { uses: readonly SolutionUse[] }) {
  return (
    <Table
      caption="Utilisations"
      columns={[
        { key: 'commune', label: 'Commune' },
        { key: 'status', label: 'État' },
        { key: 'since', label: 'Depuis le' },
        { key: 'rating', label: 'Avis' },
      ]}
      rows={uses.map((use) => ({
        commune: use.communeName,
        status: <UseStatus use={use} />,
        since: use.since ? formatDate(use.since) : '—',
        rating: use.stars === null ? '—' : <Opinion use={use} stars={use.stars} />,
      }))}
    />
  )
}

function UseStatus({ use: { status, answerNote } }: { use: SolutionUse }) {
  return (
    <>
      <Tag tone={useTones[status]}>{t(deploymentLabels[status])}</Tag>
      {answerNote && <p class="meta">{t('Motif : {reason}', { reason: answerNote })}</p>}
    </>
  )
}

function Opinion({ use, stars }: { use: SolutionUse; stars: number }) {
  return (
    <>
      <Stars value={stars} />
      {use.comment && <p class="prose">{use.comment}</p>}
      {use.hiddenAt ? (
        t('masqué par l’association')
      ) : (
        <a href={`/espace/avis/${use.id}/repondre`}>
          {use.reply ? t('Changer la réponse') : t('Répondre')}
        </a>
      )}
    </>
  )
}

function ClaimForm({ solution, communes, values, errors }: Omit<Props, 'uses'>) {
  return (
    <FormSection
      title="Indiquer une utilisation"
      hint="Elle paraît comme annoncée par vous, jusqu’à ce que la commune la confirme elle-même."
    >
      <Form action={toPath(solution.id)} submit="Inviter la commune à confirmer">
        <Select
          name="communeId"
          label="Commune"
          empty="Choisissez"
          value={values.communeId}
          error={errors.communeId}
          options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          name="since"
          label="Depuis le"
          required={false}
          value={values.since}
          error={errors.since}
        />
        <TextField name="scope" label="Pour quoi faire" value={values.scope} error={errors.scope} />
      </Form>
    </FormSection>
  )
}
