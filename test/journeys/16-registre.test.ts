import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { check, leave, press, read, useJourney } from './journey.ts'

describe('le registre public, sans compte', () => {
  const journey = useJourney(false)

  test('du registre à un parcours, puis à l’appel dont il parle', async () => {
    const page = await journey.visit()
    await page.goto('/')
    await page.locator('footer a', { hasText: 'Registre public' }).click()
    await page.waitForURL('**/registre')
    await check(page)
    await page.selectOption('[name=commune]', { label: 'Dassa-Zoumè' })
    await press(page, 'Filtrer')
    await press(page, 'Recouvrer la taxe de développement local à trois')
    const text = await read(page)
    for (const told of ['Besoin publié', 'Appel attribué', 'Notes et rangs', 'Les délais'])
      assert.ok(text.includes(told), told)
    await check(page)
    await press(page, 'Appel publié')
    await page.waitForURL('**/appels/**')
    await leave(page)
  })

  test('les totaux se lisent par année, par commune et par startup', async () => {
    const page = await journey.visit()
    await page.goto('/registre')
    await press(page, 'Totaux par année, commune et startup')
    await page.waitForURL('**/registre/totaux')
    await check(page)
    assert.match(await read(page), /Par startup[\s\S]*Akwaba Numérique/)
    await leave(page)
  })
})
