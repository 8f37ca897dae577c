/** A process that starts the embedded database of the given folder and stays, to be killed by a test. */
import { startEmbeddedDatabase } from './embedded.ts'

const { url, pid } = await startEmbeddedDatabase({
  directory: process.argv[2] ?? '',
  isDirectoryChosen: true,
  log: () => {},
})
process.stdout.write(`${JSON.stringify({ url, pid })}\n`)
setInterval(() => {}, 60_000)
