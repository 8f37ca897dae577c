/** A published version, as it was published, and what it changed. */
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Page } from '#web/components/index.tsx'
import {
  compareDefinitions,
  type DefinitionChange,
} from '../procedures/compare-definitions.rules.ts'
import { getRevision } from '../procedures/procedure.queries.ts'
import type { Definition } from '../procedures/procedure.types.ts'
import { Delay, Questions } from '../procedures/procedure-body.view.tsx'
import { ChangeList } from './change-list.view.tsx'
import { crumbsOf } from './edit-screen.pages.tsx'
import { type Drafting, editorOf, editorPath, loadDraft, mayWrite } from './load-draft.ts'

interface Version extends Drafting {
  readonly number: number
  readonly revision: Definition
  /** Null for the first. */
  readonly changes: readonly DefinitionChange[] | null
}

export const showVersionPage = page(`${editorPath}/versions/:number`, {
  load: loadVersion,
  allow: mayWrite,
  view: (version) => <ShowVersion {...version} />,
})

async function loadVersion(
  { procedureId, number: typed }: { procedureId: string; number: string },
  { db }: Context,
): Promise<Version> {
  if (!/^\d{1,4}$/.test(typed)) throw new NotFound()
  const number = Number(typed)
  const revision = await getRevision(db, procedureId, number)
  const previous = number > 1 ? await getRevision(db, procedureId, number - 1) : null
  return {
    ...(await loadDraft({ procedureId }, { db })),
    ...{ number, revision },
    changes: previous && compareDefinitions(previous, revision),
  }
}

function ShowVersion(version: Version) {
  const { number, revision, changes } = version
  return (
    <Page
      title={t('Version {number}', { number })}
      kicker={revision.title}
      lead={revision.summary}
      breadcrumbs={crumbsOf(version)}
    >
      {changes && (
        <>
          <h2>{t('Ce qu’elle a changé')}</h2>
          <ChangeList changes={changes} />
        </>
      )}
      <h2>{t('Ce qui est demandé')}</h2>
      <Questions pages={revision.pages} />
      <h2>{t('En combien de temps')}</h2>
      <Delay timeLimit={revision.timeLimit} />
      {number > 1 && (
        <p>
          <a href={`${editorOf(version)}/versions/${number - 1}`}>{t('Version précédente')}</a>
        </p>
      )}
    </Page>
  )
}
