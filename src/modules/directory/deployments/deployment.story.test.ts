/** The story of a use, through the real application: announced, confirmed, rated, answered, moderated, ended. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

const solutionId = demoId('solution:axi-ticket')
const references = `/espace/solutions/${solutionId}/references`
const publicPage = '/solutions/axi-ticket'
const glazoue = communes.rows.find(({ slug }) => slug === 'glazoue')?.id ?? ''

let app: TestApp
let startup: Client
let commune: Client
let staff: Client
let visitor: Client

const signIn = async (account: string) => {
  const client = new Client(app.origin)
  await client.signIn(`${account}@demo.example`)
  return client
}

before(async () => {
  app = await startApp()
  startup = await signIn('startup.a')
  commune = await signIn('se.glazoue')
  staff = await signIn('ancb')
  visitor = new Client(app.origin)
})
after(() => app.close())

const listSubjects = async (email: string) => {
  const rows = await app.database.db
    .selectFrom('platform.message')
    .select('subject')
    .where('recipient', '=', `${email}@demo.example`)
    .where('topic', '=', 'deployments')
    .execute()
  return rows.map(({ subject }) => subject)
}

/** The identifier of Glazoué's use, as its own page links to it. */
const findUseId = async () => {
  const { html } = await commune.get('/espace/utilisations')
  const row = html.split('<article').find((text) => text.includes(`href="${publicPage}"`)) ?? ''
  return /utilisations\/([0-9a-f-]{36})\//.exec(row)?.[1] ?? ''
}

test('la startup annonce : la commune est invitée à confirmer, rien n’est encore confirmé', async () => {
  const claim = { communeId: glazoue, scope: 'Marché central', since: '01/03/2026' }
  const answer = await startup.submit(references, references, claim)
  assert.match(answer.html, /La commune est invitée à confirmer/)
  assert.deepEqual(await listSubjects('se.glazoue'), ['Confirmez-vous utiliser Axi Ticket ?'])
  const { html } = await visitor.get(publicPage)
  assert.doesNotMatch(html, /href="\/communes\/glazoue"/)
  assert.match(html.split('Annoncé par la startup')[1] ?? '', /Glazoué/)
})

test('annoncer deux fois la même commune est refusé, en gardant ce qui est écrit', async () => {
  const claim = { communeId: glazoue, scope: 'Encore le marché central' }
  const answer = await startup.submit(references, references, claim)
  assert.equal(answer.status, 422)
  assert.match(answer.html, /Cette utilisation est déjà indiquée/)
  assert.match(answer.html, /Encore le marché central/)
})

test('l’espace de la commune dit qu’une annonce attend sa parole', async () => {
  assert.match(
    (await commune.get('/espace')).html,
    /Confirmer ou contester une utilisation : Axi Ticket/,
  )
})

test('une autre commune ne peut pas parler à sa place', async () => {
  const neighbour = await signIn('se.bohicon')
  const address = `/espace/utilisations/${await findUseId()}/confirmer`
  const answer = await neighbour.submit('/espace/utilisations', address, {})
  assert.equal(answer.status, 403)
})

test('la commune confirme : l’usage paraît confirmé, et la startup l’apprend', async () => {
  const address = `/espace/utilisations/${await findUseId()}/confirmer`
  const answer = await commune.submit('/espace/utilisations', address, {})
  assert.match(answer.html, /L’utilisation est confirmée/)
  const { html } = await visitor.get(publicPage)
  assert.match(html, /href="\/communes\/glazoue"/)
  assert.ok((await listSubjects('startup.a')).includes('Glazoué confirme utiliser Axi Ticket'))
})

test('elle donne son avis, que la startup lit et auquel elle répond', async () => {
  const id = await findUseId()
  const address = `/espace/utilisations/${id}/avis`
  const short = await commune.submit(address, address, { stars: '4', comment: 'Bien' })
  assert.equal(short.status, 422)
  const comment = 'Les collecteurs rendent compte chaque soir, même pendant les coupures.'
  await commune.submit(address, address, { stars: '4', comment })
  assert.match((await startup.get('/espace')).html, /Répondre à un avis \(Glazoué\)/)
  const replying = `/espace/avis/${id}/repondre`
  await startup.submit(replying, replying, { reply: 'Merci, les imprimantes suivront.' })
  const { html } = await visitor.get(publicPage)
  assert.match(html, /Les collecteurs rendent compte chaque soir/)
  assert.match(html, /Merci, les imprimantes suivront/)
})

test('l’association masque un avis avec un motif, que les deux apprennent, puis le rétablit', async () => {
  const id = await findUseId()
  const hiding = `/espace/avis/${id}/masquer`
  assert.match((await staff.get(publicPage)).html, new RegExp(hiding))
  assert.doesNotMatch((await visitor.get(publicPage)).html, new RegExp(hiding))
  const reason = 'L’avis nomme une personne : il doit être réécrit sans elle.'
  await staff.submit(hiding, hiding, { reason })
  assert.doesNotMatch((await visitor.get(publicPage)).html, /rendent compte chaque soir/)
  for (const email of ['se.glazoue', 'startup.a'])
    assert.ok(
      (await listSubjects(email)).includes('L’association masque un avis sur Axi Ticket'),
      email,
    )
  await staff.submit(publicPage, `/espace/avis/${id}/retablir`, {})
  assert.match((await visitor.get(publicPage)).html, /rendent compte chaque soir/)
})

test('la commune cesse de l’utiliser : l’usage passé et son avis restent lisibles, à part', async () => {
  const address = `/espace/utilisations/${await findUseId()}/terminer`
  const without = await commune.submit(address, address, { reason: '' })
  assert.equal(without.status, 422)
  await commune.submit(address, address, {
    reason: 'Le contrat n’a pas été renouvelé cette année.',
  })
  const [, past = ''] = (await visitor.get(publicPage)).html.split('ne l’utilisent plus')
  assert.match(past, /href="\/communes\/glazoue"/)
})

test('chaque changement a laissé sa ligne d’histoire', async () => {
  const id = await findUseId()
  const events = await readAs(app.database.db, system, (db) =>
    db
      .selectFrom('directory.deploymentEvent')
      .select(['step', 'toStatus'])
      .where('deploymentId', '=', id)
      .orderBy('occurredAt')
      .execute(),
  )
  assert.deepEqual(
    events.map(({ step, toStatus }) => `${step} ${toStatus}`),
    ['create claimed', 'confirm confirmed', 'end ended'],
  )
})
