/** The embedded server's port and password, beside its data. Losing them is losing the way in, so they are written whole. */

import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

export interface Settings {
  readonly port: number
  readonly password: string
}

/** Port 0 is « none yet ». */
export function readSettings(directory: string): Settings {
  const file = path.join(directory, 'settings.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Settings
  return { port: 0, password: randomBytes(24).toString('base64url') }
}

/** Readable by us only, and never half written. */
export function keepSettings(directory: string, settings: Settings): void {
  const file = path.join(directory, 'settings.json')
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  const opened = openSync(draft, 'wx', 0o600)
  writeSync(opened, JSON.stringify(settings))
  fsyncSync(opened)
  closeSync(opened)
  renameSync(draft, file)
}
