/** A need as everybody may read it, and what each reader may do from there. */
import { getCommune, listCommuneNames } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type Actor, worksFor, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  DefinitionList,
  Notice,
  Page,
  Prose,
  Tag,
} from '#web/components/index.tsx'
import { pilotPolicy } from '../pilots/pilot.policy.ts'
import { listPilotsOfNeed } from '../pilots/pilot.queries.ts'
import type { Pilot } from '../pilots/pilot.schema.ts'
import { PilotSection } from '../pilots/pilot-sections-elsewhere.view.tsx'
import { tenderPolicy } from '../tenders/tender.policy.ts'
import { listTendersOfNeed } from '../tenders/tender.queries.ts'
import type { Tender } from '../tenders/tender.schema.ts'
import { BornOfAction, findOrigin, type Origin } from './born-of-action.view.tsx'
import { needStatusLabels } from './need.labels.ts'
import { isPublicNeed, needPolicy } from './need.policy.ts'
import { getNeedByReference, listJoiners, type NeedJoiner } from './need.queries.ts'
import type { Need } from './need.schema.ts'
import { listNeedFacts, listNeedTexts } from './need-facts.ts'

interface Shown {
  readonly need: Need
  readonly origin: Origin | undefined
  readonly communeName: string
  readonly communeSlug: string
  readonly joiners: readonly NeedJoiner[]
  readonly joinerNames: ReadonlyMap<string, string>
  readonly pilots: readonly Pilot[]
  readonly tenders: readonly Tender[]
  readonly pilotNames: ReadonlyMap<string, string>
}

export const showNeedPage = page('/besoins/:ref', {
  load: ({ ref }, context) => loadShown(ref, context),
  allow: (actor, { need }) => needPolicy.read(actor, need),
  isPublic: true,
  view: (shown, { actor }) => <ShowNeed {...shown} actor={actor} />,
})

async function loadShown(reference: string, { db, actor }: Context): Promise<Shown> {
  const need = await getNeedByReference(db, reference)
  const joiners = await listJoiners(db, need.id)
  const commune = await getCommune(db, need.communeId)
  const joinerNames = await listCommuneNames(
    db,
    joiners.map((joiner) => joiner.communeId),
  )
  const known = await listPilotsOfNeed(db, need.id)
  const pilots = known.filter((pilot) => pilotPolicy.readPublic(actor, pilot))
  const tenders = (await listTendersOfNeed(db, need.id)).filter((tender) =>
    tenderPolicy.readPublic(actor, tender),
  )
  const pilotNames = await listOrganisationNames(
    db,
    pilots.flatMap(({ communeId, startupId }) => [communeId, startupId]),
  )
  return {
    origin: await findOrigin(db, need),
    ...{ need, joiners, joinerNames, pilots, pilotNames, tenders },
    communeName: commune.name,
    communeSlug: commune.slug,
  }
}

function ShowNeed(shown: Shown & { actor: Actor }) {
  const { need, communeName, communeSlug, joiners, joinerNames, actor } = shown
  const status = needStatusLabels[need.status]
  return (
    <Page title={need.title} breadcrumbs={[{ label: 'Besoins', href: '/besoins' }]}>
      <p class="meta">
        <Tag tone={status.tone}>{t(status.label)}</Tag> {need.reference}{' '}
        <a href={`/communes/${communeSlug}`}>{t('Commune de {name}', { name: communeName })}</a>
        {need.publishedAt && <> {t('publié le {date}', { date: formatDate(need.publishedAt) })}</>}
      </p>
      <BornOfAction origin={shown.origin} planAddress={`/communes/${communeSlug}/plan`} />
      <NeedBody need={need} />
      {isPublicNeed(need) && <SheetLinks href={`/besoins/${need.reference}`} />}
      {isPublicNeed(need) && (
        <p class="meta">
          <a href={`/registre/${need.reference}`}>{t('Tout le parcours, au registre public')}</a>
        </p>
      )}
      <Joiners joiners={joiners} names={joinerNames} />
      {shown.pilots.length > 0 && (
        <PilotSection
          title="Essayé par la commune"
          pilots={shown.pilots}
          names={shown.pilotNames}
        />
      )}
      {shown.tenders.length > 0 && <Tenders tenders={shown.tenders} />}
      <NextActs need={need} joiners={joiners} actor={actor} />
    </Page>
  )
}

/** The need on paper: to file, to annex to a budget, to send. */
export function SheetLinks({ href }: { href: string }) {
  return (
    <p class="meta">
      {t('La fiche de besoin :')} <a href={`${href}/fiche.pdf`}>{t('PDF à conserver')}</a>{' '}
      <a href={`${href}/fiche.docx`}>{t('Word à travailler')}</a>
    </p>
  )
}

function Tenders({ tenders }: Pick<Shown, 'tenders'>) {
  return (
    <section>
      <h2>{t('Remis à la commande publique')}</h2>
      <ul>
        {tenders.map(({ id, reference, title }) => (
          <li key={id}>
            <a href={`/marches-formels/${reference}`}>{`${reference} ${title}`}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The need itself, as text: the same on the public page and when its commune reviews it. */
export function NeedBody({ need }: { need: Need }) {
  return (
    <>
      {listNeedTexts(need).map(([heading, text]) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <Prose text={text} />
        </section>
      ))}
      <h2>{t('En bref')}</h2>
      <DefinitionList items={listNeedFacts(need).map(([term, value]) => ({ term, value }))} />
    </>
  )
}

function Joiners({
  joiners,
  names,
}: {
  joiners: readonly NeedJoiner[]
  names: ReadonlyMap<string, string>
}) {
  if (joiners.length === 0) return null
  return (
    <section>
      <h2>{t('Un besoin groupé')}</h2>
      <p>
        {t(
          '{count, plural, one {Une autre commune a le même besoin.} other {# autres communes ont le même besoin.}}',
          { count: joiners.length },
        )}
      </p>
      <ul>
        {joiners.map((joiner) => (
          <li key={joiner.communeId}>
            <strong>{names.get(joiner.communeId)}</strong>
            {joiner.users !== null && <> ({t('{count} utilisateurs', { count: joiner.users })})</>}
            {joiner.note && <> : {joiner.note}</>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NextActs({
  need,
  joiners,
  actor,
}: {
  need: Need
  joiners: readonly NeedJoiner[]
  actor: Actor
}) {
  const hasJoined = joiners.some((joiner) => worksFor(actor, joiner.communeId))
  if (hasJoined) {
    return (
      <Notice kind="success" title="Votre commune a rejoint ce besoin">
        <ActionButton
          action={`/besoins/${need.reference}/quitter`}
          label="Quitter ce besoin"
          kind="quiet"
          confirm="Votre commune ne sera plus comptée parmi celles qui partagent ce besoin."
        />
      </Notice>
    )
  }
  return (
    <Actions>
      {needPolicy.join(actor, need) && (
        <ButtonLink href={`/besoins/${need.reference}/rejoindre`}>
          Nous avons le même besoin
        </ButtonLink>
      )}
      {needPolicy.rank(actor, need) && (
        <ButtonLink href={`/espace/besoins/${need.id}`}>Ouvrir le dossier</ButtonLink>
      )}
      {worksForA(actor, 'startup') && need.status === 'published' && (
        <ButtonLink href="/espace/besoins-compatibles">
          Voir si mes solutions conviennent
        </ButtonLink>
      )}
    </Actions>
  )
}
