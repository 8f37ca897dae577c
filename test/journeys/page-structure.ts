/** What a page is built of, so that an examination that takes long is made once for each page that is built alike. */
import type { Page } from 'playwright-core'

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

const examined = new Map<string, Set<string>>()

/** Whether this page holds a kind of element that the same page, opened by somebody else or at another step, did not. */
export async function isNewlyBuilt(page: Page): Promise<boolean> {
  const place = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, ':id')
  const known = examined.get(place) ?? new Set()
  const kinds = ((await page.evaluate(readStructure)) as string[]).filter(
    (kind) => !known.has(kind),
  )
  examined.set(place, new Set([...known, ...kinds]))
  return kinds.length > 0
}
