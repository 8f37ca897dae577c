/** Runs the dependency rules, and distrusts a run that saw too little: a cruise over nothing succeeds too. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const fewest = 50

const cruiser = path.resolve('node_modules/.bin/depcruise')
const rules = path.resolve('.dependency-cruiser.cjs')

interface Violation {
  readonly rule: { readonly name: string; readonly severity: string }
  readonly from: string
  readonly to: string
  readonly cycle?: readonly { readonly name: string }[]
}

interface Cruise {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] }
}

export interface Report {
  readonly cruised: number
  /** One line each. */
  readonly violations: readonly string[]
}

/** The rules of this project, over the `src` and `database` of any folder. */
export function checkModules(root = '.'): Report {
  const { stdout, stderr } = spawnSync(
    cruiser,
    ['--config', rules, '--output-type', 'json', 'src', 'database'],
    { encoding: 'utf8', maxBuffer: 200_000_000, cwd: root },
  )
  if (!stdout) throw new Error(stderr)
  const { totalCruised, violations } = (JSON.parse(stdout) as Cruise).summary
  if (totalCruised < fewest) throw new Error(`Seuls ${totalCruised} modules ont été parcourus`)
  return { cruised: totalCruised, violations: violations.map(describeViolation) }
}

function describeViolation({ rule, from, to, cycle }: Violation): string {
  const circle = cycle ? ` (${cycle.map(({ name }) => name).join(' → ')})` : ''
  return `${rule.name} : ${from} → ${to}${circle}`
}

function report(): void {
  const { cruised, violations } = checkModules()
  for (const violation of violations) process.stdout.write(`${violation}\n`)
  process.stdout.write(`${cruised} modules parcourus, ${violations.length} écarts\n`)
  process.exit(violations.length > 0 ? 1 : 0)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) report()
