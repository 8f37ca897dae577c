/**
 * Which tests share a process: loading the application takes longer than most of them. Each keeps its own database.
 * Alone stays what lasts long, starts programs, or changes what a process shares: the words of a language.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const alone = [/^test\/(?!journeys)/, /^src\/operator/, /^src\/platform\/(backup|database)\//]

/** Dealt in turn, so that those of one subject, which last alike, do not end up together. */
const journeyGroups = 6

/** The files by the process that runs them, named after where they stand: a module, a part of the platform, the site. */
export function groupTests(
  files: readonly string[],
  read = (file: string) => readFileSync(file, 'utf8'),
): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  let journeys = 0
  for (const file of files) {
    const isJourney = file.startsWith('test/journeys/')
    const group = isJourney ? `test/journeys-${journeys++ % journeyGroups}` : nameGroup(file)
    const name = isAlone(file, read) ? file : group
    groups.set(name, [...(groups.get(name) ?? []), file])
  }
  return groups
}

function isAlone(file: string, read: (file: string) => string): boolean {
  return alone.some((pattern) => pattern.test(file)) || read(file).includes('addCatalogue(')
}

function nameGroup(file: string): string {
  const folders = path.dirname(file).split('/')
  return folders.slice(0, folders[1] === 'modules' ? 3 : 2).join('/')
}

/** The built file that runs these built files: the only one of them, or a new one that imports them all. */
export function writeGroup(name: string, files: readonly string[], folder: string): string {
  const [first = '', ...others] = files
  if (others.length === 0) return first
  const group = path.join(folder, `${name.replaceAll('/', '-')}.group.test.js`)
  const imports = files.map((file) => `import './${path.relative(folder, file)}'\n`)
  writeFileSync(group, imports.join(''))
  return group
}
