/** What the operator may set, read once from the environment. docs/operations/deploy.md lists each variable. */
import path from 'node:path'

export type Config = ReturnType<typeof readConfig>

export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const port = Number(env.PORT ?? 3000)
  const origin = env.CAURI_ORIGIN ?? `http://localhost:${port}`
  const hasDemo = env.CAURI_DEMO !== '0' && env.DATABASE_URL === undefined
  return {
    port,
    host: env.HOST ?? (env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    /** Where people reach the site; links in messages begin with it. */
    origin,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDirectory: path.resolve(env.CAURI_DATA_DIR ?? 'var'),
    isDataDirectoryChosen: env.CAURI_DATA_DIR !== undefined,
    hasDemo,
    /** Behind a reverse proxy that sets X-Forwarded-For. */
    trustsProxy: env.CAURI_TRUST_PROXY === '1',
    secret: env.CAURI_SECRET ?? null,
    logLevel: env.CAURI_LOG ?? 'info',
    smtpUrl: env.CAURI_SMTP_URL ?? null,
    mailFrom: env.CAURI_MAIL_FROM ?? 'Cauri <ne-pas-repondre@cauri.example>',
    sms: readSms(env),
    /** Shows what messages would leave, one-time codes included: off wherever real ones or real people may be. */
    hasOutboxPage: !isReal(env) && (hasDemo || isOwnMachine(origin)),
    oidc: readOidc(env),
    fedapay: readFedapay(env),
    kkiapay: readKkiapay(env),
    /** The last part of the addresses that the gateway of telephones calls, USSD and SMS, which only it knows. */
    phoneSecret: env.CAURI_PHONE_SECRET || null,
    objectStorage: readObjectStorage(env),
    /** Lets receivers of events be on this machine, over http and on any port: to try them, never where real ones are. */
    webhooksReachLoopback: !isReal(env) && env.CAURI_WEBHOOKS_LOOPBACK === '1',
    ocdsPrefix: readOcdsPrefix(env),
  }
}

/** Given to each publisher by the Open Contracting Partnership; none could be sourced for Cauri, so its own is to be confirmed. */
function readOcdsPrefix(env: NodeJS.ProcessEnv) {
  const { CAURI_OCDS_PREFIX: registered } = env
  if (registered && !/^ocds-[a-z0-9]{6}$/.test(registered))
    throw new Error('CAURI_OCDS_PREFIX : « ocds- », puis six lettres minuscules ou chiffres')
  return { value: registered || 'ocds-cauri0', isRegistered: Boolean(registered) }
}

function isReal(env: NodeJS.ProcessEnv): boolean {
  return env.NODE_ENV === 'production' || Boolean(env.CAURI_SMTP_URL ?? env.CAURI_SMS_URL)
}

function isOwnMachine(origin: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
}

function readSms(env: NodeJS.ProcessEnv) {
  if (!env.CAURI_SMS_URL) return null
  const {
    CAURI_SMS_URL: url,
    CAURI_SMS_TOKEN: token = '',
    CAURI_SMS_SENDER: sender = 'CAURI',
  } = env
  return { url, token, sender }
}

/** The gateway of mobile money; without it requests are paid at the counter only. */
function readFedapay(env: NodeJS.ProcessEnv) {
  if (!env.CAURI_FEDAPAY_KEY) return null
  const {
    CAURI_FEDAPAY_URL: url = 'https://api.fedapay.com',
    CAURI_FEDAPAY_KEY: key,
    CAURI_FEDAPAY_WEBHOOK_SECRET: webhookSecret = '',
  } = env
  return { url, key, webhookSecret }
}

/** A second one; its own page is where one pays. */
function readKkiapay(env: NodeJS.ProcessEnv) {
  if (!env.CAURI_KKIAPAY_PUBLIC_KEY) return null
  const isSandbox = env.CAURI_KKIAPAY_SANDBOX === 'true'
  return {
    url: env.CAURI_KKIAPAY_URL ?? `https://api${isSandbox ? '-sandbox' : ''}.kkiapay.me`,
    pageUrl: env.CAURI_KKIAPAY_PAGE_URL ?? 'https://widget-v3.kkiapay.me',
    publicKey: env.CAURI_KKIAPAY_PUBLIC_KEY,
    privateKey: env.CAURI_KKIAPAY_PRIVATE_KEY ?? '',
    secretKey: env.CAURI_KKIAPAY_SECRET_KEY ?? '',
    webhookSecret: env.CAURI_KKIAPAY_WEBHOOK_SECRET ?? '',
    isSandbox,
  }
}

function readOidc(env: NodeJS.ProcessEnv) {
  if (!env.CAURI_OIDC_ISSUER) return null
  return {
    issuer: env.CAURI_OIDC_ISSUER,
    clientId: env.CAURI_OIDC_CLIENT_ID ?? '',
    clientSecret: env.CAURI_OIDC_CLIENT_SECRET ?? '',
    name: env.CAURI_OIDC_NAME ?? 'Identité numérique nationale',
  }
}

/** Files on the disk of the data directory when null. */
function readObjectStorage(env: NodeJS.ProcessEnv) {
  if (!env.CAURI_S3_ENDPOINT) return null
  const {
    CAURI_S3_ENDPOINT: endpoint,
    CAURI_S3_BUCKET: bucket = 'cauri',
    CAURI_S3_REGION: region = 'us-east-1',
    CAURI_S3_ACCESS_KEY: accessKey = '',
    CAURI_S3_SECRET_KEY: secretKey = '',
  } = env
  return { endpoint, bucket, region, accessKey, secretKey }
}
