/** Projects on pages of the directory: a commune's, and those of a startup. */
import type { CommuneSection, StartupSection } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { ProjectCards, readNames } from './list-projects.page.tsx'
import { listStartedProjects, type ProjectFilter } from './project.queries.ts'

const everything: ProjectFilter = { status: null, communeId: null, startupId: null, year: null }
const shownProjects = 20

export const communeProjectsSection: CommuneSection = (db, { id }) =>
  createSection(db, { ...everything, communeId: id })

export const startupProjectsSection: StartupSection = (db, { id }) =>
  createSection(db, { ...everything, startupId: id })

async function createSection(db: Db, filter: ProjectFilter) {
  const projects = (await listStartedProjects(db, filter, null, shownProjects)).slice(
    0,
    shownProjects,
  )
  if (projects.length === 0) return null
  const names = await readNames(db, projects)
  return () => (
    <section>
      <h2>{t('Ses projets')}</h2>
      <ProjectCards projects={projects} {...names} level={3} />
    </section>
  )
}
