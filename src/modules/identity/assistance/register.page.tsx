/** The register of assistances: all of them for the association, its own for a commune, which there allows or ends them. */
import { type Actor, worksForA } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { type Context, page } from '#platform/web.ts'
import { ActionButton, EmptyState, Page, Pagination, Table, Tag } from '#web/components/index.tsx'
import { listPersonNames } from '../people/person.queries.ts'
import { stateLabels } from './assistance.labels.ts'
import { mayChoose, maySeeRegister, mayStop } from './assistance.policy.ts'
import { type Assistance, isAssistanceAllowed, listAssistances } from './assistance.queries.ts'
import { findState } from './assistance.rules.ts'
import { AssistanceChoice } from './choose-assistance.action.tsx'

const path = '/espace/assistances'
const pageSize = 50

interface Register {
  readonly assistances: readonly Assistance[]
  readonly stoppers: ReadonlyMap<string, string>
  readonly nextHref: string | null
  /** Of the commune acted for; null for the association. */
  readonly isAllowed: boolean | null
}

export const registerPage = page(path, {
  load: (_, context) => loadRegister(context),
  allow: maySeeRegister,
  view: (register, { actor, now }) => <RegisterView {...register} actor={actor} now={now} />,
})

async function loadRegister({ db, actor, query }: Context): Promise<Register> {
  const communeId = worksForA(actor, 'commune') ? (actor.organisation?.id ?? null) : null
  const before = typeof query.avant === 'string' && isId(query.avant) ? query.avant : null
  const found = await listAssistances(db, communeId, before, pageSize)
  const assistances = found.slice(0, pageSize)
  const stoppers = await listPersonNames(
    db,
    assistances.map(({ stoppedBy }) => stoppedBy),
  )
  const nextHref = found.length > pageSize ? `${path}?avant=${assistances.at(-1)?.id}` : null
  const isAllowed = communeId === null ? null : await isAssistanceAllowed(db, communeId)
  return { assistances, stoppers, nextHref, isAllowed }
}

type Props = Register & { actor: Actor; now: Date }

function RegisterView({ isAllowed, nextHref, ...shown }: Props) {
  const { assistances, actor } = shown
  return (
    <Page
      title="Registre des assistances"
      lead="Quand le secrétariat de l’ANCB agit pour le compte d’une commune, cette page le dit : qui, pourquoi, et combien de temps."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      wide
    >
      {isAllowed !== null && (
        <AssistanceChoice isAllowed={isAllowed} mayChoose={mayChoose(actor, null)} />
      )}
      {assistances.length > 0 ? (
        <AssistanceTable {...shown} />
      ) : (
        <EmptyState title="Aucune assistance au registre" />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}

const columns = [
  { key: 'person', label: 'Personne' },
  { key: 'reason', label: 'Motif' },
  { key: 'since', label: 'Début' },
  { key: 'until', label: 'Fin' },
  { key: 'state', label: 'État' },
]

function AssistanceTable({ assistances, ...shown }: Omit<Props, 'isAllowed' | 'nextHref'>) {
  const isOfOneCommune = worksForA(shown.actor, 'commune')
  return (
    <Table
      caption="Assistances, la plus récente d’abord"
      isCaptionHidden
      columns={isOfOneCommune ? columns : [{ key: 'commune', label: 'Commune' }, ...columns]}
      rows={assistances.map((assistance) => ({
        commune: assistance.commune,
        person: `${assistance.person} (ANCB)`,
        reason: assistance.reason,
        since: formatDateTime(assistance.startedAt),
        until: formatDateTime(assistance.stoppedAt ?? assistance.endsAt),
        state: <State assistance={assistance} {...shown} />,
      }))}
    />
  )
}

function State({
  assistance,
  stoppers,
  actor,
  now,
}: { assistance: Assistance } & Pick<Props, 'stoppers' | 'actor' | 'now'>) {
  const state = findState(assistance, now)
  const { label, tone } = stateLabels[state]
  const stopper = stoppers.get(assistance.stoppedBy ?? '')
  return (
    <>
      <Tag tone={tone}>{label}</Tag>
      {stopper && <p class="meta">{t('par {name}', { name: stopper })}</p>}
      {state === 'open' && mayStop(actor, assistance) && (
        <ActionButton action={`${path}/${assistance.id}/arreter`} label="Y mettre fin" />
      )}
    </>
  )
}
