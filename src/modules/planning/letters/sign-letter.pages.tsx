/** Where a letter is signed: with a code or a passkey, or by hand with the scan attached. */
import { z } from 'zod'
import { signPages } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { findFile, recordFile } from '#platform/files/file-records.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  endpoint,
  fields,
  form,
  mediaTypes,
  optionalFile,
  type Submission,
  seeOther,
  type Upload,
} from '#platform/web.ts'
import { FileField, Form, Page, TextField } from '#web/components/index.tsx'
import { letterPolicy } from './letter.policy.ts'
import { findDelegation, getFullLetter } from './letter.queries.ts'
import type { FullLetter, Letter } from './letter.schema.ts'
import { LetterBody } from './letter-body.view.tsx'
import { hashText } from './letter-text.rules.ts'
import { letterAddress, letterBack } from './move-letter.pages.tsx'
import { signLetter, writeSignedText } from './sign-letter.ts'

interface Signing {
  readonly full: FullLetter
  readonly documentSha256: string
  readonly isDelegated: boolean
}

async function loadSigning({ letterId }: { letterId: string }, { db }: Context): Promise<Signing> {
  const full = await getFullLetter(db, letterId)
  const delegation = await findDelegation(db, full.letter.communeId)
  return {
    full,
    documentSha256: hashText(await writeSignedText(db, full)),
    isDelegated: delegation?.isActive === true,
  }
}

const mayAttach = (actor: Actor, { full: { letter } }: Signing) =>
  letter.status === 'submitted' && letterPolicy.sign(actor, letter)

const signLetterPages = signPages<Signing>('/espace/lettres-de-cadrage/:letterId/signer', {
  load: loadSigning,
  allow: (actor, signing) =>
    mayAttach(actor, signing) && (actor.role === 'mayor' || signing.isDelegated),
  describe: ({ full: { letter }, documentSha256 }) => ({
    title: 'Signer la lettre de cadrage',
    back: letterBack(letter),
    documentSha256,
    statement: 'En signant, vous fixez les orientations du budget telles qu’elles sont ci-dessous.',
    address: `${letterAddress(letter)}/signer`,
  }),
  view: ({ full }) => <LetterBody full={full} />,
  sign: ({ full, documentSha256 }, proof, context) =>
    signLetter(context, full.letter, documentSha256, proof),
  done: 'La lettre est signée. Transmettez-la maintenant aux services.',
})

const Paper = z.object({
  file: optionalFile([mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg], 10).refine(
    (upload): upload is Upload => upload !== null,
    'Choisissez la lettre numérisée',
  ),
  signatory: fields.text({ min: 5, max: 120, missing: 'Écrivez le nom de qui a signé' }),
})

const paperPage = form('/espace/lettres-de-cadrage/:letterId/papier', {
  load: loadSigning,
  allow: mayAttach,
  input: Paper,
  invalid: ({ full }, submission) => <AttachPaper letter={full.letter} {...submission} />,
  valid: async ({ full, documentSha256 }, { file, signatory }, context) => {
    const { actor, db, now } = context
    const organisationId = getOrganisationId(actor)
    const owner = { organisationId, isPublic: false, createdBy: actor.id }
    const fileId = await recordFile(db, file, owner, now)
    const proof = { means: 'paper' as const, fileId, sha256: file.sha256, signatory }
    await signLetter(context, full.letter, documentSha256, proof)
    return seeOther(letterAddress(full.letter), 'La lettre signée est gardée, avec son empreinte.')
  },
})

function AttachPaper({
  letter,
  values,
  errors,
}: Submission<z.infer<typeof Paper>> & { letter: Letter }) {
  return (
    <Page
      title="Joindre la lettre signée à la main"
      errors={errors}
      breadcrumbs={[letterBack(letter)]}
    >
      <p>
        {t('Imprimez la lettre, faites-la signer et tamponner, puis numérisez toutes ses pages.')}{' '}
        <a href={`${letterAddress(letter)}/lettre.pdf`}>{t('La lettre en PDF')}</a>
      </p>
      <Form
        action={`${letterAddress(letter)}/papier`}
        submit="Joindre"
        multipart
        secondary={{ label: 'Annuler', href: letterAddress(letter) }}
      >
        <FileField
          name="file"
          label="Lettre numérisée"
          accept="application/pdf,image/png,image/jpeg"
          maxMegabytes={10}
          values={values}
          error={errors.file}
        />
        <TextField
          name="signatory"
          label="Qui a signé"
          hint="Le nom et la fonction, comme ils sont écrits sur la lettre."
          value={values.signatory}
          error={errors.signatory}
        />
      </Form>
    </Page>
  )
}

/** The scan belongs to whoever attached it; whoever reads the letter reads it as a part of it. */
const scanEndpoint = endpoint('/espace/lettres-de-cadrage/:letterId/numerisation', {
  load: async ({ letterId }: { letterId: string }, { db }: Context) => {
    const { letter, signature } = await getFullLetter(db, letterId)
    const { fileId } = (signature?.evidence ?? {}) as { fileId?: string }
    return { letter, fileId: orNotFound(fileId) }
  },
  allow: (actor, { letter }) => letterPolicy.read(actor, letter),
  reply: async ({ fileId }, context) => {
    const file = orNotFound(await asSystem(context, (db) => findFile(db, fileId)))
    const headers = { ...describeFile(file), 'cache-control': 'private, no-store' }
    return { headers, body: await context.platform.files.open(file.sha256) }
  },
})

export const signLetterRoutes = [...signLetterPages, paperPage, scanEndpoint]
