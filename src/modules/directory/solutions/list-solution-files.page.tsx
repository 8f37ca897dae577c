/** The documents and screenshots of a solution, in the order its startup chooses. */
import { fileAddress } from '#platform/files/file-routes.ts'
import { formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Page } from '#web/components/index.tsx'
import { EditNotice } from '../verification/edit-notice.view.tsx'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { mostFiles } from './file-order.rules.ts'
import { getWithFiles, type SolutionWithFiles } from './solution.queries.ts'
import type { SolutionFile } from './solution.schema.ts'

export const listSolutionFilesPage = page('/espace/solutions/:solutionId/fichiers', {
  load: ({ solutionId }, { db }) => getWithFiles(db, solutionId),
  allow: (actor, { solution }) => solutionPolicy.edit(actor, solution),
  view: (subject) => <ListSolutionFiles {...subject} />,
})

function ListSolutionFiles({ solution, files }: SolutionWithFiles) {
  const base = `/espace/solutions/${solution.id}`
  const documents = files.filter(({ kind }) => kind === 'document')
  const screenshots = files.filter(({ kind }) => kind === 'screenshot')
  const isOpen = isEditable(solution.status)
  return (
    <Page
      title="Documents et captures d’écran"
      kicker={solution.name}
      lead="Ils deviennent publics quand la solution est vérifiée."
      breadcrumbs={[
        { label: 'Mes solutions', href: '/espace/solutions' },
        { label: solution.name, href: base },
      ]}
    >
      <EditNotice status={solution.status} />
      <section>
        <h2>{t('Documents')}</h2>
        <FileRows base={base} files={documents} isOpen={isOpen} />
        {isOpen && <AddLink base={base} path="document" count={documents.length} />}
      </section>
      <section>
        <h2>{t('Captures d’écran')}</h2>
        <FileRows base={base} files={screenshots} isOpen={isOpen} />
        {isOpen && <AddLink base={base} path="capture" count={screenshots.length} />}
      </section>
    </Page>
  )
}

const addLabels = { document: 'Ajouter un document', capture: 'Ajouter une capture d’écran' }

function AddLink({
  base,
  path,
  count,
}: {
  base: string
  path: keyof typeof addLabels
  count: number
}) {
  if (count >= mostFiles) return <p class="soft">{t('{most} au plus.', { most: mostFiles })}</p>
  return (
    <Actions>
      <ButtonLink href={`${base}/fichiers/${path}`} kind="quiet">
        {addLabels[path]}
      </ButtonLink>
    </Actions>
  )
}

interface RowsProps {
  base: string
  files: readonly SolutionFile[]
  isOpen: boolean
}

function FileRows({ base, files, isOpen }: RowsProps) {
  if (files.length === 0) return <p class="soft">{t('Aucun pour le moment.')}</p>
  return (
    <ol class="rows">
      {files.map((file, place) => (
        <li key={file.fileId}>
          <a href={fileAddress(file.fileId, file.name)}>{file.caption || file.name}</a>{' '}
          <span class="soft">
            {file.name}, {formatSize(file.sizeBytes)}
          </span>
          {isOpen && (
            <RowActs
              base={base}
              file={file}
              isFirst={place === 0}
              isLast={place === files.length - 1}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

interface RowActsProps {
  base: string
  file: SolutionFile
  isFirst: boolean
  isLast: boolean
}

function RowActs({ base, file, isFirst, isLast }: RowActsProps) {
  const action = `${base}/fichiers/${file.fileId}`
  return (
    <Actions>
      <ButtonLink href={`${action}/legende`} kind="quiet">
        Corriger la légende
      </ButtonLink>
      {!isFirst && <ActionButton action={`${action}/monter`} label="Monter" />}
      {!isLast && <ActionButton action={`${action}/descendre`} label="Descendre" />}
      <ActionButton
        action={`${action}/retirer`}
        label="Retirer"
        confirm="Ce fichier ne sera plus dans le dossier."
      />
    </Actions>
  )
}
