/** Saves what is typed while it is typed, and says so; without a network it keeps trying. */
export {}

const idleBeforeSaving = 1500
const firstWait = 2000
const longestWait = 60_000

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form)

function watch(form: HTMLFormElement): void {
  let timer = 0
  let wait = firstWait
  let isChanged = false
  let saving: Promise<void> | null = null
  let isAtRisk = false

  const plan = (delay: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => save(), delay)
  }

  form.addEventListener('input', () => {
    isChanged = true
    plan(idleBeforeSaving)
  })
  form.addEventListener('focusout', (event) => {
    if (isChanged && !(event.relatedTarget instanceof HTMLButtonElement)) plan(500)
  })
  addEventListener('pagehide', () => save(true))
  addEventListener('online', () => save())
  addEventListener('beforeunload', (event) => {
    if (isAtRisk) event.preventDefault()
  })

  // Two saves at once would carry the same version of the row: the second would be refused.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    isChanged = false
    isAtRisk = false
    if (!saving) return
    event.preventDefault()
    saving.then(() => form.requestSubmit(event.submitter))
  })

  function save(isLeaving = false): void {
    if (!isChanged || saving) return
    isChanged = false
    saving = attempt(form, isLeaving).then(({ isHeard, isWhole }) => {
      saving = null
      isAtRisk = !isWhole
      wait = isHeard ? firstWait : Math.min(wait * 2, longestWait)
      isChanged ||= !isHeard
      if (isChanged) plan(wait)
    })
  }
}

interface Outcome {
  /** Whether the server answered. */
  isHeard: boolean
  /** Whether it kept everything: what it did not is in this page only. */
  isWhole: boolean
}

async function attempt(form: HTMLFormElement, isLeaving: boolean): Promise<Outcome> {
  try {
    const reply = await send(form, isLeaving)
    if (reply.status >= 500) throw reply
    const { text, isWhole } = await read(form, reply)
    show(form, text)
    return { isHeard: true, isWhole }
  } catch {
    show(form, findTexts(form)?.offline)
    return { isHeard: false, isWhole: false }
  }
}

function findTexts(form: HTMLFormElement): DOMStringMap | undefined {
  return form.querySelector<HTMLElement>('[data-saved]')?.dataset
}

function show(form: HTMLFormElement, text = ''): void {
  const status = form.querySelector('[data-saved]')
  if (status) status.textContent = text
}

/** Texts only, and not the key of the form: it is for the one act that ends it. */
function send(form: HTMLFormElement, isLeaving: boolean): Promise<Response> {
  const typed = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('_'),
  )
  const token = form.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
  return fetch(form.dataset.autosave ?? '', {
    method: 'POST',
    body: new URLSearchParams(typed),
    headers: { 'x-csrf-token': token },
    // Lets the request outlive the page; browsers then limit it to 64 KB.
    keepalive: isLeaving,
  })
}

/** The row has a new version: the form must carry it, or its next save would seem out of date. */
async function read(form: HTMLFormElement, reply: Response) {
  const answer = await reply.json().catch(() => ({}))
  const texts = findTexts(form)
  const [fault] = Object.values<string>(answer.errors ?? {})
  if (!reply.ok) return { text: fault ?? texts?.refused, isWhole: false }
  const version = form.querySelector<HTMLInputElement>('[name=version]')
  if (version && answer.version) version.value = answer.version
  // What a field was when this page last knew it, where each has its own.
  for (const [name, value] of Object.entries<string>(answer.fields ?? {})) {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`)
    if (field) field.value = value
  }
  const time = new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  })
  const saved = `${texts?.saved} ${time}`
  return { text: fault ? `${saved}, ${texts?.except} ${fault}` : saved, isWhole: !fault }
}
