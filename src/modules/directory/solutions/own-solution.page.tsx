/** A solution as its startup prepares it: where the file stands, its sections, its files, what happened. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Page, Tag } from '#web/components/index.tsx'
import { listEventNames } from '../verification/event-names.ts'
import { type FileEvent, listSolutionEvents } from '../verification/file-event.queries.ts'
import { FileHistory } from '../verification/file-history.view.tsx'
import { FileStatus } from '../verification/file-status.view.tsx'
import { MissingPoints } from '../verification/missing-points.view.tsx'
import { OwnSteps } from '../verification/own-steps.tsx'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { type Section, sections, sectionTitles } from './sections/section.schema.ts'
import { getWithFiles, type SolutionWithFiles } from './solution.queries.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'
import { type Gap, listSolutionGaps } from './solution-gaps.ts'

interface OwnSolution extends SolutionWithFiles {
  readonly events: readonly FileEvent[]
  readonly names: ReadonlyMap<string, string>
}

export const ownSolutionPage = page('/espace/solutions/:solutionId', {
  load: ({ solutionId }, context) => loadOwnSolution(solutionId, context),
  allow: (actor, { solution }) => solutionPolicy.edit(actor, solution),
  view: (subject, { actor }) => <ShowOwnSolution {...subject} actor={actor} />,
})

async function loadOwnSolution(solutionId: string, { db }: Context): Promise<OwnSolution> {
  const subject = await getWithFiles(db, solutionId)
  const events = await listSolutionEvents(db, solutionId)
  return { ...subject, events, names: await listEventNames(db, events) }
}

function ShowOwnSolution({
  solution,
  files,
  events,
  names,
  actor,
}: OwnSolution & { actor: Actor }) {
  const base = `/espace/solutions/${solution.id}`
  const gaps = listSolutionGaps(solution, files)
  return (
    <Page
      title={solution.name}
      kicker={t('Ma solution')}
      breadcrumbs={[{ label: 'Mes solutions', href: '/espace/solutions' }]}
    >
      <FileStatus {...solution} />
      {isEditable(solution.status) && <MissingPoints points={gaps} />}
      <OwnSteps
        actor={actor}
        row={solution}
        policy={solutionPolicy}
        base={base}
        isComplete={gaps.length === 0}
      />
      {solution.status === 'verified' && <PublicLinks solution={solution} />}
      <SectionList base={base} gaps={gaps} />
      <FileSummary base={base} files={files} />
      <section>
        <h2>{t('Qui l’utilise déjà')}</h2>
        <p>
          <a href={`${base}/references`}>{t('Annoncer une commune, lire les avis')}</a>
        </p>
      </section>
      <FileHistory events={events} names={names} />
    </Page>
  )
}

function PublicLinks({ solution }: { solution: Solution }) {
  return (
    <Actions>
      <ButtonLink href={`/solutions/${solution.slug}`} kind="quiet">
        Voir la fiche publique
      </ButtonLink>
    </Actions>
  )
}

function SectionList({ base, gaps }: { base: string; gaps: readonly Gap[] }) {
  return (
    <section>
      <h2>{t('Le dossier')}</h2>
      <ul class="rows">
        {sections.map((section) => (
          <li key={section}>
            <a href={`${base}/modifier/${section}`}>{t(sectionTitles[section])}</a>{' '}
            <SectionState isComplete={!hasGap(gaps, section)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SectionState({ isComplete }: { isComplete: boolean }) {
  return isComplete ? <Tag tone="success">Complet</Tag> : <Tag tone="warning">À compléter</Tag>
}

function hasGap(gaps: readonly Gap[], section: Section): boolean {
  return gaps.some((gap) => gap.section === section)
}

function FileSummary({ base, files }: { base: string; files: readonly SolutionFile[] }) {
  return (
    <section>
      <h2>{t('Documents et captures d’écran')}</h2>
      <p>
        {t('{count, plural, =0 {Aucun fichier.} one {# fichier.} other {# fichiers.}}', {
          count: files.length,
        })}{' '}
        <a href={`${base}/fichiers`}>{t('Gérer les fichiers')}</a>
      </p>
    </section>
  )
}
