import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { deliverEvents } from '../factories/events.ts'
import { check, leave, press, read, useJourney } from './journey.ts'
import {
  adoptPlan,
  draftLetter,
  draftPlan,
  makeDiagnosis,
  makeNeed,
  signLetterByHand,
} from './planning-steps.ts'

/** One commune of each category, with what it can spend a year. */
const communes = [
  {
    slug: 'parakou',
    name: 'Parakou',
    envelope: '180 000 000',
    template: /Schéma directeur complet/,
  },
  {
    slug: 'bohicon',
    name: 'Bohicon',
    envelope: '60 000 000',
    template: /Schéma directeur standard/,
  },
  {
    slug: 'houeyogbe',
    name: 'Houéyogbé',
    envelope: '18 000 000',
    template: /Plan numérique léger/,
  },
] as const

/** What tells the plans apart at a glance. */
interface Plan {
  readonly years: number
  readonly sections: number
  readonly actions: number
}
const plans: Plan[] = []

for (const { slug, name, envelope, template } of communes) {
  // The people of a town hall of the second category work on an old browser.
  const hasScripts = slug !== 'bohicon'
  describe(`${name}, du diagnostic vide au besoin publié, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    let [plan, letter, need] = ['', '', '']

    async function on(account: 'rsi' | 'se', act: (page: Page) => Promise<unknown>): Promise<void> {
      const page = await enter(`${account}.${slug}`)
      await act(page)
      await leave(page)
    }

    test('le RSI répond au diagnostic ; la direction le confirme', async () => {
      let diagnosis = ''
      await on('rsi', async (page) => {
        diagnosis = await makeDiagnosis(
          page,
          communes.findIndex((one) => one.slug === slug),
        )
      })
      await on('se', async (page) => {
        await page.goto(`${diagnosis}/confirmer`)
        await press(page, 'Confirmer le diagnostic')
        await page.waitForSelector('text=Le diagnostic est confirmé')
      })
    })

    test('le plan de sa catégorie est dressé dans ses enveloppes, relu et soumis', async () => {
      await on('rsi', async (page) => {
        plan = await draftPlan(page, envelope)
        assert.match(await read(page), template)
        const years = /(20\d\d)\s*[-–à]\s*(20\d\d)/.exec(await page.innerText('h1'))
        await page.goto(`${plan}/textes`)
        await check(page)
        const sections = await page.locator('main section h2, main article h2').count()
        await page.goto(`${plan}/portefeuille`)
        await check(page)
        const actions = await page.locator('main tbody tr').count()
        await page.goto(`${plan}/calendrier`)
        await check(page)
        plans.push({
          years: Number(years?.[2]) - Number(years?.[1]) + 1,
          sections,
          actions,
        })
      })
    })

    test('la direction le valide, le conseil l’adopte : il est public, en Word et en PDF', async () => {
      await on('se', async (page) => {
        await adoptPlan(page, plan)
        for (const file of ['plan.docx', 'plan.pdf', 'plan.xlsx'])
          assert.equal((await page.request.get(`${plan}/${file}`)).status(), 200, file)
      })
      const page = await visit()
      await page.goto(`/communes/${slug}`)
      await page.locator('main a', { hasText: /^Schéma directeur du numérique/ }).click()
      await check(page)
      assert.match(await read(page), /2026-041\/CC/)
      const paper = await page.request.get(`/communes/${slug}/plan.pdf`)
      assert.equal(paper.headers()['content-type'], 'application/pdf')
      await leave(page)
    })

    test('la lettre de cadrage reprend ses actions, est signée et transmise', async () => {
      await on('rsi', async (page) => {
        letter = await draftLetter(page, '2028')
      })
      await on('se', (page) => signLetterByHand(page, letter))
    })

    test('une action devient un besoin publié, et le plan dit où il en est', async () => {
      await on('rsi', async (page) => {
        need = await makeNeed(page, plan)
      })
      await on('se', async (page) => {
        await page.goto(need)
        await press(page, 'Approuver et publier')
        await page.waitForURL('**/solutions')
        await deliverEvents(app().platform.db)
        await page.goto(`${plan}/portefeuille`)
        await page
          .locator('main table a', { hasText: /registres|demandes/ })
          .first()
          .click()
        assert.match(await read(page), /BES-\d{4}-\d+\s+Besoin publié/)
        await check(page)
      })
    })
  })
}

describe('les trois schémas directeurs', () => {
  test('diffèrent par leur durée, leurs parties et leur ampleur', () => {
    const [complete, standard, light] = plans
    assert.ok(complete && standard && light)
    assert.deepEqual([complete.years, standard.years, light.years], [5, 4, 3])
    assert.ok(complete.sections > standard.sections && standard.sections > light.sections)
    assert.ok(complete.actions > standard.actions && standard.actions > light.actions)
  })
})
