/** The pages on which any object is signed: a code to receive and type, or a passkey; both are worth for one document only. */
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import type { Rule } from '#platform/policy.ts'
import {
  action,
  type Context,
  endpoint,
  fields,
  form,
  json,
  type Route,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ActionButton,
  CodeField,
  DefinitionList,
  Form,
  Notice,
  Page,
} from '#web/components/index.tsx'
import { PasskeyForm } from '../passkeys/passkey-form.view.tsx'
import type { Proof } from './signature-evidence.ts'
import {
  hasPasskey,
  hasSigningCode,
  sendSigningCode,
  startPasskeySigning,
  takePasskeySigning,
  takeSigningCode,
} from './signing-proof.ts'

interface Signed {
  readonly title: string
  /** The page of the object, and how it is called. */
  readonly back: { readonly href: string; readonly label: string }
  readonly documentSha256: string
  /** What signing commits to, in one or two sentences. */
  readonly statement: string
  readonly address: string
}

interface SignPages<Subject> {
  readonly load: (params: never, context: Context) => Promise<Subject>
  readonly allow: Rule<Subject>
  readonly describe: (subject: Subject) => Signed
  readonly view?: (subject: Subject) => ComponentChildren
  readonly sign: (subject: Subject, proof: Proof, context: Context) => Promise<unknown>
  /** Said once it is signed. */
  readonly done: string
}

interface Shown<Subject> {
  readonly subject: Subject
  readonly isCodeSent: boolean
  readonly hasKey: boolean
}

const Code = z.object({ code: fields.text({ max: 20, missing: 'Écrivez le code reçu' }) })
const KeyAnswer = z.object({ reponse: z.string('La clé n’a pas répondu').min(1).max(20_000) })

interface Guard<Subject> {
  readonly load: (params: unknown, context: Context) => Promise<Shown<Subject>>
  readonly allow: Rule<Shown<Subject>>
}

export function signPages<Subject>(path: string, parts: SignPages<Subject>): Route[] {
  const guard: Guard<Subject> = {
    load: async (params, context) => {
      const subject = await parts.load(params as never, context)
      return {
        subject,
        isCodeSent: hasSigningCode(context, parts.describe(subject).documentSha256),
        hasKey: context.actor.kind === 'person' && (await hasPasskey(context)),
      }
    },
    allow: (actor, { subject }) => parts.allow(actor, subject),
  }
  return [...codeRoutes(path, parts, guard), ...keyRoutes(path, parts, guard)]
}

async function finish<Subject>(
  parts: SignPages<Subject>,
  subject: Subject,
  proof: Proof,
  context: Context,
) {
  await parts.sign(subject, proof, context)
  return seeOther(parts.describe(subject).back.href, parts.done)
}

function codeRoutes<Subject>(
  path: string,
  parts: SignPages<Subject>,
  guard: Guard<Subject>,
): Route[] {
  const addressOf = ({ subject }: Shown<Subject>) => parts.describe(subject).address
  const page = form(path, {
    ...guard,
    input: Code,
    invalid: (shown, submission) => <Sign parts={parts} shown={shown} {...submission} />,
    valid: async ({ subject }, { code }, context) => {
      const proof = await takeSigningCode(context, parts.describe(subject).documentSha256, code)
      if (!proof) return refuse({ code: 'Ce code n’est pas, ou n’est plus, valable' })
      return finish(parts, subject, proof, context)
    },
  })
  const sending = action(`${path}/code`, {
    ...guard,
    input: z.object({}),
    back: addressOf,
    act: async (shown, _, context) => {
      const { documentSha256 } = parts.describe(shown.subject)
      const destination = await sendSigningCode(context, documentSha256)
      if (!destination)
        return refuse({ form: 'Trop de codes ont été demandés. Patientez une heure.' })
      const sent = `Un code est parti vers ${destination}. Il est valable dix minutes.`
      return seeOther(addressOf(shown), sent)
    },
  })
  return [page, sending]
}

function keyRoutes<Subject>(
  path: string,
  parts: SignPages<Subject>,
  guard: Guard<Subject>,
): Route[] {
  const options = endpoint(`${path}/cle/options`, {
    method: 'POST',
    ...guard,
    reply: async ({ subject }, context) =>
      json(await startPasskeySigning(context, parts.describe(subject).documentSha256)),
  })
  const signing = action(`${path}/cle`, {
    ...guard,
    input: KeyAnswer,
    back: ({ subject }) => parts.describe(subject).address,
    act: async ({ subject }, { reponse }, context) => {
      const { documentSha256 } = parts.describe(subject)
      const proof = await takePasskeySigning(context, documentSha256, reponse)
      if (!proof) return refuse({ form: 'Cette clé d’accès n’est pas reconnue.' })
      return finish(parts, subject, proof, context)
    },
  })
  return [options, signing]
}

function Sign<Subject>({
  parts,
  shown,
  errors,
}: Submission<z.infer<typeof Code>> & { parts: SignPages<Subject>; shown: Shown<Subject> }) {
  const { title, back, documentSha256, statement } = parts.describe(shown.subject)
  return (
    <Page
      title={title}
      errors={errors}
      breadcrumbs={[back]}
      islands={shown.hasKey ? ['passkey.js'] : []}
    >
      <p>{t(statement)}</p>
      {parts.view?.(shown.subject)}
      <DefinitionList
        items={[
          {
            term: 'Empreinte du texte (SHA-256)',
            value: <code class="hash">{documentSha256}</code>,
          },
        ]}
      />
      <Means shown={shown} signed={parts.describe(shown.subject)} error={errors.code} />
      <Notice kind="info">
        <p>
          {t(
            'La plateforme garde la preuve : votre nom, votre fonction, la date, le moyen et l’empreinte du texte.',
          )}
        </p>
      </Notice>
    </Page>
  )
}

interface MeansProps {
  readonly shown: Pick<Shown<unknown>, 'isCodeSent' | 'hasKey'>
  readonly signed: Signed
  readonly error: string | undefined
}

function Means({ shown, signed: { address, back }, error }: MeansProps) {
  return (
    <>
      {shown.isCodeSent && (
        <Form action={address} submit="Signer" secondary={{ label: 'Annuler', href: back.href }}>
          <CodeField
            name="code"
            label="Code reçu"
            hint="Six chiffres. Il ne vaut que pour ce texte."
            error={error}
          />
        </Form>
      )}
      <ActionButton
        action={`${address}/code`}
        label={shown.isCodeSent ? 'Recevoir un autre code' : 'Recevoir un code pour signer'}
        kind={shown.isCodeSent ? 'quiet' : 'primary'}
      />
      {shown.hasKey && (
        <PasskeyForm
          action={`${address}/cle`}
          options={`${address}/cle/options`}
          ceremony="get"
          submit="Signer avec une clé d’accès"
        />
      )}
    </>
  )
}
