/** What a paper is, for whoever holds it: its facts, whether it still holds, and whether a file is truly it. */
import { z } from 'zod'
import {
  type DocumentState,
  documentAddress,
  findSuccessor,
  type StoredDocument,
  showCode,
  stateOf,
} from '#platform/documents.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  type Context,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ButtonLink,
  DefinitionList,
  FileField,
  Form,
  Notice,
  Page,
} from '#web/components/index.tsx'
import { findByCode } from './find-by-code.ts'

interface Shown {
  readonly document: StoredDocument
  readonly successor: StoredDocument | undefined
}

const Held = z.object({ file: optionalFile([mediaTypes.pdf], 12) })

export const showDocumentPage = form('/verifier/:code', {
  load: ({ code }, context) => loadShown(code, context),
  allow: everyone,
  input: Held,
  keepsFiles: false,
  limit: { points: 30, seconds: 600 },
  invalid: (shown, { errors }) => <ShowDocument {...shown} errors={errors} />,
  valid: async ({ document }, { file }) => {
    if (file === null) return refuse({ file: 'Choisissez le fichier à comparer' })
    if (file.sha256 !== document.sha256) return refuse({ file: differs })
    return seeOther(`/verifier/${showCode(document.code)}`, same)
  },
})

const differs =
  'Ce fichier n’est pas le document émis : il en diffère, ne serait-ce que d’un signe. Demandez l’original à l’émetteur.'
const same = 'Ce fichier est exactement le document émis : rien n’y a été changé.'

async function loadShown(code: string, context: Context): Promise<Shown> {
  const document = orNotFound(await findByCode(context, code))
  return { document, successor: await findSuccessor(context, document) }
}

type Errors = Submission<z.infer<typeof Held>>['errors']

function ShowDocument({ document, successor, errors }: Shown & { errors: Errors }) {
  const { name, isPublic } = document
  return (
    <Page
      title={isPublic ? document.title : name}
      kicker={isPublic ? name : document.reference}
      errors={errors}
      breadcrumbs={[{ label: 'Vérifier un document', href: '/verifier' }]}
    >
      <State document={document} successor={successor} />
      <DefinitionList items={listFacts(document)} />
      {isPublic && (
        <p>
          <ButtonLink href={documentAddress(document)}>Ouvrir le document</ButtonLink>
        </p>
      )}
      <h2>{t('Comparer le fichier que vous avez reçu')}</h2>
      <p>
        {t(
          'Déposez le PDF reçu par courriel ou par téléphone : il est comparé à l’original, signe par signe, et rien n’en est gardé.',
        )}
      </p>
      <Form action={`/verifier/${showCode(document.code)}`} submit="Comparer" multipart>
        <FileField
          name="file"
          label="Le fichier reçu"
          accept="application/pdf"
          maxMegabytes={12}
          error={errors.file}
        />
      </Form>
    </Page>
  )
}

function listFacts(document: StoredDocument) {
  return [
    { term: 'Nature', value: document.name },
    { term: 'Référence', value: document.reference },
    { term: 'Émis par', value: document.issuerName },
    { term: 'Émis le', value: formatDateTime(document.createdAt) },
    { term: 'Code', value: showCode(document.code) },
    { term: 'Empreinte SHA-256 du fichier', value: <code>{document.sha256}</code> },
  ]
}

const states: Readonly<
  Record<DocumentState, { tone: 'success' | 'warning' | 'danger'; label: string; text: string }>
> = {
  valid: {
    tone: 'success',
    label: 'Valable',
    text: 'Ce document a bien été émis par l’organisation nommée ci-dessous, et il vaut encore.',
  },
  replaced: {
    tone: 'warning',
    label: 'Remplacé',
    text: 'Ce document a bien été émis, mais un plus récent a pris sa place.',
  },
  revoked: {
    tone: 'danger',
    label: 'Retiré',
    text: 'Ce document a été retiré par son émetteur : il ne vaut plus.',
  },
}

function State({ document, successor }: Shown) {
  const { tone, label, text } = states[stateOf(document)]
  return (
    <Notice kind={tone} title={label}>
      <p>{t(text)}</p>
      {document.revokedAt && (
        <p>
          {t('Retiré le {date}.', { date: formatDate(document.revokedAt) })}{' '}
          {document.isPublic && document.revocationReason}
        </p>
      )}
      {successor?.isPublic && (
        <p>
          <a href={`/verifier/${showCode(successor.code)}`}>
            {t('Voir le document qui le remplace')}
          </a>
        </p>
      )}
    </Notice>
  )
}
