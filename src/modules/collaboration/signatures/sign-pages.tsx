/** The pages on which any object is signed: a code to receive and type, or a passkey; both are worth for one document only. */
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import {
  hasPasskey,
  hasSigningCode,
  PasskeyForm,
  sendSigningCode,
  startPasskeySigning,
  takePasskeySigning,
  takeSigningCode,
} from '#modules/identity/index.ts'
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
import type { Proof } from './record-signature.ts'

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

export function signPages<Subject>(path: string, parts: SignPages<Subject>): Route[] {
  const load = async (params: unknown, context: Context): Promise<Shown<Subject>> => {
    const subject = await parts.load(params as never, context)
    return {
      subject,
      isCodeSent: hasSigningCode(context, parts.describe(subject).documentSha256),
      hasKey: context.actor.kind === 'person' && (await hasPasskey(context)),
    }
  }
  const allow: Rule<Shown<Subject>> = (actor, { subject }) => parts.allow(actor, subject)
  const finish = async (subject: Subject, proof: Proof, context: Context) => {
    await parts.sign(subject, proof, context)
    return seeOther(parts.describe(subject).back.href, parts.done)
  }
  const addressOf = ({ subject }: Shown<Subject>) => parts.describe(subject).address
  return [
    form(path, {
      load,
      allow,
      input: Code,
      invalid: (shown, submission) => <Sign parts={parts} shown={shown} {...submission} />,
      valid: async ({ subject }, { code }, context) => {
        const { documentSha256 } = parts.describe(subject)
        const proof = await takeSigningCode(context, documentSha256, code)
        if (!proof) return refuse({ code: 'Ce code n’est pas, ou n’est plus, valable' })
        return finish(subject, proof, context)
      },
    }),
    action(`${path}/code`, {
      load,
      allow,
      input: z.object({}),
      back: addressOf,
      act: async (shown, _, context) => {
        const { documentSha256 } = parts.describe(shown.subject)
        const destination = await sendSigningCode(context, documentSha256)
        return destination
          ? seeOther(
              addressOf(shown),
              `Un code est parti vers ${destination}. Il est valable dix minutes.`,
            )
          : refuse({ form: 'Trop de codes ont été demandés. Patientez une heure.' })
      },
    }),
    endpoint(`${path}/cle/options`, {
      method: 'POST',
      load,
      allow,
      reply: async ({ subject }, context) =>
        json(await startPasskeySigning(context, parts.describe(subject).documentSha256)),
    }),
    action(`${path}/cle`, {
      load,
      allow,
      input: KeyAnswer,
      back: addressOf,
      act: async ({ subject }, { reponse }, context) => {
        const { documentSha256 } = parts.describe(subject)
        const proof = await takePasskeySigning(context, documentSha256, reponse)
        if (!proof) return refuse({ form: 'Cette clé d’accès n’est pas reconnue.' })
        return finish(subject, proof, context)
      },
    }),
  ]
}

function Sign<Subject>({
  parts,
  shown,
  errors,
}: Submission<z.infer<typeof Code>> & { parts: SignPages<Subject>; shown: Shown<Subject> }) {
  const { title, back, documentSha256, statement, address } = parts.describe(shown.subject)
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
      {shown.isCodeSent && (
        <Form action={address} submit="Signer" secondary={{ label: 'Annuler', href: back.href }}>
          <CodeField
            name="code"
            label="Code reçu"
            hint="Six chiffres. Il ne vaut que pour ce texte."
            error={errors.code}
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
