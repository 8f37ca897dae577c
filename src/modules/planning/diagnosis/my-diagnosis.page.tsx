/** The diagnosis of a commune: the one that runs, or how to begin; the last result and the earlier ones. For the association, all it reads. */
import { z } from 'zod'
import { listCommuneNames } from '#modules/directory/index.ts'
import { type Actor, worksForA } from '#platform/actor.ts'
import { formatDate, formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  EmptyState,
  Page,
  Table,
} from '#web/components/index.tsx'
import { startDiagnosis } from './diagnosis.actions.ts'
import { mayStartDiagnosis } from './diagnosis.policy.ts'
import {
  type DiagnosisLine,
  findRunningDiagnosis,
  listReadDiagnoses,
  listResultsOf,
  type PublicResult,
} from './diagnosis.queries.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import { DiagnosisTag } from './diagnosis-body.view.tsx'

const mayOpen = (actor: Actor) => mayStartDiagnosis(actor) || associationStaff(actor, null)

interface Shown {
  readonly running: Diagnosis | undefined
  readonly results: readonly PublicResult[]
  readonly read: readonly DiagnosisLine[]
  readonly names: ReadonlyMap<string, string>
}

export const myDiagnosisPage = page('/espace/diagnostic', {
  load: (_, context) => loadShown(context),
  allow: mayOpen,
  view: (shown, { actor }) =>
    worksForA(actor, 'association') ? <ReadDiagnoses {...shown} /> : <MyDiagnosis {...shown} />,
})

async function loadShown({ db, actor }: Context): Promise<Shown> {
  const none: Shown = { running: undefined, results: [], read: [], names: new Map() }
  if (associationStaff(actor, null)) {
    const read = await listReadDiagnoses(db)
    const names = await listCommuneNames(
      db,
      read.map(({ communeId }) => communeId),
    )
    return { ...none, read, names }
  }
  if (!mayStartDiagnosis(actor) || actor.organisation === null) return none
  const communeId = actor.organisation.id
  return {
    ...none,
    running: await findRunningDiagnosis(db, communeId),
    results: await listResultsOf(db, communeId),
  }
}

export const startDiagnosisAction = action('/espace/diagnostic/commencer', {
  load: () => null,
  allow: mayStartDiagnosis,
  input: z.object({}),
  back: () => '/espace/diagnostic',
  act: async (_, __, context) => {
    const { id } = await startDiagnosis(context)
    return seeOther(`/espace/diagnostic/${id}`)
  },
})

const crumbs = [{ label: 'Mon espace', href: '/espace' }]

function MyDiagnosis({ running, results }: Shown) {
  return (
    <Page title="Diagnostic numérique" breadcrumbs={crumbs}>
      <p>
        {t(
          'Une soixantaine de questions sur huit axes, à remplir à plusieurs et en plusieurs fois. Le résultat dit où en est la commune, ce qui la tire vers le haut et ce qui manque : il prépare le schéma directeur.',
        )}
      </p>
      {running ? <Running {...running} /> : <Start isFirst={results.length === 0} />}
      {results.length > 0 && <History results={results} />}
    </Page>
  )
}

function Running({ id, reference, year, status }: Diagnosis) {
  const isOpen = status === 'draft' || status === 'returned'
  return (
    <section>
      <h2>{t('Le diagnostic {year}', { year: String(year) })}</h2>
      <p class="meta">
        {reference} <DiagnosisTag status={status} />
      </p>
      <Actions>
        <ButtonLink href={`/espace/diagnostic/${id}`}>
          {isOpen ? 'Continuer le diagnostic' : 'Ouvrir le diagnostic'}
        </ButtonLink>
      </Actions>
    </section>
  )
}

function Start({ isFirst }: { isFirst: boolean }) {
  const button = (
    <ActionButton
      action="/espace/diagnostic/commencer"
      label={isFirst ? 'Commencer le diagnostic' : 'Commencer un nouveau diagnostic'}
      kind="primary"
    />
  )
  return isFirst ? (
    <EmptyState title="Aucun diagnostic pour l’instant">
      <p>{t('Comptez deux heures en tout. Rien n’est perdu si vous vous arrêtez.')}</p>
      {button}
    </EmptyState>
  ) : (
    <Actions>{button}</Actions>
  )
}

const historyColumns = [
  { key: 'year', label: 'Année' },
  { key: 'overall', label: 'Ensemble, sur 5', numeric: true },
  { key: 'confirmedAt', label: 'Confirmé' },
]

function History({ results }: Pick<Shown, 'results'>) {
  return (
    <section>
      <h2>{t('Les diagnostics confirmés')}</h2>
      <Table
        caption="Les diagnostics confirmés"
        isCaptionHidden
        columns={historyColumns}
        rows={results.map(({ diagnosisId, year, overall, confirmedAt }) => ({
          year: (
            <a href={`/espace/diagnostic/${diagnosisId}/resultat`}>
              {t('Le diagnostic {year}', { year: String(year) })}
            </a>
          ),
          overall: formatDecimal(overall),
          confirmedAt: formatDate(confirmedAt),
        }))}
      />
    </section>
  )
}

const readColumns = [
  { key: 'commune', label: 'Commune' },
  { key: 'year', label: 'Année' },
  { key: 'status', label: 'État' },
  { key: 'day', label: 'Date' },
]

function ReadDiagnoses({ read, names }: Shown) {
  return (
    <Page title="Diagnostics des communes" breadcrumbs={crumbs}>
      <p>{t('Ceux que les communes ont soumis ou confirmés, les derniers d’abord.')}</p>
      {read.length === 0 ? (
        <EmptyState title="Aucune commune n’a encore soumis son diagnostic" />
      ) : (
        <Table
          caption="Diagnostics des communes"
          isCaptionHidden
          columns={readColumns}
          rows={read.map(({ id, communeId, year, status, submittedAt, confirmedAt }) => {
            const day = confirmedAt ?? submittedAt
            return {
              commune: <a href={`/espace/diagnostic/${id}`}>{names.get(communeId)}</a>,
              year: String(year),
              status: <DiagnosisTag status={status} />,
              day: day ? formatDate(day) : '—',
            }
          })}
        />
      )}
    </Page>
  )
}
