/**
 * A real browser for the journeys: Debian's Chromium, with scripts or without, and an accessibility check for every page.
 * The shell without windows comes first: the same engine, for half the work.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--process-per-site',
  '--renderer-process-limit=1',
]

export function openBrowser(): Promise<Browser> {
  const executablePath = candidates.find((file) => file && existsSync(file))
  assert.ok(executablePath, 'Chromium est introuvable : lancez script/bootstrap --test')
  return chromium.launch({ executablePath, args: flags })
}

interface Options {
  readonly origin: string
  readonly hasScripts?: boolean
  readonly width?: number
}

/** Widths in pixels: of the smallest phone that must do, and of an office screen. */
export const narrow = 320
export const wide = 1280

const scriptless = new WeakSet<BrowserContext>()

export async function openContext(
  browser: Browser,
  { origin, hasScripts = true, width = wide }: Options,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: hasScripts,
    locale: 'fr-FR',
    viewport: { width, height: 900 },
  })
  if (!hasScripts) scriptless.add(context)
  return context
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion')
  await page.fill('[name=identifiant]', email)
  await page.fill('[name=motDePasse]', 'cauri-demo')
  await page.click('main form button:not([name])')
  await page.waitForURL((url) => url.pathname !== '/connexion')
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const runAxe = `axe
  .run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
    preload: false,
    selectors: false,
  })
  .then(({ violations }) =>
    violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(({ html }) => ({ html })) })),
  )`

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What examines a page needs scripts in it: pages opened without are examined where they have them. */
export const runsScripts = (page: Page): boolean => !scriptless.has(page.context())

/** WCAG 2.2 AA as far as a program can tell. */
export async function checkAccessibility(page: Page): Promise<void> {
  const violations = await onSettled(page, () => examine(page))
  const lines = violations.map(
    ({ id, help, nodes }) =>
      `${id} : ${help}\n    ${nodes.map((node) => node.html).join('\n    ')}`,
  )
  assert.deepEqual(lines, [], `${page.url()}\n${lines.join('\n')}`)
}

async function examine(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource)
  return (await page.evaluate(runAxe)) as Violation[]
}

/** A page that was being left when it was looked at has no document any more: the one that follows it counts. */
export async function onSettled<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  try {
    return await look()
  } catch {
    await page.waitForLoadState()
    return look()
  }
}

const widthTooMuch = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

export async function checkNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()
  const isNarrow = before?.width === narrow
  if (!isNarrow) await page.setViewportSize({ width: narrow, height: 700 })
  const overflow = await onSettled(page, () => page.evaluate<number>(widthTooMuch))
  assert.ok(overflow <= 0, `${page.url()} déborde de ${overflow} px à ${narrow} px de large`)
  if (before && !isNarrow) await page.setViewportSize(before)
}

/** Kept for people to look at when CAURI_SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.CAURI_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
