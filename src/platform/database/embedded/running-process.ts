/** What the system tells of another process. Numbers are given again, so a number alone is never believed. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

const hasProc = existsSync('/proc/self/stat')

/** A process that ended and waits for its parent to notice is not alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !['Z', 'X'].includes(readStat(pid)[0] ?? '')
}

/** A mark that no other process carries, before or after a restart of the machine; null when the process is gone. */
export function identify(pid: number): string | null {
  if (!isAlive(pid)) return null
  return hasProc
    ? `${pid} ${readText('/proc/sys/kernel/random/boot_id').trim()} ${readStat(pid)[19]}`
    : `${pid} ${askPs(pid, 'lstart=')}`
}

/** The name of its program, without folder nor arguments. */
export function readName(pid: number): string {
  return hasProc ? readText(`/proc/${pid}/comm`).trim() : path.basename(askPs(pid, 'comm='))
}

export function readCommand(pid: number): string {
  return hasProc ? readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : askPs(pid, 'command=')
}

/** True when the process works in this folder; false too where the system does not tell. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    return false
  }
}

/** The fields after the name, which is in parentheses and may hold anything. */
function readStat(pid: number): string[] {
  const text = readText(`/proc/${pid}/stat`)
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function askPs(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}
