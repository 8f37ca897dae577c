import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, demoTrackingCode } from '#demo/ids.ts'
import { startApp, type TestApp } from './app.ts'
import { Client } from './client.ts'

/** The first flight of TCP: HTML, styles and scripts of a first visit, compressed. */
const publicBytes = 14 * 1024
const workingBytes = 30 * 1024

const publicPages = [
  '/',
  '/communes',
  '/communes/glazoue',
  '/communes/glazoue/diagnostic',
  '/communes/glazoue/connectivite',
  '/connectivite',
  '/connectivite/hypotheses',
  '/solutions',
  '/solutions/registre-sika?commune=glazoue',
  '/comparer?s=axi-ticket&s=axi-places&s=taxe-claire&s=registre-sika',
  '/startups',
  '/startups/akwaba-numerique',
  '/besoins',
  '/besoins/BES-2026-0001',
  '/appels',
  '/appels/APP-2026-0001',
  '/mecanismes',
  '/mecanismes/call',
  '/cadre-de-collaboration',
  '/cadre-de-collaboration/adherents',
  '/experimentations',
  '/experimentations/EXP-2026-0003',
  '/marches-formels/DOS-2026-0004',
  '/registre',
  '/registre/totaux',
  '/registre/BES-2026-0001',
  '/projets',
  '/projets/PRJ-2026-0001',
  '/projets/points',
  '/communes/glazoue/budget-numerique',
  '/budgets-numeriques',
  '/planification',
  '/lettre-de-cadrage',
  '/schemas-directeurs',
  '/schemas-directeurs/actions',
  '/schemas-directeurs/calendrier',
  '/communes/glazoue/plan',
  '/connexion',
  '/inscription',
  '/aide',
  '/aide/classement',
  '/mentions-legales',
  '/suivi',
  `/suivi/${demoTrackingCode(demoId('request:glazoue:birth-copy:1'))}`,
  '/verifier',
  '/verifier/hors-ligne',
  '/services',
  '/services/birth-declaration',
  '/services/matrice',
  '/services/matrice?departement=BJ03',
  '/communes/glazoue/services',
  '/demarches',
  '/communes/glazoue/demarches/birth-copy',
  '/govstack/registration/v1',
  '/api',
  '/api/besoins',
  '/api/organisation',
  '/signalements',
  '/signalements/SIG-2026-0001',
  '/signalements/chiffres',
  '/communes/glazoue/signalements',
  '/communes/glazoue/signaler',
  '/indicateurs',
  '/indicateurs/services-en-ligne',
  '/communes/glazoue/indicateurs',
  '/sensibilisation',
  '/sensibilisation/ressources/RES-2026-0001',
  '/sessions',
  '/recommandations',
  '/recommandations/REC-2024-0001',
  '/sessions/SES-2024-0001',
  '/nulle-part',
]
const workingPages = [
  '/espace',
  '/espace/besoins',
  '/espace/diagnostic',
  `/espace/diagnostic/${demoId('diagnosis:glazoue:12')}`,
  `/espace/diagnostic/${demoId('diagnosis:glazoue:12')}/axes/securite`,
  `/espace/diagnostic/${demoId('diagnosis:glazoue:12')}/services-en-ligne`,
  `/espace/diagnostic/${demoId('diagnosis:glazoue:400')}/resultat`,
  '/espace/contacts',
  '/espace/projets',
  '/espace/plan',
  '/espace/compte',
  '/espace/commune',
  '/espace/utilisations',
  '/espace/connectivite',
  '/espace/budgets',
  '/espace/lettres-de-cadrage',
  '/espace/signalements',
  '/espace/signalements/categories',
  `/espace/signalements/${demoId('report:glazoue:2')}`,
]

describe('le poids des pages', () => {
  let app: TestApp

  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const weigh = async (path: string, cookie = ''): Promise<number> => {
    const headers = { cookie, 'accept-encoding': 'br' }
    const page = await app.app.inject({ url: path, headers })
    const { body } = await app.app.inject({ url: path, headers: { cookie } })
    const assets = new Set(
      [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(
        ([, url]) => url ?? '',
      ),
    )
    let bytes = page.rawPayload.length
    for (const url of assets) bytes += (await app.app.inject({ url, headers })).rawPayload.length
    return bytes
  }

  for (const path of publicPages) {
    test(`${path} tient dans 14 Ko à la première visite, tout compris`, async () => {
      const bytes = await weigh(path)
      assert.ok(bytes > 1000, 'la page n’est pas vide')
      assert.ok(bytes <= publicBytes, `${bytes} octets`)
    })
  }

  test('les pages de travail tiennent dans 30 Ko', async () => {
    const client = new Client(app.origin)
    await client.signIn('rsi.glazoue@demo.example')
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const path of workingPages) {
      const bytes = await weigh(path, cookie)
      assert.ok(bytes <= workingBytes, `${path} : ${bytes} octets`)
    }
  })

  test('les écrans d’une démarche aussi, du premier à la relecture', async () => {
    const citizen = new Client(app.origin)
    await citizen.signIn('usager@demo.example')
    const start = '/communes/glazoue/demarches/birth-copy/demander'
    const { url } = await citizen.submit(start, start, {})
    const [draft = ''] = /^\/demandes\/[^/]+/.exec(url) ?? []
    const cookie = [...citizen.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const screens = ['ecrans/asker', 'ecrans/record', 'ecrans/closing', 'relecture']
    for (const path of [start, draft, '/demandes', ...screens.map((one) => `${draft}/${one}`)]) {
      const bytes = await weigh(path, cookie)
      assert.ok(bytes > 1000 && bytes <= workingBytes, `${path} : ${bytes} octets`)
    }
  })
})
