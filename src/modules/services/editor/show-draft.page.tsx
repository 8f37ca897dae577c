/** A procedure as its commune writes it: what is wrong, what differs from the version in force, and the way to each part. */
import { getCommune } from '#modules/directory/index.ts'
import { listPersonNames } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Notice, Page, Tag, Timeline } from '#web/components/index.tsx'
import { getSheet } from '../inventory/sheet.queries.ts'
import { checkDefinition } from '../procedures/check-definition.rules.ts'
import { compareDefinitions } from '../procedures/compare-definitions.rules.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import { getRevision } from '../procedures/procedure.queries.ts'
import { ChangeList } from './change-list.view.tsx'
import { DraftActs } from './draft-acts.view.tsx'
import { DraftParts } from './draft-parts.view.tsx'
import { statusLabels, statusTones, stepLabels } from './editor.labels.ts'
import { findEditorOf } from './find-editor.rules.ts'
import { editorOf, editorPath, loadDraft, mayWrite } from './load-draft.ts'
import type { Overview } from './overview.types.ts'

export const showDraftPage = page(editorPath, {
  load: loadOverview,
  allow: mayWrite,
  view: (overview) => <ShowDraft {...overview} />,
})

async function loadOverview(
  params: { procedureId: string },
  { db, actor }: Context,
): Promise<Overview> {
  const drafting = await loadDraft(params, { db })
  const { procedure, definition } = drafting
  const { id, communeId, serviceCode, revision } = procedure
  const current = revision === 0 ? null : await getRevision(db, id, revision)
  const history = await listHistory(db, 'services.procedureEvent', { procedureId: id })
  return {
    ...{ ...drafting, history },
    slug: (await getCommune(db, communeId)).slug,
    problems: checkDefinition(definition),
    changes: current && compareDefinitions(current, definition),
    names: await listPersonNames(
      db,
      history.flatMap(({ actorId }) => actorId ?? []),
    ),
    stopped: (await getSheet(db, serviceCode)).suspension?.text ?? null,
    may: {
      publish: procedurePolicy.open(actor, procedure),
      suspend: procedurePolicy.suspend(actor, procedure),
      resume: procedurePolicy.resume(actor, procedure),
    },
  }
}

function ShowDraft(overview: Overview) {
  const { procedure, definition, problems, changes, stopped } = overview
  const { status, statusReason, revision } = procedure
  return (
    <Page
      title={definition.title}
      kicker={<Tag tone={statusTones[status]}>{statusLabels[status]}</Tag>}
      lead={definition.summary}
      breadcrumbs={[{ label: 'Démarches de la commune', href: '/espace/demarches' }]}
    >
      {statusReason && (
        <Notice kind="warning" title="Suspendue, et tout le monde en lit le motif">
          <p class="prose">{statusReason}</p>
        </Notice>
      )}
      {stopped && (
        <Notice kind="danger" title="Ce service est suspendu dans tout le pays">
          <p>{stopped}</p>
        </Notice>
      )}
      <Problems overview={overview} />
      <DraftActs overview={overview} />
      {changes && changes.length > 0 && (
        <>
          <h2>{t('Ce qui changera à la prochaine publication')}</h2>
          <p>{t('Les habitants lisent encore la version {number}.', { number: revision })}</p>
          <ChangeList changes={changes} />
        </>
      )}
      {problems.length === 0 && changes?.length === 0 && (
        <p class="soft">{t('Rien n’a changé depuis la dernière publication.')}</p>
      )}
      <DraftParts {...overview} />
      <h2>{t('Historique')}</h2>
      <ProcedureHistory {...overview} />
    </Page>
  )
}

function Problems({ overview }: { readonly overview: Overview }) {
  const { problems, definition } = overview
  if (problems.length === 0) return null
  const base = editorOf(overview)
  return (
    <Notice kind="warning" title="À corriger avant de publier">
      <ul>
        {problems.map(({ at, message }) => {
          const found = findEditorOf(definition, at)
          return (
            <li key={`${at} ${message}`}>
              {found && <a href={`${base}/${found.path}`}>{found.label}</a>}
              {found && ' : '}
              {t(message)}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** The latest first: each publication leads to what it changed. */
function ProcedureHistory({ procedure, history, names }: Overview) {
  let number = 0
  const events = history.map(({ step, occurredAt, reason, actorId }) => {
    const isPublication = step === 'open' || step === 'revise'
    if (isPublication) number += 1
    return {
      at: occurredAt,
      title: isPublication
        ? t('Version {number} publiée', { number })
        : (stepLabels[step] ?? 'Démarche commencée'),
      href: isPublication ? `/espace/demarches/${procedure.id}/versions/${number}` : null,
      by: actorId && (names.get(actorId) ?? null),
      text: reason,
    }
  })
  return <Timeline events={events.reverse()} />
}
