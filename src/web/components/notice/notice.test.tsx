import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Tag } from '../tag/tag.tsx'
import { Notice } from './notice.tsx'

describe('notices and tags', () => {
  test('a notice is announced only when it answers an act', () => {
    assert.match(
      renderPage(blankView, () => <Notice kind="success" role="status" />),
      /class="note success" role="status"/,
    )
    assert.doesNotMatch(
      renderPage(blankView, () => <Notice title="À savoir" />),
      /role/,
    )
  })

  test('a tag says its status in words', () => {
    assert.match(
      renderPage(blankView, () => <Tag tone="warning">Urgent</Tag>),
      /<span class="tag warning">Urgent</,
    )
  })
})
