/** One milestone for its two sides: what is due, what was delivered, what was accepted, what was paid. */

import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { type FileRecord, findFile, listFiles } from '#platform/files/file-records.ts'
import { formatDate, formatMoney, formatNumber, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, endpoint, page } from '#platform/web.ts'
import { Actions, ButtonLink, DefinitionList, Page, Prose, Tag } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { crumbs } from './load-project.ts'
import { milestonePolicy } from './milestone.policy.ts'
import { getMilestone, listDeliveredFiles, listMilestones } from './milestone.queries.ts'
import { describeState } from './milestone-state.rules.ts'
import { listPayments } from './plan.rules.ts'
import { milestoneStatusLabels, milestoneStepLabels } from './project.labels.ts'
import { isJudged } from './project.paper.ts'
import { projectPolicy } from './project.policy.ts'
import { getProject } from './project.queries.ts'
import type { Milestone, Project } from './project.schema.ts'

export interface MilestoneOf {
  readonly project: Project
  readonly milestone: Milestone
  /** What it pays, to the franc. */
  readonly payment: number
}

export async function loadMilestone(
  { milestoneId }: { milestoneId: string },
  { db }: Context,
): Promise<MilestoneOf> {
  const { projectId } = await getMilestone(db, milestoneId)
  const project = await getProject(db, projectId)
  const payments = listPayments(project.amount, await listMilestones(db, projectId))
  const found = orNotFound(payments.find(({ id }) => id === milestoneId))
  return { project, milestone: found, payment: found.payment }
}

interface Shown extends MilestoneOf {
  readonly files: readonly FileRecord[]
  readonly events: readonly HistoryLine[]
  readonly names: ReadonlyMap<string, string>
}

export const showMilestonePage = page('/espace/jalons/:milestoneId', {
  load: loadShown,
  allow: (actor, { project }) => projectPolicy.follow(actor, project),
  view: (shown, { actor, now }) => <ShowMilestone {...shown} actor={actor} today={toDay(now)} />,
})

async function loadShown(params: { milestoneId: string }, context: Context): Promise<Shown> {
  const { db } = context
  const subject = await loadMilestone(params, context)
  const events = await listHistory(db, 'collaboration.milestoneEvent', {
    milestoneId: params.milestoneId,
  })
  const acting = events.map(({ organisationId }) => organisationId).filter((id) => id !== null)
  const delivered = await listDeliveredFiles(db, params.milestoneId)
  const ids = delivered.map(({ fileId }) => fileId)
  return {
    ...subject,
    events,
    files: await asSystem(context, (all) => listFiles(all, ids)),
    names: await listOrganisationNames(db, acting),
  }
}

/** What one side delivered, for the other: the file belongs to whoever sent it. */
export const deliveredFileEndpoint = endpoint('/espace/jalons/:milestoneId/fichiers/:fileId', {
  load: async ({ milestoneId, fileId }, context) => {
    const { project } = await loadMilestone({ milestoneId }, context)
    const delivered = await listDeliveredFiles(context.db, milestoneId)
    orNotFound(delivered.find((file) => file.fileId === fileId))
    const file = await asSystem(context, (db) => findFile(db, fileId))
    return { project, file: orNotFound(file) }
  },
  allow: (actor, { project }) => projectPolicy.follow(actor, project),
  reply: async ({ file }, { platform }) => ({
    headers: { ...describeFile(file), 'cache-control': 'private, no-store' },
    body: await platform.files.open(file.sha256),
  }),
})

function ShowMilestone({
  project,
  milestone,
  payment,
  files,
  events,
  names,
  actor,
  today,
}: Shown & { actor: Actor; today: string }) {
  const { stateLabel } = describeState(milestone, today)
  return (
    <Page title={milestone.title} breadcrumbs={crumbs(project)}>
      <p class="meta">
        <Tag tone={milestoneStatusLabels[milestone.status].tone}>{stateLabel}</Tag>{' '}
        {t('Jalon {position}', { position: milestone.position })}
      </p>
      <h2>{t('Ce qui est livré, et comment on le vérifie')}</h2>
      <Prose text={milestone.deliverables || '—'} />
      <DefinitionList items={listFacts(milestone, payment)} />
      <NextActs project={project} milestone={milestone} actor={actor} />
      <Minutes milestone={milestone} />
      <Files milestone={milestone} files={files} />
      <StepHistory
        lines={events}
        labels={milestoneStepLabels}
        by={({ organisationId }) => names.get(organisationId ?? '')}
      />
    </Page>
  )
}

function listFacts(milestone: Milestone, payment: number) {
  const { dueOn, weight, paymentShare, reserves, reservesDueOn, paidOn, paidAmount } = milestone
  return [
    { term: 'Échéance', value: formatDate(dueOn) },
    { term: 'Part du travail', value: `${weight} %` },
    { term: 'Paiement', value: `${formatMoney(payment)} (${paymentShare} %)` },
    ...(reserves ? [{ term: 'Réserves', value: <span class="prose">{reserves}</span> }] : []),
    ...(reservesDueOn ? [{ term: 'À lever avant le', value: formatDate(reservesDueOn) }] : []),
    ...(paidOn
      ? [{ term: 'Payé', value: `${formatMoney(paidAmount ?? 0)}, ${formatDate(paidOn)}` }]
      : []),
  ]
}

const acts = [
  { act: 'deliver', from: ['planned', 'refused'], path: 'livrer', label: 'Déclarer livré' },
  { act: 'accept', from: ['delivered'], path: 'recette', label: 'Prononcer la recette' },
  { act: 'liftReserves', from: ['partlyAccepted'], path: 'reserves', label: 'Lever les réserves' },
] as const

function NextActs({
  project,
  milestone,
  actor,
}: {
  project: Project
  milestone: Milestone
  actor: Actor
}) {
  const { id, status } = milestone
  const possible = acts.filter(
    ({ act, from }) =>
      project.status === 'running' &&
      from.some((one) => one === status) &&
      milestonePolicy[act](actor, milestone),
  )
  return (
    <Actions>
      {possible.map(({ path, label }) => (
        <ButtonLink key={path} href={`/espace/jalons/${id}/${path}`}>
          {label}
        </ButtonLink>
      ))}
      {milestonePolicy.pay(actor, milestone) && (
        <ButtonLink href={`/espace/jalons/${id}/paiement`} kind="quiet">
          Enregistrer le paiement
        </ButtonLink>
      )}
    </Actions>
  )
}

function Minutes({ milestone }: { milestone: Milestone }) {
  if (!isJudged(milestone)) return null
  const base = `/espace/jalons/${milestone.id}/recette`
  return (
    <p>
      <a href={`${base}.pdf`}>{t('Procès-verbal de recette (PDF)')}</a>
      {' · '}
      <a href={`${base}.docx`}>{t('Procès-verbal de recette (Word)')}</a>
    </p>
  )
}

function Files({ milestone, files }: { milestone: Milestone; files: readonly FileRecord[] }) {
  if (files.length === 0) return null
  return (
    <section>
      <h2>{t('Pièces livrées')}</h2>
      <ul>
        {files.map(({ id, name, sizeBytes }) => (
          <li key={id}>
            <a href={`/espace/jalons/${milestone.id}/fichiers/${id}`}>{name}</a>{' '}
            {t('({size} Ko)', { size: formatNumber(Math.ceil(sizeBytes / 1000)) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
