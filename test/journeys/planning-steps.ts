/** What the people of a commune do to plan, step by step, for the journeys that need it done. */
import type { Page } from 'playwright-core'
import { axes, axisSlugs } from '../../src/modules/planning/axes.ts'
import { pdf } from './files.ts'
import { check, press, pressAndConfirm } from './journey.ts'

/** Every question of the page that has no answer yet, at this level. */
export async function answerPage(page: Page, level: number): Promise<void> {
  const groups = page.locator('fieldset:not(:has(input:checked)):has(input[type=radio])')
  for (let left = await groups.count(); left > 0; left--) {
    const radios = groups.first().locator('input[type=radio]')
    const isYesNo = (await radios.count()) === 3
    await radios.nth(isYesNo ? 1 : level + 1).check()
  }
  for (const field of await page.locator('input[inputmode=numeric]').all())
    if ((await field.inputValue()) === '') await field.fill('2')
}

/** From the empty diagnosis to the secretary's desk. The address of the diagnosis. */
export async function makeDiagnosis(page: Page, level: number): Promise<string> {
  await page.goto('/espace/diagnostic')
  await press(page, 'Commencer le diagnostic')
  await page.waitForURL(/diagnostic\/[0-9a-f-]{36}$/)
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/axes/${axisSlugs[axes[0]]}`)
  for (const [index, axis] of axes.entries()) {
    await page.waitForURL(`**/axes/${axisSlugs[axis]}`)
    await answerPage(page, (level + index) % 3)
    await press(page, 'Enregistrer et continuer')
  }
  await page.waitForURL('**/services-en-ligne')
  await page.goto(`${address}/soumettre`)
  await press(page, 'Soumettre à la direction')
  await page.waitForSelector('text=Le diagnostic est soumis')
  return address
}

/** Drafted from the diagnosis, with what the commune can spend each year, and submitted. The address of the plan. */
export async function draftPlan(page: Page, envelope: string): Promise<string> {
  await page.goto('/espace/plan/nouveau')
  await check(page)
  for (const row of [1, 2, 3, 4, 5]) await page.fill(`[name=envelope${row}]`, envelope)
  await press(page, 'Dresser le plan')
  await page.waitForURL(/plan\/[0-9a-f-]{36}$/)
  await check(page)
  const address = new URL(page.url()).pathname
  await pressAndConfirm(page, 'Soumettre à la direction')
  await page.waitForSelector('text=Le plan est soumis')
  return address
}

/** The secretary validates it; the council's deliberation puts it in force. */
export async function adoptPlan(page: Page, plan: string): Promise<void> {
  await page.goto(plan)
  await pressAndConfirm(page, 'Valider le plan')
  await page.waitForSelector('text=Le plan est validé')
  await press(page, 'Enregistrer la délibération')
  await page.fill('[name=number]', '2026-041/CC')
  await page.fill('[name=date]', '2026-11-20')
  await page.setInputFiles('[name=file]', pdf('deliberation.pdf'))
  await check(page)
  await press(page, 'Mettre le plan en vigueur')
  await page.waitForSelector('text=Le schéma directeur est en vigueur')
}

/** Drafted from the plan, with a ceiling for the first department, and submitted. The address of the letter. */
export async function draftLetter(page: Page, year: string): Promise<string> {
  await page.goto('/espace/lettres-de-cadrage')
  await page.fill('[name=year]', year)
  await press(page, 'Rédiger le projet')
  await page.waitForURL(/lettres-de-cadrage\/[0-9a-f-]{36}$/)
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/plafonds`)
  await page.fill('[name=running1]', '900 000 000')
  await page.fill('[name=investment1]', '900 000 000')
  await press(page, 'Enregistrer')
  await page.waitForSelector('text=Les plafonds sont enregistrés')
  await check(page)
  await press(page, 'Soumettre à la signature')
  await page.waitForSelector('text=La lettre attend sa signature')
  return address
}

/** The mayor signed the printed letter: its scan is attached, then the departments have it. */
export async function signLetterByHand(page: Page, letter: string): Promise<void> {
  await page.goto(letter)
  await press(page, 'Joindre la lettre signée à la main')
  await page.setInputFiles('[name=file]', pdf('lettre-signee.pdf'))
  await page.fill('[name=signatory]', 'La maire de la commune, Dossi Exemple')
  await press(page, 'Joindre')
  await page.waitForSelector('text=La lettre signée est gardée')
  await pressAndConfirm(page, 'Transmettre aux services')
  await page.waitForSelector('text=La lettre est transmise aux services')
}

/** An action that somebody can sell becomes a need, completed and submitted. The address of the need. */
export async function makeNeed(page: Page, plan: string): Promise<string> {
  await page.goto(`${plan}/portefeuille`)
  await page
    .locator('main table a', { hasText: /registres|demandes/ })
    .first()
    .click()
  await press(page, 'En faire un besoin')
  await page.waitForURL('**/etapes/problem')
  await page.fill(
    '[name=currentSituation]',
    'Des cahiers et deux fichiers de tableur, recopiés à la main chaque fin de mois.',
  )
  for (const next of ['people', 'scope', 'constraints', 'means']) {
    await press(page, 'Enregistrer et continuer')
    await page.waitForURL(`**/etapes/${next}`)
    if (next === 'people') await page.fill('[name=beneficiaries]', 'Les agents et les habitants')
    if (next === 'scope') await page.check('[name=domains][value=civil-status]')
  }
  await press(page, 'Enregistrer et continuer')
  await page.waitForURL(/besoins\/[0-9a-f-]{36}$/)
  await check(page)
  await press(page, 'Soumettre à l’approbation')
  await page.waitForSelector('text=La direction de la commune est prévenue')
  return new URL(page.url()).pathname
}
