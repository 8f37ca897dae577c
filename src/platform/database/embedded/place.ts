/** The folder of the embedded server, which its account must be able to pass through. */
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isOurs, isReachableBy, type Owner } from './owner.ts'

export interface Place {
  readonly directory: string
  /** PostgreSQL's data directory proper. */
  readonly cluster: string
}

export function describePlace(directory: string): Place {
  return { directory, cluster: path.join(directory, 'cluster') }
}

/** The wanted folder, or one within reach of the server's account when nobody chose it. */
export function preparePlace(
  wanted: string,
  isChosen: boolean,
  owner: Owner | null,
  log: (line: string) => void,
): Place {
  openFolder(path.dirname(wanted), owner)
  const isWithinReach = owner === null || isReachableBy(owner, wanted)
  const directory = isWithinReach ? wanted : moveWithinReach(wanted, isChosen, log)
  openFolder(directory, owner)
  refuseOthers(directory)
  return describePlace(directory)
}

/** Made by us, whatever the umask: the server's account may pass through it, and see nothing of it. */
function openFolder(directory: string, owner: Owner | null): void {
  mkdirSync(directory, { recursive: true, mode: 0o711 })
  const { uid, mode } = statSync(directory)
  if (owner !== null && uid === process.getuid?.()) chmodSync(directory, (mode & 0o777) | 0o011)
}

function refuseOthers(directory: string): void {
  const { uid } = statSync(directory)
  if (uid === process.getuid?.()) return
  throw new Error(
    `Le dossier ${directory} appartient à un autre compte (numéro ${uid}) : démarrez Cauri sous ce compte, ou choisissez un autre CAURI_DATA_DIR.`,
  )
}

function moveWithinReach(wanted: string, isChosen: boolean, log: (line: string) => void): string {
  if (isChosen)
    throw new Error(
      `Le dossier ${wanted} est sous un dossier privé, où le compte de PostgreSQL ne peut pas entrer. Choisissez un autre CAURI_DATA_DIR, par exemple sous /var/lib.`,
    )
  const moved = `/var/tmp/cauri-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`
  mkdirSync(moved, { recursive: true, mode: 0o711 })
  if (!isOurs(lstatSync(moved)))
    throw new Error(
      `Le dossier ${moved} a été créé par un autre compte : choisissez le dossier des données par CAURI_DATA_DIR.`,
    )
  log(`La base de données est dans ${moved} : ${wanted} est sous un dossier privé.`)
  return moved
}
