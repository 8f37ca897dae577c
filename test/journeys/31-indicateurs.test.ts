import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { check, leave, press, read, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`les indicateurs, du pays à une commune, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter, visit } = useJourney(hasScripts)

    test('tout le monde lit le pays : chiffres, courbes, catégories côte à côte', async () => {
      const page = await visit()
      await page.goto('/')
      await page.locator('footer').getByRole('link', { name: 'Indicateurs' }).click()
      await page.waitForURL(/\/indicateurs$/)
      const text = await read(page)
      assert.match(text, /Maturité numérique[\s\S]*\d,\d sur 5/)
      assert.match(text, /Du besoin au service[\s\S]*Pas encore mesuré/)
      assert.match(text, /Par catégorie de commune/)
      assert.ok((await page.locator('main svg[role=img]').count()) > 5)
      await check(page)
      await leave(page)
    })

    test('un indicateur dit ce qu’il compte, et le tableau dit ce que la courbe montre', async () => {
      const page = await visit()
      await page.goto('/indicateurs')
      await press(page, 'Services en ligne')
      await page.waitForURL(/services-en-ligne$/)
      assert.match(await read(page), /Services demandés en ligne ÷ services proposés × 100/)
      const drawn = await page.locator('svg.flow').first().getAttribute('aria-label')
      await page.locator('summary', { hasText: 'Le tableau' }).first().click()
      const told = await page.locator('details[open] table').first().innerText()
      const last = /, (\d+,\d\s%) le [^,]*\.$/.exec(drawn ?? '')?.[1] ?? 'rien'
      assert.ok(told.replace(/\s/g, ' ').includes(last.replace(/\s/g, ' ')), `${drawn} ${told}`)
      await check(page)
      await leave(page)
    })

    test('le classement se resserre à un département et à une catégorie, et mène à une commune', async () => {
      const page = await visit()
      await page.goto('/indicateurs/maturite')
      await page.selectOption('[name=departement]', { label: 'Collines' })
      await page.selectOption('[name=categorie]', { label: 'Ordinaire' })
      await press(page, 'Filtrer')
      await page.waitForURL(/departement=BJ05/)
      const ranking = page.locator('#communes')
      assert.doesNotMatch(await ranking.innerText(), /Cotonou/)
      await ranking.getByRole('link', { name: 'Glazoué' }).click()
      await page.waitForURL(/communes\/glazoue\/indicateurs/)
      assert.match(await read(page), /Médiane de la catégorie : \d,\d sur 5/)
      await check(page)
      const file = await page.request.get('/communes/glazoue/indicateurs.csv')
      assert.match(await file.text(), /maturite;Maturité numérique;commune;glazoue/)
      await leave(page)
    })

    test('la page d’une commune y mène aussi', async () => {
      const page = await visit()
      await page.goto('/communes/glazoue')
      await press(page, 'Voir les indicateurs')
      await page.waitForURL(/communes\/glazoue\/indicateurs/)
      await leave(page)
    })

    test('le rapport de l’année se lit en PDF et en Word', async () => {
      const page = await visit()
      await page.goto('/indicateurs')
      const year = new Date().getFullYear()
      const running = await page.request.get(`/indicateurs/rapport/${year}.pdf`)
      assert.equal(running.headers()['content-type'], 'application/pdf')
      const kept = await page.request.get(`/indicateurs/rapport/${year - 1}.pdf`)
      assert.match(kept.url(), /\/documents\//)
      const word = await page.request.get(`/indicateurs/rapport/${year - 1}.docx`)
      assert.match(word.headers()['content-type'] ?? '', /wordprocessingml/)
      assert.equal((await page.request.get('/indicateurs/rapport/1999.pdf')).status(), 404)
      await leave(page)
    })

    test('l’association recalcule ; un visiteur n’en voit pas le bouton', async () => {
      const page = await enter('ancb')
      await page.goto('/indicateurs')
      await press(page, 'Recalculer maintenant')
      await page.waitForSelector('text=Les indicateurs sont recalculés')
      await check(page)
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/indicateurs')
      assert.doesNotMatch(await read(visitor), /Recalculer/)
      await leave(visitor)
    })
  })
}
