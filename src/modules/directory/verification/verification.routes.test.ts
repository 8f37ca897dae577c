/** The working pages of startups and of the association, through the real application. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import communes from '#reference/communes.json' with { type: 'json' }
import { startApp, type TestApp } from '#test/app.ts'
import { type Answer, Client, readHidden } from '#test/client.ts'

let app: TestApp
let founder: Client
let staff: Client

before(async () => {
  app = await startApp()
  founder = new Client(app.origin)
  await founder.signIn('usager@demo.example')
  staff = new Client(app.origin)
  await staff.signIn('ancb@demo.example')
})
after(() => app.close())

const profile = {
  name: 'Doba Numérique',
  legalForm: 'sarl',
  ifu: '3202412345678',
  rccm: 'RB/COT/24 B 12345',
  email: 'contact@doba.example',
  communeId: communes.rows[0]?.id ?? '',
  address: 'Ganhi',
  domains: ['markets'],
  presentation:
    'Nous mettons les marchés des communes en ligne : places, tickets, encaissements, avec et sans réseau.',
}

/** The hidden fields of the form that has no address of its own: it posts to its page. */
function readOwnHidden({ html, url }: Answer): Fields {
  const [path = ''] = url.split('?')
  return readHidden(html.replace(/<form method="post" (?!action)/g, `$&action="${path}" `), path)
}

async function send(client: Client, page: string | Answer, fields: Fields): Promise<Answer> {
  const shown = typeof page === 'string' ? await client.get(page) : page
  const [path = ''] = shown.url.split('?')
  return client.post(path, { ...readOwnHidden(shown), ...fields })
}
type Fields = Record<string, string | string[]>

describe('Inscrire une startup', () => {
  test('demande d’abord de se connecter', async () => {
    const visitor = new Client(app.origin)
    const answer = await visitor.get('/startups/inscrire')
    assert.match(answer.url, /^\/connexion\?suite=/)
  })

  test('garde ce qui est écrit quand un numéro est faux', async () => {
    const wrong = await send(founder, '/startups/inscrire', { ...profile, ifu: '32024' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /value="Doba Numérique"/)
    assert.match(wrong.html, /Indiquez les 13 chiffres du numéro IFU/)
  })

  test('mène au dossier de la startup, au nom de laquelle on agit désormais', async () => {
    const done = await send(founder, '/startups/inscrire', profile)
    assert.equal(done.url, '/espace/startup')
    assert.match(done.html, /vous agissez maintenant en son nom/)
    assert.match(done.html, /Brouillon/)
  })

  test('dit clairement qu’un IFU est déjà inscrit', async () => {
    const other = new Client(app.origin)
    await other.signIn('agent.glazoue@demo.example')
    const refused = await send(other, '/startups/inscrire', { ...profile, name: 'Autre' })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Une startup est déjà inscrite avec ce numéro IFU/)
  })
})

describe('Deux personnes sur un même dossier', () => {
  test('voient chacune ce que l’autre a écrit, puis choisissent', async () => {
    const early = await founder.get('/espace/startup/modifier')
    await send(founder, '/espace/startup/modifier', { ...profile, address: 'Akpakpa' })
    const conflict = await send(founder, early, { ...profile, address: 'Cadjèhoun' })
    assert.equal(conflict.status, 422)
    assert.match(conflict.html, /Valeur enregistrée entre-temps : Akpakpa/)
    assert.match(conflict.html, /value="Cadjèhoun"/)
    const settled = await send(founder, conflict, { ...profile, address: 'Cadjèhoun' })
    assert.equal(settled.url, '/espace/startup')
    assert.match(settled.html, /Cadjèhoun/)
  })
})

describe('Un brouillon de solution', () => {
  let section: string

  test('commence par un nom et mène à sa première section', async () => {
    const created = await send(founder, '/espace/solutions/nouvelle', { name: 'Doba Marchés' })
    section = created.url
    assert.match(section, /\/modifier\/presentation$/)
  })

  test('s’enregistre pendant qu’on écrit, et le formulaire reste bon', async () => {
    const hidden = readOwnHidden(await founder.get(section))
    const typed = { name: 'Doba Marchés', summary: 'Écrit à la volée', maturity: 'pilot' }
    const saved = await founder.post(`${section}/brouillon`, { ...hidden, ...typed })
    assert.deepEqual(JSON.parse(saved.html), { version: Number(hidden.version) + 1, errors: {} })
    const late = await founder.post(`${section}/brouillon`, {
      ...hidden,
      ...typed,
      summary: 'Tard',
    })
    assert.equal(late.status, 422)
    assert.match((await founder.get(section)).html, /Écrit à la volée/)
  })

  test('n’est pas accessible à une autre startup', async () => {
    const rival = new Client(app.origin)
    await rival.signIn('startup.b@demo.example')
    assert.equal((await rival.get(section)).status, 404)
  })
})

describe('La vérification', () => {
  let review: string

  test('attend tous les points contrôlés', async () => {
    await founder.submit('/espace/startup', '/espace/startup/soumettre', {})
    const queue = await staff.get('/espace/verifications')
    const link = /href="(\/espace\/verifications\/startups\/[^"]+)">Doba Numérique/
    review = link.exec(queue.html)?.[1] ?? ''
    assert.notEqual(review, '')
    const partial = await send(staff, `${review}/verifier`, { checks: ['ifu'] })
    assert.equal(partial.status, 422)
    assert.match(partial.html, /Cochez chaque point/)
  })

  test('refusée sans un motif de vingt caractères, ce qui est écrit reste', async () => {
    const short = await send(staff, `${review}/refuser`, { reason: 'Non conforme' })
    assert.equal(short.status, 422)
    assert.match(short.html, /Écrivez 20 caractères au moins/)
    assert.match(short.html, />Non conforme<\/textarea>/)
  })

  test('rend la fiche publique, et cela se voit des deux côtés', async () => {
    const checks = ['register', 'ifu', 'contacts', 'label', 'presentation']
    const done = await send(staff, `${review}/verifier`, { checks })
    assert.match(done.html, /La startup est prévenue/)
    assert.match((await founder.get('/espace/startup')).html, /Voir la fiche publique/)
    const visitor = new Client(app.origin)
    assert.equal((await visitor.get('/startups/doba-numerique')).status, 200)
  })

  test('appartient au secrétariat de l’association', async () => {
    assert.equal((await founder.get('/espace/verifications')).status, 403)
    const commission = new Client(app.origin)
    await commission.signIn('commission@demo.example')
    assert.equal((await commission.get(review)).status, 403)
  })
})
