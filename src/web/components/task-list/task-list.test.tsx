import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { TaskList } from './task-list.tsx'

test('a task leads to what must be done, and by when', () => {
  const html = renderPage(blankView, () => (
    <TaskList
      tasks={[
        { title: 'Répondre', href: '/espace/contacts/1', due: '2026-11-30', tone: 'warning' },
      ]}
    />
  ))
  assert.match(html, /<li class="warning"><a href="\/espace\/contacts\/1">Répondre<\/a>/)
  assert.match(html, /Avant le <time datetime="2026-11-30">30 novembre 2026/i)
})
