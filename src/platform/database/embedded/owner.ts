/** Who runs the embedded server: PostgreSQL refuses root, so root hands it to the account « nobody ». */
import { readFileSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** The account to run the server under; null when we are not root and run it ourselves. */
export function chooseOwner(cluster: string): Owner | null {
  if (process.getuid?.() !== 0) return null
  const existing = statSync(cluster, { throwIfNoEntry: false })
  return existing && existing.uid !== 0 ? { uid: existing.uid, gid: existing.gid } : findNobody()
}

function findNobody(): Owner {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65_534, gid: 65_534 }
}

/** True when every folder down to this path lets the owner pass. */
export function isReachableBy(owner: Owner, target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (!isOpenTo(owner, folder)) return false
    if (folder === path.dirname(folder)) return true
  }
}

function isOpenTo({ uid, gid }: Owner, folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats) return true
  if (stats.uid === uid) return (stats.mode & 0o100) !== 0
  if (stats.gid === gid) return (stats.mode & 0o010) !== 0
  return (stats.mode & 0o001) !== 0
}

/** Under a folder where anybody may write, a name may have been taken by somebody else first. */
export function isOurs({ uid, mode }: Stats): boolean {
  return uid === process.getuid?.() && (mode & 0o022) === 0
}
