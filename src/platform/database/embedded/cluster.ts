/** PostgreSQL's data directory, made once: UTF-8, French order of words, checksums, a password for everybody. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Owner } from './owner.ts'
import type { Place } from './place.ts'
import { environment } from './postmaster.ts'

interface Wanted {
  readonly home: string
  readonly owner: Owner | null
  readonly place: Place
  readonly password: string
}

/** Made beside its final name, so that a cut half-way leaves nothing behind that looks whole. */
export function createCluster({ home, owner, place, password }: Wanted): void {
  if (existsSync(place.cluster)) return
  const draft = `${place.cluster}.draft`
  const passwordFile = path.join(place.directory, 'initdb.password')
  for (const rest of [draft, passwordFile]) rmSync(rest, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) for (const file of [draft, passwordFile]) chownSync(file, owner.uid, owner.gid)
  const { status, stderr, error } = spawnSync(
    path.join(home, 'bin/initdb'),
    listOptions(draft, passwordFile),
    { ...owner, cwd: '/', encoding: 'utf8', env: environment() },
  )
  rmSync(passwordFile)
  if (status !== 0)
    throw new Error(`La base de données n’a pas pu être créée : ${error?.message ?? stderr}`)
  renameSync(draft, place.cluster)
}

function listOptions(draft: string, passwordFile: string): string[] {
  return [
    `--pgdata=${draft}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=icu',
    '--icu-locale=fr',
    '--data-checksums',
  ]
}
