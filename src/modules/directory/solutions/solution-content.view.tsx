/** All that a startup declared of a solution, section by section, as the association reads it. */
import { fileAddress } from '#platform/files/file-routes.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList } from '#web/components/index.tsx'
import { type FieldName, showValue } from '../changes.rules.ts'
import type { Startup } from '../startups/startup.schema.ts'
import { type Section, sectionNames, sections, sectionTitles } from './sections/section.schema.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'

interface Props {
  solution: Solution
  startup: Startup
  files: readonly SolutionFile[]
}

export function SolutionContent({ solution, startup, files }: Props) {
  return (
    <>
      <p>
        {t('Proposée par')}{' '}
        <a href={`/espace/verifications/startups/${startup.id}`}>{startup.name}</a>
      </p>
      {sections.map((section) => (
        <section key={section}>
          <h2>{t(sectionTitles[section])}</h2>
          <DefinitionList items={listFacts(solution, section)} />
        </section>
      ))}
      <section>
        <h2>{t('Documents et captures d’écran')}</h2>
        <FileList files={files} />
      </section>
    </>
  )
}

function listFacts(solution: Solution, section: Section) {
  const names = Object.entries<FieldName>(sectionNames[section])
  return names.map(([name, field]) => ({
    term: field.label,
    value: toContent(field, solution[name as keyof Solution]),
  }))
}

function toContent(field: FieldName, value: unknown) {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  if (typeof value === 'string' && /^https?:\/\//.test(value))
    return (
      <a href={value} rel="noreferrer">
        {value}
      </a>
    )
  return <span class="lines">{showValue(field, value)}</span>
}

function FileList({ files }: { files: readonly SolutionFile[] }) {
  if (files.length === 0) return <p class="soft">{t('Aucun fichier.')}</p>
  return (
    <ul>
      {files.map(({ fileId, caption, name }) => (
        <li key={fileId}>
          <a href={fileAddress(fileId, name)}>{caption || name}</a>
        </li>
      ))}
    </ul>
  )
}
