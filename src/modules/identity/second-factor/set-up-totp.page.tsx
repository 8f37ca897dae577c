/** Turning the second factor on (QR code or typed key, then a first code) and off. */
import QRCode from 'qrcode'
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { decryptText, encryptText } from '#platform/secret.ts'
import {
  type Context,
  fields,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { CodeField, Form, Hidden, Notice, Page, PasswordField } from '#web/components/index.tsx'
import { checkPassword } from '../people/password.ts'
import { findPerson, type Person } from '../people/person.queries.ts'
import { createEnrolment, enrol, removeTotp } from './totp.ts'

const path = '/espace/compte/double-authentification'
const codesCookie = 'cauri-codes-de-secours'
const crumbs = [{ label: 'Mon compte', href: '/espace/compte' }]

interface SetUp {
  readonly person: Person
  /** The proposed secret, sealed: it is kept only once a first code has confirmed it. */
  readonly sealed: string
  readonly secret: string
  readonly qr: string
}

async function loadSetUp(
  _: unknown,
  { db, actor, platform, fields: sent }: Context,
): Promise<SetUp> {
  const person = orNotFound(await findPerson(db, actor.id ?? ''))
  const label = person.email ?? person.phone ?? person.fullName
  const { secret, address } = createEnrolment(label)
  if (typeof sent.sealed === 'string') return { person, sealed: sent.sealed, secret: '', qr: '' }
  const qr = await QRCode.toString(address, { type: 'svg', margin: 1 })
  return {
    person,
    secret,
    sealed: encryptText(secret, platform.secret),
    qr: `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`,
  }
}

const FirstCode = z.object({
  sealed: z.string().max(400),
  code: fields.text({ max: 10, missing: 'Indiquez le code affiché par l’application' }),
})

const setUpPage = form(path, {
  load: loadSetUp,
  allow: signedIn,
  input: FirstCode,
  limit: { points: 20, seconds: 900 },
  invalid: (setUp, submission) => <SetUpForm {...setUp} {...submission} />,
  valid: async ({ person }, { sealed, code }, context) => {
    if (person.totpConfirmedAt) return seeOther(path)
    const secret = decryptText(sealed, context.platform.secret)
    const codes = await enrol(
      context.db,
      context.platform.secret,
      { personId: person.id, secret, code },
      context.now,
    )
    if (!codes)
      return refuse({
        code: 'Code incorrect. Recommencez : scannez de nouveau le dessin, puis tapez le code affiché.',
      })
    context.setCookie(codesCookie, encryptText(codes.join(' '), context.platform.secret), {
      maxAge: 600,
    })
    return seeOther(`${path}/codes`)
  },
})

function SetUpForm({
  person,
  sealed,
  secret,
  qr,
  errors,
}: Submission<z.infer<typeof FirstCode>> & SetUp) {
  if (person.totpConfirmedAt) {
    return (
      <Page title="Double authentification" breadcrumbs={crumbs}>
        <Notice kind="success" title="Elle est active">
          <p>
            {t('Un code de votre application est demandé à chaque connexion par mot de passe.')}
          </p>
        </Notice>
        <p>
          <a href={`${path}/desactiver`}>{t('La désactiver')}</a>
        </p>
      </Page>
    )
  }
  return (
    <Page title="Double authentification" errors={errors} breadcrumbs={crumbs}>
      {qr ? (
        <>
          <ol>
            <li>{t('Installez une application d’authentification sur votre téléphone.')}</li>
            <li>{t('Scannez ce dessin, ou tapez la clé.')}</li>
            <li>{t('Tapez le code qu’elle affiche.')}</li>
          </ol>
          <img src={qr} alt={t('Dessin à scanner avec l’application')} width={200} height={200} />
          <p>{t('Clé à taper : {secret}', { secret: secret.replace(/(.{4})/g, '$1 ') })}</p>
        </>
      ) : (
        <p>
          <a href={path}>{t('Afficher un nouveau dessin')}</a>
        </p>
      )}
      <Form action={path} submit="Activer">
        <Hidden name="sealed" value={sealed} />
        <CodeField name="code" label="Code affiché par l’application" error={errors.code} />
      </Form>
    </Page>
  )
}

/** Shown once: the cookie that carries them is taken away with the page. */
const paperCodesPage = page(`${path}/codes`, {
  load: (_, context) => readPaperCodes(context),
  allow: signedIn,
  view: (codes) => (
    <Page title="Vos codes de secours" breadcrumbs={crumbs}>
      {codes.length === 0 ? (
        <p>
          {t(
            'Les codes ne se montrent qu’une fois. Désactivez puis réactivez la double authentification pour en avoir d’autres.',
          )}
        </p>
      ) : (
        <>
          <Notice kind="warning" title="Imprimez ou recopiez-les maintenant">
            <p>
              {t('Chacun sert une fois, si votre téléphone est perdu. Ils ne seront plus montrés.')}
            </p>
          </Notice>
          <ul class="rows">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  ),
})

function readPaperCodes({ getCookie, setCookie, platform }: Context): string[] {
  const sealed = getCookie(codesCookie)
  if (!sealed) return []
  setCookie(codesCookie, null)
  return decryptText(sealed, platform.secret).split(' ')
}

const Removal = z.object({ motDePasse: z.string().max(300).min(1, 'Indiquez votre mot de passe') })

const removePage = form(`${path}/desactiver`, {
  load: async (_, { db, actor }) => orNotFound(await findPerson(db, actor.id ?? '')),
  allow: signedIn,
  input: Removal,
  limit: { points: 10, seconds: 900 },
  invalid: (_, { errors }) => (
    <Page title="Désactiver la double authentification" errors={errors} breadcrumbs={crumbs}>
      <Form
        action={`${path}/desactiver`}
        submit="Désactiver"
        danger
        secondary={{ label: 'Annuler', href: path }}
      >
        <PasswordField
          name="motDePasse"
          label="Votre mot de passe"
          error={errors.motDePasse}
          autocomplete="current-password"
        />
      </Form>
    </Page>
  ),
  valid: async (person, { motDePasse }, { db }) => {
    if (!(await checkPassword(person.passwordHash, motDePasse)))
      return refuse({ motDePasse: 'Ce n’est pas votre mot de passe' })
    await removeTotp(db, person.id)
    return seeOther('/espace/compte', 'La double authentification est désactivée.')
  },
})

export const totpPages = [setUpPage, paperCodesPage, removePage]
