/** A photo over a line that is cut in the middle: what had come stays, the rest follows, and the form goes on. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { png, tooLarge } from './files.ts'
import { check, leave, useJourney } from './journey.ts'

/** Not seen by anybody as a picture, but one by its first bytes. */
const photo = Buffer.concat([
  Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082',
    'hex',
  ),
  randomBytes(900_000),
])

describe('une pièce jointe sur une ligne qui coupe', () => {
  const { enter } = useJourney(true)

  /** To the screen that asks for an identity paper, whatever comes before it. */
  async function reachFile(page: Page): Promise<void> {
    await page.goto('/communes/dassa-zoume/demarches/birth-copy/demander')
    await page.getByRole('button', { name: /ma demande$/ }).click()
    await page.waitForSelector('input[type=file]')
  }

  test('reprend où elle en était, et la suite s’ouvre', async () => {
    const page = await enter('usager')
    await reachFile(page)
    let pieces = 0
    await page.route('**/envois/*/octets/*', async (route) => {
      pieces += 1
      // Twice the line is cut: once before the piece leaves, once before its answer comes back.
      if (pieces === 3) return route.abort('internetdisconnected')
      if (pieces === 5) {
        await route.fetch()
        return route.abort('connectionreset')
      }
      return route.continue()
    })
    // Text is saved meanwhile: the save that counts is the one that carries the mark of the file.
    const saved = page.waitForResponse((reply) =>
      Boolean(reply.request().postData()?.includes('.kept=')),
    )
    await page.setInputFiles('input[type=file]', png('carte.png', photo))
    await page.waitForSelector('text=Fichier reçu : carte.png', { timeout: 30_000 })
    assert.ok(pieces >= 6, String(pieces))
    await check(page)
    assert.equal(await page.inputValue('input[type=file]'), '')
    await saved
    await page.reload()
    await page.waitForSelector('text=Fichier déjà reçu')
    await page.waitForSelector('b:text("carte.png")')
    await leave(page)
  })

  test('ce qui ne sera pas accepté est dit avant d’être envoyé', async () => {
    const page = await enter('usager')
    await reachFile(page)
    let sent = 0
    await page.route('**/envois**', (route) => {
      sent += 1
      return route.abort()
    })
    const svg = { name: 'carte.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
    await page.setInputFiles('input[type=file]', svg)
    await page.waitForSelector('text=n’est pas du type attendu')
    await page.setInputFiles('input[type=file]', tooLarge('lourd.pdf', 5))
    await page.waitForSelector('text=est trop lourd')
    assert.equal(sent, 0)
    await leave(page)
  })

  test('ce que le serveur ne prend pas ainsi part avec le formulaire', async () => {
    const page = await enter('usager')
    await reachFile(page)
    await page.route('**/envois', (route) => route.fulfill({ status: 404, body: '{}' }))
    await page.setInputFiles('input[type=file]', png('autre.png', photo))
    await page.waitForTimeout(300)
    assert.notEqual(await page.inputValue('input[type=file]'), '')
    await leave(page)
  })
})
