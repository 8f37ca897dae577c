import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Checkbox, CheckboxGroup, RadioGroup } from './choices.tsx'

const options = [
  { value: 'fr', label: 'Français' },
  { value: 'fon', label: 'Fon' },
]
const countChecked = (html: string) => html.match(/ checked/g)?.length ?? 0

describe('choices', () => {
  test('are one question: a legend, and an error tied to the group the summary leads to', () => {
    const html = renderPage(blankView, () => (
      <RadioGroup name="lang" label="Langue" options={options} error="Choisissez une réponse" />
    ))
    assert.match(
      html,
      /<fieldset class="field bad" id="field-lang" tabindex="-1" aria-describedby="field-lang-error">/i,
    )
    assert.match(html, /<legend>Langue<\/legend>/)
    assert.equal(countChecked(html), 0)
  })

  test('come back as they were ticked, one or several', () => {
    const one = renderPage(blankView, () => (
      <CheckboxGroup name="lang" label="Langues" options={options} value="fon" />
    ))
    const both = renderPage(blankView, () => (
      <CheckboxGroup name="lang" label="Langues" options={options} value={['fr', 'fon']} />
    ))
    assert.deepEqual([countChecked(one), countChecked(both)], [1, 2])
  })

  test('a box sends « on », or what it stands for', () => {
    const html = renderPage(blankView, () => <Checkbox name="ok" label="Exact" value="on" />)
    assert.match(html, /value="on" checked/)
    const other = renderPage(blankView, () => (
      <Checkbox name="s" id="s1" option="17" label="Choisir" />
    ))
    assert.match(other, /id="s1" value="17"/)
    assert.equal(countChecked(other), 0)
  })
})
