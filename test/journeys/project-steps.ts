/** What each side of a project does on its pages, for the stories that a project is part of. */

import type { Page } from 'playwright-core'
import { addDays } from '#platform/days.rules.ts'
import { check, press } from './journey.ts'

export const inDays = (days: number) => addDays(new Date(), days).toISOString().slice(0, 10)

interface Milestone {
  readonly title: string
  readonly due: number
  readonly weight: string
  readonly share: string
}

/** From the page of the plan. */
export async function addMilestone(page: Page, { title, due, weight, share }: Milestone) {
  await press(page, 'Ajouter un jalon')
  await page.fill('[name=title]', title)
  await page.fill('[name=deliverables]', 'Essayé par deux agents, sur dix dossiers tirés au sort.')
  await page.fill('[name=dueOn]', inDays(due))
  await page.fill('[name=weight]', weight)
  await page.fill('[name=paymentShare]', share)
  await press(page, 'Enregistrer le jalon')
  await page.waitForSelector('text=Le jalon est ajouté')
}

/** One point after the other, from its own page to the next. */
export async function writePoints(page: Page, address: string, keys: readonly string[]) {
  for (const key of keys) {
    await page.goto(`${address}/charte/${key}`)
    await page.fill('[name=body]', `Ce que prévoit le projet pour ce point : ${key}.`)
    await Promise.all([
      page.waitForURL((url) => !url.pathname.endsWith(`/charte/${key}`)),
      press(page, 'Enregistrer et continuer'),
    ])
  }
}

export async function accept(page: Page): Promise<void> {
  await press(page, 'Prononcer la recette')
  await page.check('[name=verdict][value=accept]')
  await press(page, 'Prononcer la recette')
  await page.waitForSelector('text=La recette est prononcée')
}

export async function evaluate(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/evaluation`)
  await page.check('[name=stars][value="4"]')
  await page.fill('[name=achieved]', 'Ce qui prenait un jour se fait en une minute, sans erreur.')
  await page.fill('[name=toImprove]', 'Former les chefs de service avant les secrétaires.')
  await check(page)
  await press(page, 'Enregistrer l’évaluation')
  await page.waitForSelector('text=Votre évaluation est enregistrée')
}
