/** The attachments of a proposal: added one at a time, removed while it is a draft. */
import { z } from 'zod'
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  fields,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
  type Upload,
} from '#platform/web.ts'
import { ActionButton, EmptyState, FileField, Form, Page, Table } from '#web/components/index.tsx'
import { addressOf, loadWritten, mayWrite, type WrittenProposal } from './load-own-proposal.ts'
import { type AttachedFile, largestFileMegabytes, mostFiles } from './proposal.schema.ts'
import { attachFile, detachFile } from './proposal-file.actions.ts'

const accepted = [mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg]

const NewFile = z.object({
  file: optionalFile(accepted, largestFileMegabytes).refine(
    (upload): upload is Upload => upload !== null,
    'Choisissez un fichier',
  ),
})

const attachFilePage = form('/appels/:ref/ma-proposition/pieces', {
  load: loadWritten,
  allow: mayWrite,
  input: NewFile,
  initial: () => ({}),
  invalid: (written, submission) => <Files {...written} {...submission} />,
  valid: async (written, { file }, context) => {
    const isKept = await attachFile(context, written.proposal, written.draft, file)
    return isKept
      ? seeOther(`${addressOf(written)}/pieces`, 'La pièce est jointe, et chiffrée.')
      : refuse({ file: `Il y en a déjà ${mostFiles} : retirez-en une d’abord.` })
  },
})

const detachFileAction = action('/appels/:ref/ma-proposition/pieces/retirer', {
  load: loadWritten,
  allow: mayWrite,
  input: z.object({ fileId: fields.text({ max: 36 }) }),
  back: (written) => `${addressOf(written)}/pieces`,
  act: async (written, { fileId }, context) => {
    await detachFile(context, written.proposal, written.draft, fileId)
    return seeOther(`${addressOf(written)}/pieces`, 'La pièce est retirée.')
  },
})

const columns = [
  { key: 'name', label: 'Pièce' },
  { key: 'size', label: 'Taille', numeric: true },
  { key: 'act', label: 'Action' },
]

function Files(written: WrittenProposal & Submission<z.infer<typeof NewFile>>) {
  const { full, draft, values, errors } = written
  const { files } = draft.content
  const base = addressOf(written)
  return (
    <Page
      title="Pièces jointes"
      errors={errors}
      lead="Chiffrées dès leur arrivée. La commune les lira après l’ouverture, pas avant."
      breadcrumbs={[
        { label: full.call.title, href: `/appels/${full.call.reference}` },
        { label: 'Notre proposition', href: base },
      ]}
    >
      <FileTable files={files} base={base} />
      {files.length < mostFiles && (
        <Form
          action={`${base}/pieces`}
          submit="Joindre"
          multipart
          secondary={{ label: 'Retour à la proposition', href: base }}
        >
          <FileField
            name="file"
            label="Nouvelle pièce"
            hint="PDF, PNG ou JPEG."
            accept={accepted.join(',')}
            maxMegabytes={largestFileMegabytes}
            values={values}
            error={errors.file}
          />
        </Form>
      )}
    </Page>
  )
}

function FileTable({ files, base }: { files: readonly AttachedFile[]; base: string }) {
  if (files.length === 0)
    return (
      <EmptyState title="Aucune pièce">
        <p>{t('Elles sont facultatives, sauf si l’appel en demande.')}</p>
      </EmptyState>
    )
  return (
    <Table
      caption="Pièces jointes"
      isCaptionHidden
      columns={columns}
      rows={files.map(({ fileId, name, sizeBytes }) => ({
        name,
        size: t('{size} Ko', { size: formatNumber(Math.ceil(sizeBytes / 1000)) }),
        act: (
          <ActionButton
            action={`${base}/pieces/retirer`}
            label="Retirer"
            kind="quiet"
            fields={{ fileId }}
          />
        ),
      }))}
    />
  )
}

export const attachFilePages = [attachFilePage, detachFileAction]
