import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { check, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

const follow = `/espace/plan/${demoId('plan:collines')}/suivi`

for (const hasScripts of [true, false])
  describe(`la revue d’un plan de deux communes, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter } = useJourney(hasScripts)

    test('la commune membre la trouve dans son espace et donne son avis', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto('/espace')
      await page.locator('main a', { hasText: 'Donner l’avis de la commune sur l’année' }).click()
      await check(page)
      await press(page, 'Enregistrer l’avis')
      await page.waitForSelector('text=Écrivez l’avis de votre commune')
      await page.fill('[name=note]', 'Deux agents formés.\n- le réseau tient')
      await press(page, 'Enregistrer l’avis')
      await page.waitForSelector('text=L’avis de votre commune est enregistré')
      assert.match(await read(page), /Revue complète/)
      assert.equal(await page.locator('main li', { hasText: 'le réseau tient' }).count(), 1)
      await check(page)
      await leave(page)
    })

    test('la commune qui porte le plan le lit : il n’y a plus rien à clore', async () => {
      const page = await enter('se.dassa')
      await page.goto(follow)
      assert.match(await read(page), /Deux agents formés/)
      assert.doesNotMatch(await read(page), /Clore la revue/)
      await check(page)
      await leave(page)
    })
  })

describe('la revue qu’une commune ne complète pas', () => {
  const { enter } = useJourney(true)

  test('se clôt en nommant celle qui se tait ; plus rien n’y change', async () => {
    const page = await enter('se.dassa')
    await page.goto(follow)
    assert.match(await read(page), /La revue attend encore : Glazoué/)
    await pressAndConfirm(page, 'Clore la revue sans attendre')
    await page.waitForSelector('text=La revue de l’année est close')
    assert.match(await read(page), /Revue close le .*, sans : Glazoué/)
    assert.equal(await page.locator('main form [name=summary]').count(), 0)
    await check(page)
    await leave(page)
    const late = await enter('rsi.glazoue')
    await late.goto(follow)
    assert.doesNotMatch(await read(late), /Donner l’avis/)
    await leave(late)
  })
})
