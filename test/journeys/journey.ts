/** What all journeys do: somebody comes in, each page they meet is checked, they press what they read, they leave. */
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startFedapaySimulator } from '#modules/services/index.ts'
import type { FedapaySimulator } from '#modules/services/payments/mobile/fedapay-simulator.ts'
import { startApp, type TestApp } from '../app.ts'
import {
  checkAccessibility,
  checkNarrow,
  narrow,
  openBrowser,
  openContext,
  runsScripts,
  shoot,
  wide,
} from '../browser.ts'
import { listMessages } from '../factories/messages.ts'
import { openSessionOf } from '../factories/sessions.ts'
import { isNewlyBuilt } from './page-structure.ts'

type Cookies = ReadonlyMap<string, string>

export interface Journey {
  app(): TestApp
  /** As a visitor. */
  visit(): Promise<Page>
  /** As somebody of the demonstration world, such as « startup.a », who comes back to their space. */
  enter(account: string): Promise<Page>
}

let browser: Browser | undefined
after(() => browser?.close())

/**
 * Opens the application for the tests of this block, in the browser of the file, and closes it after.
 * With scripts, people hold a small phone; without, they sit at the PC of the town hall. Where money moves, the gateway pretends.
 */
export function useJourney(hasScripts: boolean, { hasGateway = false } = {}): Journey {
  let app: TestApp
  let here: Browser
  let gateway: FedapaySimulator | undefined
  before(async () => {
    if (hasGateway)
      gateway = await startFedapaySimulator({ noticeUrl: () => `${app.origin}/paiements/fedapay` })
    app = await startApp({ config: { fedapay: gateway ?? null } })
    // The gateway sends the browser back to where the site says it is.
    if (gateway) Object.assign(app.platform.config, { origin: app.origin })
    browser ??= await openBrowser()
    here = browser
  })
  after(async () => {
    await Promise.all(here.contexts().map((context) => context.close()))
    await app.close()
    await gateway?.close()
  })
  const visit = async () => {
    const width = hasScripts ? narrow : wide
    const context = await openContext(here, { origin: app.origin, hasScripts, width })
    context.setDefaultTimeout(10_000)
    return context.newPage()
  }
  const sessions = new Map<string, Cookies>()
  const enter = async (account: string) => {
    const page = await visit()
    if (await comesIn(page, app.origin, sessions.get(account))) return page
    const cookies = await openSessionOf(app.platform, account)
    sessions.set(account, cookies)
    assert.ok(await comesIn(page, app.origin, cookies), account)
    return page
  }
  return { app: () => app, visit, enter }
}

/** Whether the session opens their space, and still does. */
async function comesIn(page: Page, url: string, session?: Cookies): Promise<boolean> {
  if (!session) return false
  await page.context().addCookies([...session].map(([name, value]) => ({ name, value, url })))
  await page.goto('/espace')
  return new URL(page.url()).pathname === '/espace'
}

export const leave = (page: Page): Promise<void> => page.context().close()

let checked = 0

/** Accessible, whole on a phone, and kept as a picture when somebody wants to look. */
export async function check(page: Page): Promise<void> {
  checked += 1
  await shoot(page, `${checked}${new URL(page.url()).pathname.replace(/\W+/g, '-')}`)
  const isNew = await isNewlyBuilt(page)
  if (isNew && runsScripts(page)) await checkAccessibility(page)
  if (isNew || runsScripts(page)) await checkNarrow(page)
}

/** A button or a link of the page, by its words. */
export async function press(page: Page, words: string): Promise<void> {
  const exact = new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  await page.locator('main').locator('button, a').filter({ hasText: exact }).first().click()
}

/** A button that asks once more before it acts. */
export async function pressAndConfirm(page: Page, words: string): Promise<void> {
  const ask = page.locator('details.ask').filter({ hasText: words }).first()
  await ask.locator('summary').click()
  await ask.locator('button').click()
}

/** From the association's queue to the form of a decision on a file. */
export async function openDecision(
  page: Page,
  tab: string,
  file: string,
  decision: string,
): Promise<Page> {
  await page.goto(`/espace/verifications?etat=${tab}`)
  await press(page, file)
  await page.waitForURL(/verifications\/(startups|solutions)\//)
  await check(page)
  await press(page, decision)
  await page.waitForSelector('[name=reason], [name=checks]')
  await check(page)
  return page
}

export async function read(page: Page): Promise<string> {
  return (await page.innerText('main')).replaceAll('\u00a0', ' ')
}

/** The message beside a field, which its control or its group announces. */
export async function readFault(page: Page, field: string): Promise<string> {
  await page.waitForSelector(`[aria-describedby~="field-${field}-error"]`)
  return (await page.locator(`[id="field-${field}-error"]`).textContent()) ?? ''
}

/** The newest message to this person must begin so; returns it. */
export async function checkMessage(app: TestApp, recipient: string, beginning: string) {
  const [newest] = await listMessages(app.platform.db, recipient)
  assert.ok(newest, `aucun message pour ${recipient}`)
  assert.ok(newest.subject.startsWith(beginning), `${recipient} : ${newest.subject}`)
  return newest
}
