/** Where an agreement is signed: with a code or a passkey, or by hand with the scan attached. */
import { z } from 'zod'
import { signPages } from '#modules/identity/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { recordFile } from '#platform/files/file-records.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  fields,
  form,
  mediaTypes,
  optionalFile,
  type Submission,
  seeOther,
  type Upload,
} from '#platform/web.ts'
import { FileField, Form, Page, TextField } from '#web/components/index.tsx'
import { agreementPolicy } from './agreement.policy.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import type { Agreement, FullAgreement } from './agreement.schema.ts'
import { AgreementText } from './agreement-file.page.tsx'
import { hashAgreement, type PartyNames } from './agreement-text.rules.ts'
import { addressOf, back } from './move-agreement.pages.tsx'
import { signAgreement } from './sign-agreement.ts'

interface Signing {
  readonly full: FullAgreement
  readonly names: PartyNames
}

async function loadSigning(
  { agreementId }: { agreementId: string },
  { db }: Context,
): Promise<Signing> {
  const full = await getFullAgreement(db, agreementId)
  return { full, names: await getPartyNames(db, full.agreement) }
}

const isToSign = ({ status }: Agreement) => status === 'agreed' || status === 'signing'

const signAgreementPages = signPages<Signing>('/espace/conventions/:agreementId/signer', {
  load: loadSigning,
  allow: (actor, { full }) =>
    agreementPolicy.sign(actor, full.agreement) && isToSign(full.agreement),
  describe: ({ full, names }) => ({
    title: 'Signer la convention',
    back: back(full.agreement),
    documentSha256: hashAgreement(full, names),
    statement: 'En signant, vous engagez votre organisation sur le texte ci-dessous, mot pour mot.',
    address: `${addressOf(full.agreement)}/signer`,
  }),
  view: (signing) => <AgreementText {...signing} />,
  sign: ({ full, names }, proof, context) =>
    signAgreement(context, full.agreement, hashAgreement(full, names), proof),
  done: 'Votre signature est gardée, avec sa preuve.',
})

const Paper = z.object({
  file: optionalFile([mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg], 10).refine(
    (upload): upload is Upload => upload !== null,
    'Choisissez le document numérisé',
  ),
  signatory: fields.text({ min: 5, max: 120, missing: 'Écrivez le nom de qui a signé' }),
})

const paperPage = form('/espace/conventions/:agreementId/papier', {
  load: loadSigning,
  allow: (actor, { full }) =>
    agreementPolicy.sign(actor, full.agreement) && isToSign(full.agreement),
  input: Paper,
  invalid: ({ full }, submission) => <AttachPaper agreement={full.agreement} {...submission} />,
  valid: async ({ full, names }, { file, signatory }, context) => {
    const owner = {
      organisationId: getOrganisationId(context.actor),
      isPublic: false,
      createdBy: context.actor.id,
    }
    const fileId = await recordFile(context.db, file, owner, context.now)
    const proof = { means: 'paper' as const, fileId, sha256: file.sha256, signatory }
    await signAgreement(context, full.agreement, hashAgreement(full, names), proof)
    return seeOther(addressOf(full.agreement), 'Le document signé est gardé, avec son empreinte.')
  },
})

function AttachPaper({
  agreement,
  values,
  errors,
}: Submission<z.infer<typeof Paper>> & { agreement: Agreement }) {
  return (
    <Page
      title="Joindre le document signé à la main"
      errors={errors}
      breadcrumbs={[back(agreement)]}
    >
      <p>{t('Imprimez la convention, signez-la, tamponnez-la, numérisez toutes ses pages.')}</p>
      <Form
        action={`${addressOf(agreement)}/papier`}
        submit="Joindre"
        multipart
        secondary={{ label: 'Annuler', href: addressOf(agreement) }}
      >
        <FileField
          name="file"
          label="Document numérisé"
          accept="application/pdf,image/png,image/jpeg"
          maxMegabytes={10}
          values={values}
          error={errors.file}
        />
        <TextField
          name="signatory"
          label="Qui a signé pour votre organisation"
          value={values.signatory}
          error={errors.signatory}
        />
      </Form>
    </Page>
  )
}

export const signAgreementRoutes = [...signAgreementPages, paperPage]
