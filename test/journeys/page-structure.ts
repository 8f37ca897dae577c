/**
 * What a page is built of, so that an examination that takes long is made once for what is built alike.
 * The journeys of a run share what they have seen, in the folder that CAURI_TEST_EXAMINED names.
 */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { onSettled, runsScripts } from '../browser.ts'

/**
 * Each kind of element once: where it stands, what it carries, whether it has a label and says something, never its words;
 * how headings follow each other; and whether an identifier is there twice.
 */
const readStructure = `{
  const describe = (element) => [
    element?.localName, element?.getAttribute('class'), element?.getAttribute('role'), element?.type,
    ...(element?.getAttributeNames() ?? []),
  ].join(' ').replace(/\\s+/g, ' ')
  const kinds = [...document.querySelectorAll('*')].map((element) => [
    describe(element.parentElement), describe(element), element.labels?.length > 0 ? 'labelled' : '',
    element.textContent.trim() === '' ? 'empty' : '',
  ].join(' > '))
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName)
  const steps = headings.slice(1).map((heading, index) => headings[index] + ' then ' + heading)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => 'twice ' + id);
  [...new Set([...kinds, ...steps, ...twice])]
}`

let folder = process.env.CAURI_TEST_EXAMINED

/** Whether this page, opened with scripts or without, is at an address of its own or holds what no page before it held. */
export async function isNewlyBuilt(page: Page): Promise<boolean> {
  const file = path.join(openFolder(), runsScripts(page) ? 'with-scripts' : 'without-scripts')
  const known = existsSync(file) ? new Set(readFileSync(file, 'utf8').split('\n')) : new Set()
  const kinds = await onSettled(page, () => page.evaluate<string[]>(readStructure))
  const found = [namePlace(page), ...kinds].filter((kind) => !known.has(kind))
  appendFileSync(file, found.map((kind) => `${kind}\n`).join(''))
  return found.length > 0
}

/** A folder of our own when a file is run alone. */
function openFolder(): string {
  if (folder) return folder
  const own = mkdtempSync(path.join(tmpdir(), 'cauri-examined-'))
  process.once('exit', () => rmSync(own, { recursive: true, force: true }))
  folder = own
  return own
}

/** One for all the addresses that differ only by the thing they show. */
function namePlace(page: Page): string {
  return new URL(page.url()).pathname
    .replace(/[0-9a-f-]{36}/g, ':id')
    .replace(/\b[A-Z]{3}-\d{4}-\d+/g, ':reference')
}
