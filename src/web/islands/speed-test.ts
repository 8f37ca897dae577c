/**
 * Measures the connection: latency by small requests, then each direction by requests that double in size, until the series is
 * over or the next would last too long. The last one is the result, as a message of the NDT7 protocol (decision 0031).
 */
export {}

const longestMs = 10_000
const abandonAfterMs = 30_000

interface Message {
  AppInfo: { ElapsedTime: number; NumBytes: number }
  Origin: 'client'
  Test: 'download' | 'upload'
}

type Send = (bytes: number) => Promise<void>

for (const panel of document.querySelectorAll<HTMLFormElement>('form[data-speed]')) {
  panel.hidden = false
  panel.addEventListener('submit', (event) => {
    event.preventDefault()
    measure(panel).catch((error: Error) => {
      say(panel, (error.message === '429' ? panel.dataset.limited : panel.dataset.failed) ?? '')
      setBusy(panel, false)
    })
  })
}

async function measure(panel: HTMLFormElement): Promise<void> {
  const { sizes = '', latency = '', download = '', upload = '', done = '' } = panel.dataset
  const [downSteps, upSteps] = field(panel, 'plan').split(' ').map(Number)
  const all = sizes.split(' ').map(Number)
  setBusy(panel, true)
  say(panel, panel.dataset.measuring ?? '')
  const latencyMs = await measureLatency(() => request(latency))
  const proof = field(panel, '_csrf')
  const down = await measureSeries(all.slice(0, downSteps), latencyMs, (bytes) =>
    request(`${download}?octets=${bytes}`),
  )
  say(panel, `${panel.dataset.downLabel} : ${toMegabits(down)} Mbit/s`)
  const up = await measureSeries(all.slice(0, upSteps), latencyMs, (bytes) =>
    request(upload, new URLSearchParams({ _csrf: proof, remplissage: fill(bytes) })),
  )
  write('latency', String(latencyMs))
  write('down', toMegabits(down))
  write('up', toMegabits(up))
  write('download', JSON.stringify(toMessage(down, 'download')))
  write('upload', JSON.stringify(toMessage(up, 'upload')))
  write('bytesUsed', String(down.used + up.used))
  say(panel, done)
  setBusy(panel, false)
  document.getElementById('field-down')?.focus()
}

/** The median of five; the first opens the connection and does not count. */
async function measureLatency(send: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < 6; index++) times.push(await time(send))
  const sorted = times.slice(1).sort((a, b) => a - b)
  return Math.max(1, Math.round(sorted[2] ?? 1))
}

interface Measured {
  bytes: number
  ms: number
  used: number
}

/** The way there and back is taken off, down to half of the time: what is left is the transfer. */
async function measureSeries(sizes: number[], latencyMs: number, send: Send): Promise<Measured> {
  const startedAt = performance.now()
  let last: Measured = { bytes: 0, ms: 1, used: 0 }
  for (const bytes of sizes) {
    const whole = await time(() => send(bytes))
    last = { bytes, ms: Math.max(whole - latencyMs, whole / 2), used: last.used + bytes }
    if (performance.now() - startedAt + 2 * whole > longestMs) break
  }
  return last
}

async function time(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function request(url: string, body?: URLSearchParams): Promise<void> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    body,
    cache: 'no-store',
    signal: AbortSignal.timeout(abandonAfterMs),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  await answer.arrayBuffer()
}

/** Letters that are sent as they are: one byte each. */
function fill(bytes: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'
  const random = new Uint8Array(1024)
  crypto.getRandomValues(random)
  const part = Array.from(random, (value) => letters[value % 64]).join('')
  return part.repeat(Math.ceil(bytes / 1024)).slice(0, bytes)
}

function toMessage({ bytes, ms }: Measured, test: Message['Test']): Message {
  return {
    AppInfo: { ElapsedTime: Math.max(1, Math.round(ms * 1000)), NumBytes: bytes },
    Origin: 'client',
    Test: test,
  }
}

function toMegabits({ bytes, ms }: Measured): string {
  return ((bytes * 8) / ms / 1000).toFixed(2).replace('.', ',')
}

function field(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '')
}

function write(name: string, value: string): void {
  const input = document.querySelector<HTMLInputElement>(`form[data-guard] [name=${name}]`)
  if (input) input.value = value
}

function say(panel: HTMLFormElement, text: string): void {
  const status = panel.querySelector('[data-progress]')
  if (status) status.textContent = text
}

function setBusy(panel: HTMLFormElement, isBusy: boolean): void {
  for (const button of panel.querySelectorAll('button')) button.disabled = isBusy
}
