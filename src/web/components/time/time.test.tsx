import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Money } from '../money/money.tsx'
import { Time } from './time.tsx'

describe('dates and sums', () => {
  test('a moment has its hour, a day has none', () => {
    const moment = new Date('2026-12-31T23:30:00Z')
    assert.match(
      renderPage(blankView, () => <Time at={moment} />),
      />1er janvier 2027 à 00:30</,
    )
    assert.match(
      renderPage(blankView, () => <Time at={moment} dayOnly />),
      />1er janvier 2027</,
    )
    assert.match(
      renderPage(blankView, () => <Time at="2026-12-31" />),
      />31 décembre 2026</,
    )
  })

  test('a sum nobody gave is not zero', () => {
    assert.match(
      renderPage(blankView, () => <Money amount={0} />),
      /0\sFCFA/,
    )
    assert.match(
      renderPage(blankView, () => <Money amount={null} />),
      /Non renseigné/,
    )
  })
})
