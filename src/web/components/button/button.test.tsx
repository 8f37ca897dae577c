import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Button, ButtonLink } from './button.tsx'

describe('buttons', () => {
  test('differ by kind, and links stay links', () => {
    assert.match(
      renderPage(blankView, () => <Button kind="danger">Retirer</Button>),
      /<button class="btn danger">Retirer/,
    )
    assert.match(
      renderPage(blankView, () => <ButtonLink href="/a">Voir</ButtonLink>),
      /<a class="btn" href="\/a">Voir/,
    )
  })
})
