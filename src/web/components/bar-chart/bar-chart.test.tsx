import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { BarChart } from './bar-chart.tsx'

test('des barres se lisent sans couleur : valeur écrite, clair et sombre par partie', () => {
  const html = renderPage(blankView, () => (
    <BarChart
      title="Le budget par année"
      legend={['Investissement', 'Fonctionnement']}
      bars={[
        { label: '2025', parts: [30, 10] },
        { label: '2026', parts: [0, 20] },
      ]}
      format={(value) => `${value} F`}
    />
  ))
  assert.match(html, /role="img" aria-label="Le budget par année"/)
  assert.match(html, />40 F</)
  assert.match(html, /class="part p0" x="0" y="16" width="240"/)
  assert.match(html, /class="part p1" x="240" y="16" width="80"/)
})

test('sans chiffre, rien ne déborde', () => {
  const html = renderPage(blankView, () => (
    <BarChart title="Vide" legend={['Un']} bars={[{ label: '2025', parts: [0] }]} format={String} />
  ))
  assert.match(html, /width="0"/)
})
