/** The built server in a process of its own, as an operator starts it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

interface Place {
  /** Where `dist` and `database` are. */
  readonly root?: string
  readonly directory: string
  readonly port: number
}

/** Returns when it is ready to answer. */
export async function startServer({ root = '.', directory, port }: Place): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    CAURI_DATA_DIR: directory,
    CAURI_LOG: 'silent',
  }
  const server = spawn(process.execPath, ['dist/main.js'], { cwd: root, env, stdio: 'ignore' })
  for (let waited = 0; waited < 60_000 && server.exitCode === null; waited += 100) {
    if (await isReady(port)) return server
    await sleep(100)
  }
  server.kill('SIGKILL')
  throw new Error('Le serveur ne démarre pas')
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://localhost:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** As an operator does. Returns its exit status. */
export async function stopServer(server: ChildProcess): Promise<number | null> {
  const exited = once(server, 'exit')
  server.kill('SIGTERM')
  const [status] = await exited
  return status
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
