/** Correcting what a document is called or what an image is said to show, without sending the file again. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { fileAddress } from '#platform/files/file-routes.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page } from '#web/components/index.tsx'
import { notEditable } from '../verification/edit-notice.view.tsx'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { CaptionField } from './caption-field.view.tsx'
import { getWithFiles } from './solution.queries.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'
import { renameFile } from './solution-file.actions.ts'
import { fileKinds } from './solution-file.schema.ts'

interface Subject {
  readonly solution: Solution
  readonly file: SolutionFile
}

async function loadFile(
  { solutionId, fileId }: { solutionId: string; fileId: string },
  { db }: Context,
): Promise<Subject> {
  const { solution, files } = await getWithFiles(db, solutionId)
  return { solution, file: orNotFound(files.find((file) => file.fileId === fileId)) }
}

/** Which words a caption needs depends on the file: it is checked once the file is known. */
const Caption = z.object({ caption: fields.optionalText(10_000) })

export const editCaptionPage = form('/espace/solutions/:solutionId/fichiers/:fileId/legende', {
  load: loadFile,
  allow: (actor, { solution }) => solutionPolicy.edit(actor, solution),
  input: Caption,
  initial: ({ file }) => ({ caption: file.caption }),
  invalid: (subject, submission) => <EditCaption {...subject} {...submission} />,
  valid: async ({ solution, file }, { caption }, context) => {
    if (!isEditable(solution.status)) return refuse({ form: notEditable })
    const parsed = fileKinds[file.kind].caption.safeParse(caption)
    if (!parsed.success) return refuse({ caption: parsed.error.issues[0]?.message ?? '' })
    await renameFile(context, solution, file.fileId, parsed.data)
    return seeOther(`/espace/solutions/${solution.id}/fichiers`, 'La légende est enregistrée.')
  },
})

function EditCaption({
  solution,
  file,
  values,
  errors,
}: Subject & Submission<z.infer<typeof Caption>>) {
  const back = `/espace/solutions/${solution.id}/fichiers`
  const address = fileAddress(file.fileId, file.name)
  return (
    <Page
      title="Corriger la légende"
      kicker={solution.name}
      errors={errors}
      breadcrumbs={[{ label: t('Documents et captures d’écran'), href: back }]}
    >
      <p>
        <a href={address}>{file.name}</a>
      </p>
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: back }}>
        <CaptionField kind={fileKinds[file.kind]} value={values.caption} error={errors.caption} />
      </Form>
    </Page>
  )
}
