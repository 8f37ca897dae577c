/** Checks the signed square of a paper, here, without asking anybody: the key came with the page. */
import { readSeal } from '../../platform/documents/offline/sealed-facts.rules.ts'

const panel = document.querySelector<HTMLElement>('[data-seal-key]')
const field = panel?.querySelector('textarea')

if (panel && field) {
  panel.hidden = false
  if (location.hash.length > 1) field.value = decodeURIComponent(location.hash.slice(1))
  field.addEventListener('input', () => check(panel, field.value))
  if (field.value) check(panel, field.value)
  offerFile(panel)
}

async function check(frame: HTMLElement, typed: string): Promise<void> {
  const seal = readSeal(typed)
  const state = !seal ? 'unreadable' : (await isSigned(frame, seal)) ? 'true' : 'false'
  for (const answer of frame.querySelectorAll<HTMLElement>('[data-answer]'))
    answer.hidden = typed.trim() === '' || answer.dataset.answer !== state
  const facts = state === 'true' ? seal?.facts : undefined
  for (const cell of frame.querySelectorAll<HTMLElement>('[data-fact]'))
    cell.textContent =
      (facts as Record<string, string> | undefined)?.[cell.dataset.fact ?? ''] ?? ''
}

type Seal = NonNullable<ReturnType<typeof readSeal>>

async function isSigned(frame: HTMLElement, { signed, signature }: Seal): Promise<boolean> {
  const jwk = JSON.parse(frame.dataset.sealKey ?? '') as JsonWebKey
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('jwk', jwk, curve, false, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed)
}

/** This page as one file that needs nothing else: its fields, its key and this very script. */
function offerFile(frame: HTMLElement): void {
  const button = document.querySelector<HTMLButtonElement>('[data-keep-verifier]')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', async () => {
    const script = await (await fetch(import.meta.url)).text()
    const link = document.createElement('a')
    const html = writeFile(document.title, frame.outerHTML, script)
    link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
    link.download = 'verificateur.html'
    link.click()
    URL.revokeObjectURL(link.href)
  })
}

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem}textarea{width:100%}dt{font-weight:700}dd{margin:0 0 .6rem}'

function writeFile(title: string, body: string, script: string): string {
  const safe = script.replaceAll('</script', '<\\/script')
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style><h1>${title}</h1>${body}<script type="module">${safe}</script></html>`
}
