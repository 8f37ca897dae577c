/**
 * Sends a file as soon as it is chosen, piece by piece, and goes on where a cut stopped it; the form then carries a mark in its place.
 * Without it, or where nobody is signed in, the form carries the file itself.
 */
export {}

const smallest = 32_768
const largest = 262_144
/** A piece that takes less makes the next one twice as large. */
const quickMs = 2000
const firstWait = 2000
const longestWait = 30_000

interface Sending {
  readonly input: HTMLInputElement
  readonly file: File
  readonly token: string
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-resume]'))
  watch(input)

function watch(input: HTMLInputElement): void {
  const { form } = input
  if (!form) return
  let sending: Promise<boolean> | null = null
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    const fault = file && findFault(input, file)
    tell(input, fault ?? '')
    if (!file || file.size === 0 || fault) return
    const token = form.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
    const own = sendWhole({ input, file, token }).then((isSent) => {
      if (sending === own) sending = null
      return isSent
    })
    sending = own
  })
  // What was typed waits for the file; pressed again, the form leaves with it as it is.
  form.addEventListener('submit', (event) => {
    if (!sending || event.defaultPrevented) return
    event.preventDefault()
    tell(input, input.dataset.waits ?? '')
    const { submitter } = event
    const own = sending
    sending = null
    own.then((isSent) => isSent && form.requestSubmit(submitter))
  })
}

/** Said before anything is sent: on a slow line a refusal that comes after the file is dear. The server judges all the same. */
function findFault(input: HTMLInputElement, file: File): string | undefined {
  if (file.size > Number(input.dataset.resume)) return input.dataset.heavy
  const types = input.accept.split(',')
  const isKnown = file.type !== '' && types.every((type) => type.includes('/'))
  return isKnown && !types.includes(file.type) ? input.dataset.wrong : undefined
}

/** False when the file was changed meanwhile, or cannot go this way: the form then carries it. */
async function sendWhole(sending: Sending): Promise<boolean> {
  const { input, file } = sending
  const isCurrent = () => input.files?.[0] === file
  try {
    const id = await findOrBegin(sending)
    let received = await retry(() => ask(`/envois/${id}`), isCurrent)
    let size = smallest
    while (received.received < file.size) {
      if (!isCurrent()) return false
      show(input, received.received / file.size)
      const from = received.received
      const startedAt = performance.now()
      const piece = file.slice(from, from + size)
      received = await retry(
        () => ask(`/envois/${id}/octets/${from}`, { token: sending.token, body: piece }),
        isCurrent,
      )
      size = performance.now() - startedAt < quickMs ? Math.min(size * 2, largest) : smallest
    }
    const { kept } = await retry(
      () => ask(`/envois/${id}/fin`, { token: sending.token }),
      isCurrent,
    )
    if (!isCurrent()) return false
    keep(sending, kept)
    return true
  } catch {
    tell(input, '')
    return true
  } finally {
    if (isCurrent()) forget(file)
  }
}

/** The same file chosen again, after a power cut too, goes on where it was. */
async function findOrBegin({ input, file, token }: Sending): Promise<string> {
  const known = localStorage.getItem(nameOf(file))
  if (known && (await isThere(known))) return known
  const fields = new URLSearchParams({ nom: file.name, taille: String(file.size) })
  const isCurrent = () => input.files?.[0] === file
  const { id } = await retry(() => ask('/envois', { token, body: fields }), isCurrent)
  localStorage.setItem(nameOf(file), id)
  return id
}

const nameOf = ({ name, size, lastModified }: File) => `envoi:${name}:${size}:${lastModified}`
const forget = (file: File) => localStorage.removeItem(nameOf(file))

async function isThere(id: string): Promise<boolean> {
  const reply = await fetch(`/envois/${id}`, { headers: asJson }).catch(() => null)
  return reply === null || reply.ok
}

/** An ended session is then a refusal, not a page where to come in again. */
const asJson = { accept: 'application/json' }

interface Answer {
  readonly id: string
  readonly received: number
  readonly kept: string
}

/** The server does not take it: trying again would not help. */
class Refused extends Error {}

async function ask(
  url: string,
  post?: { token: string; body?: Blob | URLSearchParams },
): Promise<Answer> {
  const reply = await fetch(url, {
    ...(post && { method: 'POST', body: post.body ?? new URLSearchParams() }),
    headers: {
      ...asJson,
      ...(post && { 'x-csrf-token': post.token }),
      ...(post?.body instanceof Blob && { 'content-type': 'application/octet-stream' }),
    },
  })
  // 409: that piece had come already; the answer says where to go on.
  const answer = await reply.json().catch(() => ({}))
  if (reply.ok || (reply.status === 409 && 'received' in answer)) return answer
  if (reply.status < 500 && reply.status !== 429) throw new Refused()
  throw new Error()
}

async function retry(work: () => Promise<Answer>, isCurrent: () => boolean): Promise<Answer> {
  for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused || !isCurrent()) throw error
    }
    await pause(wait)
  }
}

/** Or until the line is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
    addEventListener('online', () => resolve(), { once: true })
  })
}

function show(input: HTMLInputElement, share: number): void {
  tell(input, (input.dataset.sending ?? '').replace('{share}', String(Math.floor(share * 100))))
}

function tell(input: HTMLInputElement, text: string): void {
  const status = input.parentElement?.querySelector('[data-upload]')
  if (status) status.textContent = text
}

/** The mark stands where the file was; the form is told that it changed. */
function keep({ input, file }: Sending, kept: string): void {
  const name = `${input.name}.kept`
  const known = input.form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const mark = known ?? document.createElement('input')
  Object.assign(mark, { type: 'hidden', name, value: kept })
  if (!known) input.after(mark)
  input.value = ''
  input.required = false
  tell(input, (input.dataset.sent ?? '').replace('{name}', file.name))
  input.form?.dispatchEvent(new Event('input', { bubbles: true }))
}
