/** Runs everything that must hold, in the order in which it fails fastest. Stops at the first step that does not. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { startTestServer } from '#test/database.ts'
import { buildAll } from './build.ts'

interface Step {
  readonly title: string
  readonly command: readonly [string, ...string[]]
}

const isRestricted = process.argv.includes('--quick')

function listTests(folder: string, wanted: (file: string) => boolean): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules') && wanted(file))
    .sort()
}

const runner = [
  '--import',
  'tsx',
  '--test',
  '--test-reporter=spec',
  '--test-timeout=240000',
] as const
const unit = ['src', 'database', 'test', 'script'].flatMap((folder) =>
  listTests(folder, (file) => !file.startsWith('test/journeys')),
)
const journeys = listTests('test/journeys', () => true)

const checks: readonly Step[] = [
  {
    title: 'Mise en forme et lint',
    command: ['npx', 'biome', 'check', '--error-on-warnings', '.'],
  },
  { title: 'Types', command: ['npx', 'tsc', '-p', '.', '--noEmit'] },
  { title: 'Règles des modules', command: ['node', '--import', 'tsx', 'script/check-modules.ts'] },
  { title: 'Code inutilisé', command: ['npx', 'knip'] },
]

const suites: readonly Step[] = [
  {
    title: 'Tests unitaires et d’intégration',
    command: ['node', ...runner, '--test-concurrency=2', ...unit],
  },
  {
    title: 'Parcours dans le navigateur',
    command: ['node', ...runner, '--test-concurrency=2', ...journeys],
  },
]

const say = (line: string) => process.stdout.write(`${line}\n`)

function run(
  { title, command: [program, ...args] }: Step,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const startedAt = Date.now()
  say(`\n▶ ${title}`)
  const { status } = spawnSync(program, args, { stdio: 'inherit', env })
  say(`${status === 0 ? '✓' : '✗'} ${title} (${Math.round((Date.now() - startedAt) / 1000)} s)`)
  if (status !== 0) process.exit(1)
}

for (const step of checks) run(step)
await buildAll()
const server = await startTestServer()
const env = { ...process.env, CAURI_TEST_URL: server.url, CAURI_TEST_ADMIN_URL: server.adminUrl }
for (const step of isRestricted ? suites.slice(0, 1) : suites) run(step, env)
await server.stop()
say('\nTout est vert.')
