/** What each side of a call does on its pages, for the stories that a call is part of. */
import type { Page } from 'playwright-core'
import { addDays } from '#platform/days.rules.ts'
import { toLocalMoment } from '#platform/format.ts'
import { pdf } from './files.ts'
import { check, press, pressAndConfirm, readFault } from './journey.ts'

const inDays = (days: number) => toLocalMoment(addDays(new Date(), days))

/** From a published need to a draft under review; the address of the call's file. */
export async function prepareCall(page: Page, needId: string, mechanism: string): Promise<string> {
  await page.goto(`/espace/besoins/${needId}/appeler?mecanisme=${mechanism}`)
  await check(page)
  await press(page, 'Préparer l’appel')
  await page.waitForURL('**/etapes/object')
  await check(page)
  for (const next of ['lots', 'criteria', 'calendar']) {
    await press(page, 'Enregistrer et continuer')
    await page.waitForURL(`**/etapes/${next}`)
  }
  await page.fill('[name=questionsUntil]', inDays(2))
  await page.fill('[name=deadline]', inDays(40))
  await page.fill('[name=committeeSize]', '2')
  await check(page)
  await press(page, 'Enregistrer et continuer')
  await page.waitForURL('**/etapes/money')
  if (mechanism === 'groupedCall') {
    await check(page)
    await page.check('[name=shareRule][value=equal]')
  }
  await press(page, 'Enregistrer et continuer')
  await page.waitForURL(/\/espace\/appels\/[^/]+$/)
  await check(page)
  await press(page, 'Soumettre à relecture')
  await page.waitForSelector('text=L’appel est soumis à relecture')
  return new URL(page.url()).pathname
}

/** The public address of the call. */
export async function publishCall(page: Page, file: string): Promise<string> {
  await page.goto(file)
  await pressAndConfirm(page, 'Publier')
  await page.waitForURL('**/appels/APP-*')
  await check(page)
  return new URL(page.url()).pathname
}

/** Somebody of the commune by their name, somebody from elsewhere by their address. */
export async function appoint(page: Page, file: string, name: string, address: string) {
  for (const [field, value] of [
    ['personId', name],
    ['address', address],
  ] as const) {
    await page.goto(`${file}/comite`)
    if (field === 'personId') await page.selectOption('[name=personId]', { label: value })
    else await page.fill('[name=address]', value)
    await press(page, 'Nommer')
    await page.waitForSelector('text=sa déclaration est attendue')
  }
  await check(page)
}

const summary =
  'Un carnet et un téléphone par collecteur, un reçu par SMS dès que le réseau revient au marché.'
const answer =
  'Deux marchés d’abord, puis les sept autres en six semaines, avec une formatrice sur place.'

/** A draft that is complete, not yet sealed. */
export async function writeProposal(page: Page, address: string, price: string): Promise<void> {
  await page.goto(address)
  await press(page, 'Préparer une proposition')
  await page.waitForURL('**/ma-proposition')
  await check(page)
  await press(page, 'Rédiger')
  await page.fill('[name=summary]', summary)
  for (const row of [1, 2, 3]) await page.fill(`[name=answer${row}]`, answer)
  await page.fill('[name=price1]', price)
  await page.check('[name=isDeclared]')
  await check(page)
  await press(page, 'Enregistrer le brouillon')
  await page.waitForSelector('text=Le brouillon est enregistré')
}

export async function joinFile(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/ma-proposition/pieces`)
  await page.setInputFiles('[name=file]', pdf('méthode.pdf'))
  await press(page, 'Joindre')
  await page.waitForSelector('text=La pièce est jointe, et chiffrée')
  await check(page)
}

export async function sealProposal(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/ma-proposition/sceller`)
  await page.check('[name=isNoted]')
  await press(page, 'Sceller et envoyer')
  await page.waitForSelector('text=La proposition est scellée')
  await check(page)
}

export async function declareNoInterest(page: Page, file: string): Promise<void> {
  await page.goto(`${file}/comite/declaration`)
  await check(page)
  await page.check('[name=interest][value=none]')
  await press(page, 'Déclarer')
  await page.waitForURL('**/evaluation')
}

export async function openProposals(page: Page, file: string): Promise<void> {
  await page.goto(file)
  await press(page, 'Ouvrir les propositions')
  await page.fill('[name=attendees]', 'Sènami Fictif, secrétaire exécutive')
  await check(page)
  await press(page, 'Ouvrir maintenant')
  await page.waitForSelector('text=/propositions? ouvertes?/')
  await check(page)
}

/** Every proposal, on its three criteria. */
export async function note(
  page: Page,
  file: string,
  kind: 'noter' | 'consensus',
  points: string,
): Promise<void> {
  await page.goto(`${file}/evaluation`)
  const links = await page
    .locator('main table a')
    .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''))
  for (const base of new Set(links.map((href) => href.replace(/\/consensus$/, '')))) {
    await page.goto(`${base}/${kind}`)
    for (const row of [1, 2, 3]) {
      await page.fill(`[name=points${row}]`, points)
      await page.fill(`[name=text${row}]`, 'Méthode claire, éprouvée ailleurs.')
    }
    await check(page)
    await press(page, kind === 'noter' ? 'Garder mes notes' : 'Garder le consensus')
    await page.waitForURL('**/evaluation')
  }
}

export async function closeNotes(page: Page, file: string): Promise<void> {
  await note(page, file, 'noter', '80')
  await pressAndConfirm(page, 'J’ai terminé mes notes')
  await page.waitForSelector('text=vos notes sont closes')
}

export async function agreeConsensus(page: Page, file: string): Promise<void> {
  await note(page, file, 'consensus', '75')
  await check(page)
  await pressAndConfirm(page, 'Arrêter l’évaluation')
  await page.waitForSelector('text=L’évaluation est arrêtée')
}

/** To the best ranked, with a reason; without one the decision is refused. */
export async function award(page: Page, file: string): Promise<void> {
  await page.goto(`${file}/attribuer`)
  await press(page, 'Prendre la décision')
  if (!/raison/.test(await readFault(page, 'reason1'))) throw new Error('no reason was asked for')
  await check(page)
  await page.fill('[name=reason1]', 'La mieux classée, et la moins chère.')
  await press(page, 'Prendre la décision')
  await page.waitForSelector('text=La décision est prise')
  await check(page)
}
