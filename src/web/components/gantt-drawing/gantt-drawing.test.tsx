import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { GanttDrawing, type GanttRow } from './gantt-drawing.tsx'

const draw = (...rows: GanttRow[]) =>
  renderPage(blankView, () => (
    <GanttDrawing label="Le calendrier" years={[2026, 2027, 2028, 2029]} rows={rows} />
  ))

test('les barres suivent la largeur de la page, les noms sont entiers', () => {
  const name = '1. Recenser les traitements de données personnelles et les déclarer'
  const html = draw({ name, from: 2027, to: 2028, runs: true })
  assert.match(html, /role="img" aria-label="Le calendrier"/)
  assert.ok(html.includes(name))
  assert.match(html, /<rect x="25%" y="48" width="50%"/)
  assert.match(html, /class="runs" x1="75%" x2="100%"/)
  assert.doesNotMatch(html, /viewBox/)
})

test('ce qui finit avec le plan ne se prolonge pas ; ce qui n’est pas placé n’a pas de barre', () => {
  assert.doesNotMatch(draw({ name: 'Fin', from: 2029, to: 2029, runs: true }), /class="runs"/)
  assert.doesNotMatch(draw({ name: 'Attente', from: null, to: null, runs: true }), /<rect/)
})
