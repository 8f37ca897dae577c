/** What a startup shows of its solution: screenshots, documents, a demonstration. */
import { fileAddress } from '#platform/files/file-routes.ts'
import { formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { SolutionFile } from '../solution.schema.ts'

interface Props {
  readonly files: readonly SolutionFile[]
  readonly demoUrl: string | null
}

export function SolutionFiles({ files, demoUrl }: Props) {
  if (files.length === 0 && demoUrl === null) return null
  const documents = files.filter(({ kind }) => kind === 'document')
  return (
    <section>
      <h2>{t('Documents et captures d’écran')}</h2>
      {files
        .filter(({ kind }) => kind === 'screenshot')
        .map((file) => (
          <Screenshot key={file.fileId} file={file} />
        ))}
      <ul>
        {demoUrl && (
          <li>
            <a href={demoUrl} rel="noreferrer">
              {t('Voir la démonstration')}
            </a>
          </li>
        )}
        {documents.map(({ fileId, name, caption, sizeBytes }) => (
          <li key={fileId}>
            <a href={fileAddress(fileId, name)}>{caption || name}</a> ({t('PDF')},{' '}
            {formatSize(sizeBytes)})
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Fetched only when the reader comes near it; the link opens it whole. */
function Screenshot({ file: { fileId, name, caption } }: { file: SolutionFile }) {
  const address = fileAddress(fileId, name)
  return (
    <figure>
      <a href={address}>
        <img src={address} alt={caption || name} loading="lazy" width={640} height={400} />
      </a>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
