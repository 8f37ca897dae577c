/** A port of the loopback for the embedded server: the one it had, or any that is free. */
import { type AddressInfo, createServer } from 'node:net'

export async function choosePort(kept: number): Promise<number> {
  return (await tryPort(kept)) ?? (await tryPort(0)) ?? kept
}

/** The port when nobody listens on it, else null. Zero asks the system for a free one. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as AddressInfo
      probe.close(() => resolve(found))
    })
  })
}
