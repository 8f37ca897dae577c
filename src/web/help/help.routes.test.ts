import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import type { VNode } from 'preact'
import { visitor } from '#platform/actor.ts'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { helpRoutes } from './help.routes.ts'

const pages = helpRoutes.filter((route) => route.kind === 'page')
const styles = buildSync({
  entryPoints: ['src/web/styles/index.css'],
  bundle: true,
  minify: true,
  write: false,
}).outputFiles[0]?.contents

function render(route: (typeof pages)[number]): string {
  const subject = route.load({} as never, {} as never)
  return renderPage(blankView, () => route.view(subject as never, {} as never) as VNode)
}

describe('help', () => {
  test('is open to everybody', () => {
    for (const { allow, path } of helpRoutes) assert.ok(allow(visitor, null as never), path)
  })

  test('leads only to pages of help that exist', () => {
    const known = new Set(helpRoutes.map(({ path }) => path))
    const links = pages.flatMap((route) => [...render(route).matchAll(/href="(\/aide[^"#?]*)/g)])
    assert.ok(links.length > 20)
    for (const [, href] of links) assert.ok(known.has(String(href)), href)
  })

  test('has headings in order: no level is skipped', () => {
    for (const route of pages) {
      const levels = [...render(route).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
      assert.equal(levels[0], 1, route.path)
      levels.forEach((level, index) => {
        assert.ok(level <= (levels[index - 1] ?? 1) + 1, `${route.path}: ${levels}`)
      })
    }
  })

  test('weighs 14 KB at most with the styles', () => {
    const styleBytes = brotliCompressSync(styles ?? '').length
    assert.ok(styleBytes > 1000 && styleBytes <= 6144, `styles: ${styleBytes} bytes`)
    for (const route of pages) {
      const total = brotliCompressSync(render(route)).length + styleBytes
      assert.ok(total <= 14_000, `${route.path}: ${total} bytes`)
    }
  })

  test('writes nothing that the security policy would block', () => {
    for (const route of pages)
      assert.doesNotMatch(render(route), / style=|<style|<script>| on[a-z]+=/)
  })
})
