/**
 * What a page is built of, so that an examination that takes long is made once for each page that is built alike.
 * The journeys of a run share what they have seen, in the folder that CAURI_TEST_EXAMINED names.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { runsScripts } from '../browser.ts'

/** Each kind of element of the page once: where it stands, what it carries, whether it says something; never its words. */
const readStructure = `{
  const describe = (element) => [
    element?.localName, element?.getAttribute('class'), element?.getAttribute('role'), element?.type,
    ...(element?.getAttributeNames() ?? []),
  ].join(' ')
  const kinds = [...document.querySelectorAll('*')].map((element) => [
    describe(element.parentElement), describe(element), element.textContent.trim() === '' ? 'empty' : '',
  ].join(' > '));
  [...new Set(kinds)]
}`

let folder = process.env.CAURI_TEST_EXAMINED

/** Whether this page holds a kind of element that the same page, opened by somebody else or at another step, did not. */
export async function isNewlyBuilt(page: Page): Promise<boolean> {
  const file = path.join(openFolder(), nameFile(page))
  const known = existsSync(file) ? new Set(readFileSync(file, 'utf8').split('\n')) : new Set()
  const kinds = ((await page.evaluate(readStructure)) as string[])
    .map((kind) => kind.replaceAll('\n', ' '))
    .filter((kind) => !known.has(kind))
  appendFileSync(file, kinds.map((kind) => `${kind}\n`).join(''))
  return kinds.length > 0
}

/** A folder of our own when a file is run alone. */
function openFolder(): string {
  if (folder) return folder
  const own = mkdtempSync(path.join(tmpdir(), 'cauri-examined-'))
  process.once('exit', () => rmSync(own, { recursive: true, force: true }))
  folder = own
  return own
}

/** One file for all the addresses that differ only by the thing they show, opened with scripts or without. */
function nameFile(page: Page): string {
  const place = new URL(page.url()).pathname
    .replace(/[0-9a-f-]{36}/g, ':id')
    .replace(/\b[A-Z]{3}-\d{4}-\d+/g, ':reference')
  return createHash('sha256')
    .update(`${place} ${runsScripts(page)}`)
    .digest('hex')
}
