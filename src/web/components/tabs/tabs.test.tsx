import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx'
import { Tabs } from './tabs.tsx'

describe('ways around', () => {
  test('tabs are named links, and the one shown says so', () => {
    const html = renderPage(blankView, () => (
      <Tabs
        label="Parties"
        tabs={[
          { label: 'Avis', href: '#a', count: 2, current: true },
          { label: 'Prix', href: '#p' },
        ]}
      />
    ))
    assert.match(html, /<nav class="tabs" aria-label="Parties">/)
    assert.equal(html.match(/aria-current="page"/g)?.length, 1)
  })

  test('breadcrumbs lead back up, in order', () => {
    const html = renderPage(blankView, () => (
      <Breadcrumbs
        items={[
          { label: 'Startups', href: '/startups' },
          { label: 'Exemple', href: '/startups/exemple' },
        ]}
      />
    ))
    assert.ok(html.indexOf('/startups"') < html.indexOf('/startups/exemple"'))
  })
})
