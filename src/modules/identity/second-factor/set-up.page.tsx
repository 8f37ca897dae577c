/** Turning the second factor on: a QR code or a key to type, then a first code. */

import QRCode from 'qrcode'
import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { CodeField, Form, Page } from '#web/components/index.tsx'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { findPerson, type Person } from '../people/person.queries.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import { exchangeSession, revokeOtherSessions } from '../sessions/session.ts'
import { countRecoveryCodes } from './recovery-codes.ts'
import { secondFactor } from './second-factor.page.tsx'
import { enrol } from './second-factor.ts'
import { path, shownCodes } from './shown-codes.page.tsx'
import { createSecret, toEnrolmentAddress } from './totp.rules.ts'
import { SecondFactorIsOn } from './turn-off.page.tsx'

/** The proposed secret: stored only once a first code has shown that the authenticator has it. */
const proposal = createSealedCookie<{ personId: string; secret: string }>(
  'cauri-authentificateur',
  3600,
)

interface SetUp {
  readonly person: Person
  readonly secret: string
  readonly qr: string
  readonly codesLeft: number
}

async function loadSetUp(_: unknown, context: Context): Promise<SetUp> {
  const person = orNotFound(await findPerson(context.db, getPersonId(context.actor)))
  const proposed = proposal.read(context)
  const secret = proposed?.personId === person.id ? proposed.secret : createSecret()
  if (proposed?.secret !== secret) proposal.keep(context, { personId: person.id, secret })
  const label = person.email ?? person.phone ?? person.fullName
  const svg = await QRCode.toString(toEnrolmentAddress(secret, label), { type: 'svg', margin: 2 })
  const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return { person, secret, qr, codesLeft: await countRecoveryCodes(context.db, person.id) }
}

export const setUpSecondFactorPage = form(path, {
  load: loadSetUp,
  allow: signedIn,
  input: z.object({ code: secondFactor }),
  limit: { points: 30, seconds: 900 },
  invalid: (setUp, submission) =>
    setUp.person.totpConfirmedAt ? (
      <SecondFactorIsOn codesLeft={setUp.codesLeft} />
    ) : (
      <SetUpForm {...setUp} {...submission} />
    ),
  valid: async ({ person, secret }, { code }, context) => {
    if (person.totpConfirmedAt) return seeOther(path)
    const codes = await enrol(context, { personId: person.id, secret, code })
    if (!codes)
      return refuse({ code: 'Code incorrect. Vérifiez l’heure du téléphone, puis réessayez.' })
    proposal.forget(context)
    shownCodes.keep(context, { personId: person.id, codes })
    await protectAccount(context, person.id)
    return seeOther(`${path}/codes`, 'La double authentification est active.')
  },
})

/** Sessions opened without the second factor end, except this one, which has just given it. */
async function protectAccount(context: Context, personId: string): Promise<void> {
  const { db, session, now } = context
  await revokeOtherSessions(context, personId, session?.id ?? null)
  await exchangeSession(context, { hasSecondFactor: true })
  await tellSecurityChange(db, personId, 'secondFactorOn', now)
}

function SetUpForm({ secret, qr, errors }: SetUp & Submission<{ code: string }>) {
  return (
    <Page
      title="Double authentification"
      lead="Après le mot de passe, un code que seul votre téléphone connaît."
      errors={errors}
      breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
    >
      <ol>
        <li>{t('Installez une application d’authentification sur votre téléphone.')}</li>
        <li>{t('Scannez ce dessin avec elle, ou tapez la clé.')}</li>
        <li>{t('Tapez ici le code de six chiffres qu’elle affiche.')}</li>
      </ol>
      <img src={qr} alt={t('Dessin à scanner')} width={200} height={200} />
      <p>
        {t('Clé à taper :')} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form action={path} submit="Activer">
        <CodeField name="code" label="Code affiché par l’application" error={errors.code} />
      </Form>
    </Page>
  )
}
