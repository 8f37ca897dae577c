import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDaysTo } from '#platform/days.rules.ts'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { drawingWidth, layOutTimeline } from './timeline-layout.rules.ts'

const stages = [
  { name: 'Paramétrage', dueOn: '2026-10-01', state: 'done', stateLabel: 'Accepté' },
  { name: 'Formation', dueOn: '2026-11-15', state: 'late', stateLabel: 'En retard' },
  { name: 'Trois marchés', dueOn: '2027-01-31', state: 'planned', stateLabel: 'Prévu' },
] as const

test('le dessin dit chaque étape, sa date et son état en toutes lettres', () => {
  const html = renderPage(blankView, () => (
    <TimelineDrawing label="Le plan" stages={stages} startsOn="2026-09-01" today="2026-11-23" />
  ))
  assert.match(html, /role="img" aria-label="Le plan"/)
  for (const words of ['2. Formation', '15/11/2026 · En retard', 'Aujourd’hui'])
    assert.ok(html.includes(words), words)
})

test('aujourd’hui ne paraît pas sur un plan fini depuis longtemps', () => {
  assert.equal(layOutTimeline(stages, '2026-09-01', '2028-01-01').todayX, null)
})

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDaysTo('2024-01-01', days))

test('toute étape reste dans le dessin, et aucune ne finit avant de commencer', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), day, day, (dues, start, today) => {
      const given = dues.map((dueOn) => ({ name: 'x', dueOn }))
      for (const { from, to } of layOutTimeline(given, start, today).stages) {
        assert.ok(from <= to)
        assert.ok(from >= 0 && to <= drawingWidth, `${from} ${to}`)
      }
    }),
  )
})
