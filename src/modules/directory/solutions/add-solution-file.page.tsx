/** The forms that add a document or a screenshot to a solution. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import {
  form,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
  type Upload,
} from '#platform/web.ts'
import { FileField, Form, Page } from '#web/components/index.tsx'
import { notEditable } from '../verification/edit-notice.view.tsx'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { CaptionField } from './caption-field.view.tsx'
import { mostFiles } from './file-order.rules.ts'
import { getSolution } from './solution.queries.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'
import { addFile } from './solution-file.actions.ts'
import { type FileKind, fileKinds } from './solution-file.schema.ts'

const file = ({ types, maxMegabytes }: FileKind) =>
  optionalFile(types, maxMegabytes).refine(
    (upload): upload is Upload => upload !== null,
    'Choisissez un fichier',
  )

export const addDocumentPage = createAddPage('document', 'Ajouter un document')
export const addScreenshotPage = createAddPage('screenshot', 'Ajouter une capture d’écran')

function createAddPage(name: SolutionFile['kind'], title: string) {
  const kind = fileKinds[name]
  const path: string = `/espace/solutions/:solutionId/fichiers/${kind.path}`
  return form(path, {
    load: (params, { db }) => getSolution(db, (params as { solutionId: string }).solutionId),
    allow: solutionPolicy.edit,
    input: z.object({ file: file(kind), caption: kind.caption }),
    invalid: (solution, submission) => (
      <AddSolutionFile solution={solution} kind={kind} title={title} {...submission} />
    ),
    valid: async (solution, { file: upload, caption }, context) => {
      if (!isEditable(solution.status)) return refuse({ form: notEditable })
      const outcome = await addFile(context, solution, { upload, caption, kind: name })
      if (outcome === 'full')
        return refuse({ file: `Il y en a déjà ${mostFiles} : retirez-en un d’abord.` })
      return seeOther(`/espace/solutions/${solution.id}/fichiers`, 'Le fichier est ajouté.')
    },
  })
}

type Props = Submission<{ file: Upload; caption: string }> & {
  solution: Solution
  kind: FileKind
  title: string
}

function AddSolutionFile({ solution, kind, title, values, errors }: Props) {
  const back = `/espace/solutions/${solution.id}/fichiers`
  return (
    <Page
      title={title}
      kicker={solution.name}
      errors={errors}
      breadcrumbs={[{ label: t('Documents et captures d’écran'), href: back }]}
    >
      <Form submit="Ajouter" multipart secondary={{ label: 'Annuler', href: back }}>
        <FileField
          name="file"
          label="Fichier"
          accept={kind.types.join(',')}
          maxMegabytes={kind.maxMegabytes}
          values={values}
          error={errors.file}
        />
        <CaptionField kind={kind} value={values.caption} error={errors.caption} />
      </Form>
    </Page>
  )
}
