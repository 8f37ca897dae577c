/** The files of a dataset, with what lets anybody check what was received; and where it is read live. */
import { formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Details, Table } from '#web/components/index.tsx'
import type { Dataset } from './dataset.types.ts'
import type { DatasetFile } from './dataset-file.queries.ts'
import { fileAddress, formatNames, listFormats } from './dataset-format.rules.ts'

const columns = [
  { key: 'file', label: 'Fichier' },
  { key: 'size', label: 'Taille', numeric: true },
  { key: 'checksum', label: 'Empreinte SHA-256' },
]

interface Props {
  readonly dataset: Dataset
  readonly files: readonly DatasetFile[]
}

export function FileTable({ dataset, files }: Props) {
  const rows = listFormats(dataset).map((format) => {
    const file = files.find((one) => one.format === format)
    return {
      file: <a href={fileAddress(dataset.slug, format)}>{formatNames[format]}</a>,
      size: file ? formatSize(file.sizeBytes) : t('écrit à la première demande'),
      checksum: file ? <code class="hash">{file.sha256}</code> : '',
    }
  })
  return (
    <>
      <Table caption="Fichiers" isCaptionHidden columns={columns} rows={rows} />
      <Details summary="Comment lire et vérifier ces fichiers">
        <p>
          {t(
            'Le CSV est en UTF-8, séparé par des points-virgules ; les listes y sont séparées par « | ». Un fichier demandé plus de dix minutes après sa dernière vérification est d’abord écrit de nouveau.',
          )}
        </p>
        <p>
          {t(
            'L’empreinte dit si le fichier est arrivé entier : sha256sum le montre. Un programme qui rend l’ETag reçu (If-None-Match) n’a rien à télécharger tant que rien n’a changé.',
          )}
        </p>
      </Details>
    </>
  )
}

export function DoorList({ dataset: { doors } }: { dataset: Dataset }) {
  if (doors.length === 0) return null
  return (
    <ul>
      {doors.map(({ title, address, mediaType }) => (
        <li key={address}>
          <a href={address}>{t(title)}</a> <span class="soft">({mediaType})</span>
        </li>
      ))}
    </ul>
  )
}
