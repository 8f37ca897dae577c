/** Keeps a second Cauri out of a folder: both would believe that the database is theirs to start and to stop. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identify } from './running-process.ts'

/** Returns what releases the lock; null when another process that still runs holds it. */
export function takeLock(file: string): (() => void) | null {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, identify(process.pid) ?? '')
  try {
    if (!link(draft, file) && !(removeStale(file) && link(draft, file))) return null
  } finally {
    rmSync(draft, { force: true })
  }
  return () => rmSync(file, { force: true })
}

/** The number of the process that holds the lock. */
export function readHolder(file: string): number {
  return Number.parseInt(readLock(file), 10)
}

/** A link appears whole or not at all, for one process only. */
function link(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the lock aside before it looks again: of two that find it stale, one only may have taken the stale one. */
function removeStale(file: string): boolean {
  if (isHeld(readLock(file))) return false
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (!isHeld(readLock(aside))) return true
    link(aside, file)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  } finally {
    rmSync(aside, { force: true })
  }
}

function isHeld(mark: string): boolean {
  const pid = Number.parseInt(mark, 10)
  return pid > 0 && identify(pid) === mark
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
