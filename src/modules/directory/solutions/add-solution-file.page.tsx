/** The forms that add a document or a screenshot to a solution. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import {
  fields,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
  type Upload,
} from '#platform/web.ts'
import { FileField, Form, Page, TextField } from '#web/components/index.tsx'
import { notEditable } from '../verification/edit-notice.view.tsx'
import { solutionPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { mostFiles } from './file-order.rules.ts'
import { getSolution } from './solution.queries.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'
import { addFile } from './solution-file.actions.ts'

const images = [mediaTypes.png, mediaTypes.jpeg, mediaTypes.webp]

const file = (types: readonly string[], megabytes: number) =>
  optionalFile(types, megabytes).refine(
    (upload): upload is Upload => upload !== null,
    'Choisissez un fichier',
  )

const NewDocument = z.object({
  file: file([mediaTypes.pdf], 5),
  caption: fields.text({ min: 3, max: 200, missing: 'Dites ce que contient le document' }),
})

/** A reader who cannot see the image must still know what it shows. */
const NewScreenshot = z.object({
  file: file(images, 2),
  caption: fields.text({ min: 10, max: 200, missing: 'Décrivez ce que montre l’image' }),
})
type NewFile = z.infer<typeof NewScreenshot>

interface Kind {
  readonly kind: SolutionFile['kind']
  readonly path: string
  readonly title: string
  readonly input: typeof NewDocument | typeof NewScreenshot
  readonly accept: string
  readonly maxMegabytes: number
  readonly captionLabel: string
  readonly captionHint: string
}

const documentKind: Kind = {
  kind: 'document',
  path: 'document',
  title: 'Ajouter un document',
  input: NewDocument,
  accept: mediaTypes.pdf,
  maxMegabytes: 5,
  captionLabel: 'Titre du document',
  captionHint: 'Par exemple « Guide de l’agent » ou « Conditions du support ».',
}

const screenshotKind: Kind = {
  kind: 'screenshot',
  path: 'capture',
  title: 'Ajouter une capture d’écran',
  input: NewScreenshot,
  accept: images.join(','),
  maxMegabytes: 2,
  captionLabel: 'Description de l’image',
  captionHint: 'Pour ceux qui ne la voient pas. Aucune donnée personnelle réelle dans l’image.',
}

export const addDocumentPage = createAddPage(documentKind)
export const addScreenshotPage = createAddPage(screenshotKind)

function createAddPage(kind: Kind) {
  return form(`/espace/solutions/:solutionId/fichiers/${kind.path}`, {
    load: (params, { db }) => getSolution(db, (params as { solutionId: string }).solutionId),
    allow: solutionPolicy.edit,
    input: kind.input,
    invalid: (solution, submission) => (
      <AddSolutionFile solution={solution} kind={kind} {...submission} />
    ),
    valid: async (solution, { file: upload, caption }, context) => {
      if (!isEditable(solution.status)) return refuse({ form: notEditable })
      const outcome = await addFile(context, solution, { upload, caption, kind: kind.kind })
      if (outcome === 'full')
        return refuse({ file: `Il y en a déjà ${mostFiles} : retirez-en un d’abord.` })
      return seeOther(`/espace/solutions/${solution.id}/fichiers`, 'Le fichier est ajouté.')
    },
  })
}

type Props = Submission<NewFile> & { solution: Solution; kind: Kind }

function AddSolutionFile({ solution, kind, values, errors }: Props) {
  const back = `/espace/solutions/${solution.id}/fichiers`
  return (
    <Page
      title={kind.title}
      kicker={solution.name}
      errors={errors}
      breadcrumbs={[{ label: t('Documents et captures d’écran'), href: back }]}
    >
      <Form submit="Ajouter" multipart secondary={{ label: 'Annuler', href: back }}>
        <FileField
          name="file"
          label="Fichier"
          accept={kind.accept}
          maxMegabytes={kind.maxMegabytes}
          values={values}
          error={errors.file}
        />
        <TextField
          name="caption"
          label={kind.captionLabel}
          hint={kind.captionHint}
          maxLength={200}
          value={values.caption}
          error={errors.caption}
        />
      </Form>
    </Page>
  )
}
