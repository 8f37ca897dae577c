/** Runs commands as an operator does, each a process of its own, beside an embedded database. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedDatabase } from '#platform/database/embedded.ts'
import { buildServer } from '../../script/build.ts'

interface Outcome {
  readonly status: number | null
  readonly text: string
}

export interface Operator {
  readonly directory: string
  /** The operator's own connection, as PostgreSQL's superuser: no policy hides anything. */
  readonly database: pg.Client
  run(...words: string[]): Promise<Outcome>
  runWith(env: NodeJS.ProcessEnv, ...words: string[]): Promise<Outcome>
  close(): Promise<void>
}

export async function useOperator(): Promise<Operator> {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-operator-'))
  const program = await buildProgram()
  const server = await startEmbeddedDatabase({
    directory: path.join(directory, 'postgres'),
    log: () => {},
    options: ['fsync=off'],
  })
  const url = Object.assign(new URL(server.adminUrl), { pathname: '/cauri' }).href
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  const runWith = (env: NodeJS.ProcessEnv, ...words: string[]) =>
    runCommand(program, { CAURI_DATA_DIR: directory, ...env }, words)
  const close = async () => {
    await database.end()
    await server.stop()
    rmSync(directory, { recursive: true })
    rmSync(program, { recursive: true })
  }
  return { directory, database, run: (...words) => runWith({}, ...words), runWith, close }
}

/** As it is delivered, once for all the commands of a file; where it finds its libraries. */
async function buildProgram(): Promise<string> {
  const cache = path.resolve('node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const program = mkdtempSync(path.join(cache, 'operator-'))
  await buildServer(program)
  return program
}

async function runCommand(
  program: string,
  env: NodeJS.ProcessEnv,
  words: readonly string[],
): Promise<Outcome> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn('node', [path.join(program, 'operator.js'), ...words], {
    env: { ...inherited, CAURI_DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (bytes) => {
      text += bytes
    })
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, text }
}
