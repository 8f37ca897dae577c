/** Runs everything that must hold, what fails fastest first. Stops at the first step that does not. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { startTestServer } from '#test/database.ts'
import { buildAll } from './build.ts'
import { buildTests } from './build-tests.ts'
import { groupTests } from './group-tests.ts'

interface Step {
  readonly title: string
  /** Run beside others: what it says comes whole, when it is done. */
  readonly isQuiet?: boolean
  readonly command: readonly [string, ...string[]]
}

const isRestricted = process.argv.includes('--quick')

function listTests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !isRestricted || !file.startsWith('test/journeys'))
    .sort()
}

const runner = [
  '--enable-source-maps',
  '--test',
  '--test-reporter=spec',
  '--test-timeout=600000',
] as const
const tests = ['src', 'database', 'test', 'script'].flatMap(listTests)

const checks: readonly Step[] = [
  {
    title: 'Mise en forme et lint',
    command: ['npx', 'biome', 'check', '--error-on-warnings', '.'],
  },
  { title: 'Types', command: ['npx', 'tsc', '-p', '.', '--noEmit'] },
  { title: 'Règles des modules', command: ['node', '--import', 'tsx', 'script/check-modules.ts'] },
  { title: 'Code inutilisé', command: ['npx', 'knip'] },
]

/** A journey waits for its browser, and its browser for it: one more than there are processors. */
const atOnce = 3

const say = (line: string) => process.stdout.write(`${line}\n`)

async function run({ title, command, isQuiet = false }: Step, env = process.env): Promise<void> {
  if (!isQuiet) say(`\n▶ ${title}`)
  const startedAt = Date.now()
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: isQuiet ? 'pipe' : 'inherit', env })
  const outputs = [child.stdout, child.stderr].filter((output) => output !== null)
  const said = Promise.all(outputs.map((output) => text(output)))
  const [status] = await once(child, 'exit')
  for (const words of await said) process.stdout.write(words)
  say(`${status === 0 ? '✓' : '✗'} ${title} (${Math.round((Date.now() - startedAt) / 1000)} s)`)
  if (status !== 0) process.exit(1)
}

/** Whether a folder in memory has room for what the tests write: a hundred databases come and go, each of some thousand files. */
function isRoomy(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 3 * 2 ** 30
}

const memory = '/dev/shm'
if (isRoomy(memory)) process.env.TMPDIR = memory
await Promise.all([...checks.map((step) => run({ ...step, isQuiet: true })), buildAll()])
const server = await startTestServer()
const built = await buildTests(groupTests(tests))
const examined = 'dist/tests/examined'
mkdirSync(examined)
const env = {
  ...process.env,
  CAURI_TEST_URL: server.url,
  CAURI_TEST_ADMIN_URL: server.adminUrl,
  CAURI_TEST_ASSETS: 'dist/assets',
  CAURI_TEST_EXAMINED: examined,
}
const command = ['node', ...runner, `--test-concurrency=${atOnce}`, ...built] as const
await run({ title: 'Tests et parcours dans le navigateur', command }, env)
await server.stop()
say('\nTout est vert.')
