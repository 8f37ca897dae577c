/** The shape of an operator's command, and how it talks: results on standard output, refusals on the other. */
import type { OpenPlatform } from '#platform/open-platform.ts'

export interface Command {
  readonly usage: string
  readonly purpose: string
  /** Returns the exit status: 0 when all of it is done, 1 when it could not be, 2 when it was called wrongly. */
  readonly run: (opened: OpenPlatform, words: readonly string[]) => Promise<number>
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

export function complain(message: string, status: 1 | 2 = 2): 1 | 2 {
  process.stderr.write(`${message}\n`)
  return status
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'ce fichier ou ce dossier n’existe pas',
  EACCES: 'vous n’avez pas le droit d’y lire ou d’y écrire',
  EPERM: 'vous n’avez pas le droit d’y lire ou d’y écrire',
  EISDIR: 'c’est un dossier ; il faut un fichier',
  ENOTDIR: 'c’est un fichier ; il faut un dossier',
  EEXIST: 'il existe déjà',
  ENOSPC: 'le disque est plein',
  EROFS: 'ce disque n’accepte pas d’écriture',
  EIO: 'le disque ne répond pas',
}

/** What the disk refused, in words; undefined for anything else, which is a defect. */
export function explainDiskError(error: unknown): string | undefined {
  const { code = '', path = '' } = (error ?? {}) as NodeJS.ErrnoException
  const cause = causes[code]
  return cause === undefined ? undefined : `${path ? `${path} : ` : ''}${cause}.`
}
