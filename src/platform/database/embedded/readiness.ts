/** When the server takes connections, and what an empty one needs: our own role, and our own database. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Not listening yet, cut while starting, or replaying what a power cut left. */
const notYet = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03'])
const wrongPassword = '28P01'

/** Waits as long as the process lives: after a power cut a big database takes its time. False when it died. */
export async function waitUntilReady(url: string, isRunning: () => boolean): Promise<boolean> {
  while (isRunning()) {
    if (await isReady(url)) return true
    await sleep(20)
  }
  return false
}

async function isReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    const { code = '', message } = error as pg.DatabaseError
    if (notYet.has(code) || message.includes('terminated unexpectedly')) return false
    if (code !== wrongPassword) throw error
    throw new Error(
      'La base refuse le mot de passe gardé dans settings.json, à côté d’elle : remettez le fichier d’origine.',
      { cause: error },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** The role « cauri » owns its database and is no superuser: row-level security binds it. */
export async function createOwnDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const roles = await client.query("select 1 from pg_roles where rolname = 'cauri'")
    if (roles.rowCount === 0)
      await client.query(`create role cauri login password ${client.escapeLiteral(password)}`)
    const databases = await client.query("select 1 from pg_database where datname = 'cauri'")
    if (databases.rowCount === 0) await client.query('create database cauri owner cauri')
  } finally {
    await client.end()
  }
}
