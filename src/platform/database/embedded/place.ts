/** The folder of the embedded server, its settings, and the lock that keeps a second Cauri out. */
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { isReachableBy, type Owner } from './owner.ts'

export interface Place {
  readonly directory: string
  /** PostgreSQL's data directory proper. */
  readonly cluster: string
}

export interface Settings {
  readonly port: number
  readonly password: string
}

/** The wanted folder, or one within reach of the server's account when nobody chose it. */
export function choosePlace(
  wanted: string,
  isChosen: boolean,
  owner: Owner | null,
  log: (line: string) => void,
): Place {
  openDataDirectory(path.dirname(wanted), owner)
  const directory =
    owner === null || isReachableBy(owner, wanted) ? wanted : moveWithinReach(wanted, isChosen, log)
  mkdirSync(directory, { recursive: true, mode: 0o711 })
  return { directory, cluster: path.join(directory, 'cluster') }
}

/** The data directory is ours: the server's account may pass through it, and see nothing of it. */
function openDataDirectory(directory: string, owner: Owner | null): void {
  if (owner === null) return
  mkdirSync(directory, { recursive: true, mode: 0o711 })
  const stats = statSync(directory)
  if (stats.uid === process.getuid?.()) chmodSync(directory, (stats.mode & 0o777) | 0o011)
}

function moveWithinReach(wanted: string, isChosen: boolean, log: (line: string) => void): string {
  if (isChosen) {
    throw new Error(
      `Le dossier ${wanted} est sous un dossier privé, où le compte de PostgreSQL ne peut pas entrer. Choisissez un autre CAURI_DATA_DIR, par exemple sous /var/lib.`,
    )
  }
  const moved = `/var/tmp/cauri-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`
  log(`La base de données est dans ${moved} : ${wanted} est sous un dossier privé.`)
  return moved
}

/** The password lives beside the data, readable by us only. */
export function readSettings({ directory }: Place, freePort: number): Settings {
  const file = path.join(directory, 'settings.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Settings
  const settings = { port: freePort, password: randomBytes(24).toString('base64url') }
  keepSettings({ directory }, settings)
  return settings
}

export function keepSettings({ directory }: Pick<Place, 'directory'>, settings: Settings): void {
  const file = path.join(directory, 'settings.json')
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
  chmodSync(file, 0o600)
}

/** The Cauri that runs on this folder now; null when there is none, or when it is ourselves. */
export function findHolder({ directory }: Place): number | null {
  const file = lockFile(directory)
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return holder !== 0 && holder !== process.pid && isNodeProcess(holder) ? holder : null
}

/** Two servers on one folder would each believe that the database is theirs. Returns what releases the lock. */
export function lock(place: Place): () => void {
  const holder = findHolder(place)
  if (holder !== null) {
    throw new Error(
      `Un autre serveur Cauri (processus ${holder}) utilise déjà ${place.directory}. Arrêtez-le, ou choisissez un autre CAURI_DATA_DIR.`,
    )
  }
  const file = lockFile(place.directory)
  rmSync(file, { force: true })
  writeFileSync(file, String(process.pid), { flag: 'wx' })
  return () => rmSync(file, { force: true })
}

function lockFile(directory: string): string {
  return path.join(directory, 'server.lock')
}

function isNodeProcess(pid: number): boolean {
  return isAlive(pid) && readCommand(pid).includes('node')
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process; empty where /proc does not tell, which counts as « maybe ». */
export function readCommand(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) return 'node postgres'
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
