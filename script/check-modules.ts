/** Runs the dependency rules, and distrusts a run that saw too little: a cruise over nothing succeeds too. */
import { spawnSync } from 'node:child_process'

const fewest = 50

const { stdout, stderr } = spawnSync(
  'npx',
  ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'database'],
  {
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  },
)
if (!stdout) throw new Error(stderr)

interface Violation {
  readonly rule: { readonly name: string; readonly severity: string }
  readonly from: string
  readonly to: string
  readonly cycle?: readonly { readonly name: string }[]
}

const { summary } = JSON.parse(stdout) as {
  summary: { totalCruised: number; violations: Violation[] }
}
if (summary.totalCruised < fewest)
  throw new Error(`Seuls ${summary.totalCruised} modules ont été parcourus`)
for (const { rule, from, to, cycle } of summary.violations) {
  process.stdout.write(
    `${rule.name} : ${from} → ${to}${cycle ? ` (${cycle.map(({ name }) => name).join(' → ')})` : ''}\n`,
  )
}
process.stdout.write(
  `${summary.totalCruised} modules parcourus, ${summary.violations.length} écarts\n`,
)
process.exit(summary.violations.length > 0 ? 1 : 0)
