/** A decided pilot as everybody reads it, with the sheet that helps the next commune. */
import { getCommune, listCatalogueEntries } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Notice, Page, Prose } from '#web/components/index.tsx'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilotByReference } from './pilot.queries.ts'
import type { FullPilot, Pilot } from './pilot.schema.ts'
import { PilotBody, PilotTag } from './pilot-body.view.tsx'

interface Shown {
  readonly full: FullPilot
  readonly names: ReadonlyMap<string, string>
  readonly communeSlug: string
  /** While the solution is in the catalogue. */
  readonly solutionSlug: string | undefined
}

export const showPilotPage = page('/experimentations/:ref', {
  load: ({ ref }, context) => loadShown(ref, context),
  allow: (actor, { full }) => pilotPolicy.readPublic(actor, full.pilot),
  isPublic: true,
  view: (shown) => <ShowPilot {...shown} />,
})

async function loadShown(reference: string, { db }: Context): Promise<Shown> {
  const full = await getFullPilotByReference(db, reference)
  const { communeId, startupId, solutionId } = full.pilot
  const [entry] = await listCatalogueEntries(db, [solutionId])
  return {
    full,
    names: await listOrganisationNames(db, [communeId, startupId]),
    communeSlug: (await getCommune(db, communeId)).slug,
    solutionSlug: entry?.slug,
  }
}

function ShowPilot({ full, names, communeSlug, solutionSlug }: Shown) {
  const { pilot } = full
  const commune = names.get(pilot.communeId) ?? ''
  return (
    <Page
      title={pilot.title}
      kicker={pilot.reference}
      breadcrumbs={[{ label: 'Expérimentations', href: '/experimentations' }]}
    >
      <p class="meta">
        <PilotTag {...pilot} />{' '}
        <a href={`/communes/${communeSlug}`}>{t('Commune de {name}', { name: commune })}</a>
        {pilot.decidedAt && <> {t('décision du {date}', { date: formatDate(pilot.decidedAt) })}</>}
      </p>
      {pilot.statusReason && (
        <Notice kind={pilot.status === 'adopted' ? 'success' : 'info'} title="La décision">
          <Prose text={pilot.statusReason} />
        </Notice>
      )}
      {pilot.reuseSheet && (
        <section>
          <h2>{t('Pour une autre commune')}</h2>
          <Prose text={pilot.reuseSheet} />
        </section>
      )}
      <PilotBody full={full} names={names} />
      <Papers {...pilot} />
      <p>
        {solutionSlug && (
          <>
            <a href={`/solutions/${solutionSlug}`}>{t('La solution essayée')}</a>{' '}
          </>
        )}
        <a href={`/besoins/${pilot.needReference}`}>{t('Le besoin de départ')}</a>
      </p>
    </Page>
  )
}

function Papers({ reference, reuseSheet }: Pilot) {
  const base = `/experimentations/${reference}`
  return (
    <p>
      {t('Les papiers :')}{' '}
      <a href={`${base}/evaluation.pdf`}>{t('évaluation et décision (PDF)')}</a>{' '}
      <a href={`${base}/evaluation.docx`}>{t('la même dans Word')}</a>{' '}
      {reuseSheet && (
        <>
          <a href={`${base}/reutilisation.pdf`}>{t('fiche de réutilisation (PDF)')}</a>{' '}
          <a href={`${base}/reutilisation.docx`}>{t('la même dans Word')}</a>
        </>
      )}
    </p>
  )
}
