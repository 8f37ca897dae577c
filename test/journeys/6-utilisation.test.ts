import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { check, checkMessage, leave, press, read, readFault, useJourney } from './journey.ts'

const startup = ['startup.a@demo.example', 'membre.a@demo.example'] as const
const commune = ['se.glazoue@demo.example', 'rsi.glazoue@demo.example'] as const
const opinion =
  'Les places se donnent devant tout le monde. Il a fallu refaire le plan deux fois : <b>prévoyez-le</b>.'
const reply = 'Merci : le plan se refait maintenant sur place, avec vos agents.'

for (const hasScripts of [true, false]) {
  describe(`une commune dit ce qu’elle utilise, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    const tell = async (people: readonly string[], beginning: string) => {
      for (const person of people) await checkMessage(journey.app(), person, beginning)
    }

    /** A link or a button of the card of one solution. */
    const act = (page: Page, solution: string, words: string) =>
      page
        .locator('main article', { hasText: solution })
        .locator('a, button', { hasText: words })
        .click()

    /** Who uses Axi Places, as everybody reads it. */
    async function readUses(): Promise<string> {
      const page = await journey.visit()
      await page.goto('/solutions/axi-places')
      await check(page)
      const text = await page.innerText('section:has(> h2:text("Qui l’utilise"))')
      await leave(page)
      return text
    }

    test('la startup annonce Glazoué pour deux solutions', async () => {
      const page = await journey.enter('startup.a')
      for (const [name, scope] of [
        ['Axi Places', 'Marché central'],
        ['Taxe Claire', 'Patentes'],
      ] as const) {
        await page.goto('/espace/solutions')
        await press(page, name)
        await press(page, 'Annoncer une commune, lire les avis')
        await page.fill('[name=scope]', scope)
        await press(page, 'Inviter la commune à confirmer')
        assert.match(await readFault(page, 'communeId'), /Choisissez une commune/)
        assert.equal(await page.inputValue('[name=scope]'), scope)
        await check(page)
        await page.selectOption('[name=communeId]', { label: 'Glazoué' })
        await press(page, 'Inviter la commune à confirmer')
        await page.waitForSelector('text=La commune est invitée à confirmer')
        await tell(commune, `Confirmez-vous utiliser ${name} ?`)
      }
      await check(page)
      await leave(page)
      assert.match(await readUses(), /Annoncé par la startup, pas encore confirmé\s+Glazoué/)
    })

    test('la commune confirme l’une, qui paraît à part des annonces', async () => {
      const page = await journey.enter('se.glazoue')
      await press(page, 'Confirmer ou contester une utilisation : Axi Places')
      await check(page)
      await act(page, 'Axi Places', 'Confirmer')
      await page.waitForSelector('text=L’utilisation est confirmée')
      await check(page)
      await leave(page)
      await tell(startup, 'Glazoué confirme utiliser Axi Places')
      const text = await readUses()
      assert.match(text, /Confirmé par les communes[\s\S]*Glazoué[\s\S]*Marché central/)
      assert.doesNotMatch(text, /Annoncé par la startup/)
    })

    test('elle conteste l’autre avec un motif, que la startup lit', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto('/espace/utilisations')
      await act(page, 'Taxe Claire', 'Contester')
      await press(page, 'Contester cette utilisation')
      assert.match(await readFault(page, 'reason'), /Indiquez le motif/)
      await check(page)
      await page.fill('[name=reason]', 'Une présentation a eu lieu, mais rien n’a été acheté.')
      await press(page, 'Contester cette utilisation')
      await page.waitForSelector('text=L’utilisation est contestée')
      await leave(page)
      await tell(startup, 'Glazoué conteste utiliser Taxe Claire')

      const vendor = await journey.enter('membre.a')
      await vendor.goto('/espace/solutions')
      await press(vendor, 'Taxe Claire')
      await press(vendor, 'Annoncer une commune, lire les avis')
      assert.match(await read(vendor), /Contestée par la commune[\s\S]*rien n’a été acheté/)
      await check(vendor)
      await vendor.goto('/solutions/taxe-claire')
      assert.doesNotMatch(await read(vendor), /Glazoué .*Patentes|rien n’a été acheté/)
      await leave(vendor)
    })

    test('elle donne son avis, des étoiles et ce qu’il faut savoir', async () => {
      const page = await journey.enter('se.glazoue')
      await press(page, 'Donner un avis : Axi Places')
      await page.fill('[name=comment]', 'Trop court')
      await press(page, 'Publier l’avis')
      assert.match(await readFault(page, 'stars'), /Choisissez une note/)
      assert.match(await readFault(page, 'comment'), /20 caractères au moins/)
      assert.equal(await page.inputValue('[name=comment]'), 'Trop court')
      await check(page)
      await page.check('[name=stars][value="4"]')
      await page.fill('[name=comment]', opinion)
      await press(page, 'Publier l’avis')
      await page.waitForSelector('text=Votre avis est publié')
      await leave(page)
      await tell(startup, 'Glazoué a donné son avis sur Axi Places')
      assert.ok((await readUses()).includes(opinion), 'le texte paraît tel qu’il a été écrit')
    })

    test('la startup répond, sous l’avis', async () => {
      const page = await journey.enter('membre.a')
      await check(page)
      await press(page, 'Répondre à un avis (Glazoué) : Axi Places')
      assert.ok((await read(page)).includes(opinion))
      await page.fill('[name=reply]', reply)
      await check(page)
      await press(page, 'Publier la réponse')
      await page.waitForSelector('text=Votre réponse est publiée')
      await leave(page)
      await tell(commune, 'La startup répond à votre avis sur Axi Places')
      assert.ok((await readUses()).includes(`Réponse de la startup : ${reply}`))
    })

    test('l’association masque l’avis avec un motif ; la commune le récrit ; il paraît de nouveau', async () => {
      const staff = await journey.enter('ancb')
      await staff.goto('/solutions/axi-places')
      const line = staff.locator('li', { hasText: 'Glazoué' })
      await line.locator('text=Masquer cet avis').click()
      await staff.fill('[name=reason]', 'L’avis laisse penser que le plan manque : précisez.')
      await check(staff)
      await press(staff, 'Masquer l’avis')
      await staff.waitForSelector('text=L’avis est masqué')
      await check(staff)
      await tell([...startup, ...commune], 'L’association masque un avis sur Axi Places')
      assert.doesNotMatch(await readUses(), /devant tout le monde|sur place, avec vos agents/)

      const page = await journey.enter('se.glazoue')
      await page.goto('/espace/utilisations')
      assert.match(await read(page), /Avis masqué par l’association. Motif : .*précisez/)
      await check(page)
      await act(page, 'Axi Places', 'Changer l’avis')
      assert.equal(await page.inputValue('[name=comment]'), opinion)
      await page.fill('[name=comment]', 'Les places se donnent devant tout le monde, plan affiché.')
      await press(page, 'Publier l’avis')
      await page.waitForSelector('text=Votre avis est récrit')
      await leave(page)
      await tell(['ancb@demo.example'], 'Glazoué a récrit l’avis masqué sur Axi Places')

      await staff.goto('/solutions/axi-places')
      await line.locator('button', { hasText: 'Rétablir cet avis' }).click()
      await staff.waitForSelector('text=L’avis paraît de nouveau')
      await leave(staff)
      await tell([...startup, ...commune], 'Un avis sur Axi Places paraît de nouveau')
      assert.match(await readUses(), /plan affiché/)
    })

    test('elle cesse de l’utiliser : l’usage passé reste lisible, à part', async () => {
      const page = await journey.enter('se.glazoue')
      await page.goto('/espace/utilisations')
      await act(page, 'Axi Places', 'Ne plus utiliser')
      await page.fill('[name=reason]', 'Le marché est transféré et le contrat n’est pas renouvelé.')
      await check(page)
      await press(page, 'Ne plus utiliser cette solution')
      await page.waitForSelector('text=C’est noté')
      await check(page)
      await leave(page)
      await tell(startup, 'Glazoué n’utilise plus Axi Places')
      assert.match(await readUses(), /Bohicon[\s\S]*ne l’utilisent plus[\s\S]*Glazoué/)
    })

    test('une autre commune dit d’elle-même qu’elle l’utilise', async () => {
      const page = await journey.enter('se.dassa')
      await page.goto('/solutions/axi-places')
      await press(page, 'Ma commune l’utilise')
      await page.fill('[name=since]', '2090-01-01')
      await page.fill('[name=users]', 'trois')
      await press(page, 'Publier')
      assert.match(await readFault(page, 'users'), /nombre entier/)
      await page.fill('[name=users]', '3')
      await press(page, 'Publier')
      assert.match(await readFault(page, 'since'), /date passée/)
      await check(page)
      await page.fill('[name=since]', '2026-02-03')
      await page.fill('[name=scope]', 'Marché hebdomadaire')
      await press(page, 'Publier')
      await page.waitForSelector('text=L’utilisation est publiée')
      await leave(page)
      await tell(startup, 'Dassa-Zoumè confirme utiliser Axi Places')
      assert.match(
        await readUses(),
        /Dassa-Zoumè depuis le 3 février 2026, Marché hebdomadaire, 3 agents/,
      )
    })
  })
}
