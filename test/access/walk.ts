/** Tries every route with every role and tells who gets in. Nothing is written: what is posted carries no proof. */
import { demoId, demoTrackingCode, organisationId } from '#demo/ids.ts'
import { letterId } from '#demo/load-letters.ts'
import { reportCode } from '#demo/load-reports.ts'
import type { Route } from '#platform/web.ts'
import type { TestApp } from '../app.ts'
import { Client } from '../client.ts'

export const roles = {
  visiteur: null,
  usager: 'usager',
  ancb: 'ancb',
  commission: 'commission',
  seGlazoue: 'se.glazoue',
  rsiGlazoue: 'rsi.glazoue',
  agentGlazoue: 'agent.glazoue',
  seBohicon: 'se.bohicon',
  startupA: 'startup.a',
  membreA: 'membre.a',
  startupB: 'startup.b',
  startupC: 'startup.c',
  /** The secretariat, while it assists Glazoué. */
  ancbPourGlazoue: 'ancb',
} as const

export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as RoleName[]

const need = (title: string) => demoId(`need:glazoue:${title}`)
const pilot = (key: string) => ({ pilotId: demoId(`pilot:${key}`) })
const tender = (key: string) => ({ tenderId: demoId(`tender:${key}`) })
const call = (key: string) => demoId(`call:${key}`)

const planPart = (part: string) => demoId(`plan:glazoue-next:${part}`)
const draftPlan = {
  planId: demoId('plan:glazoue-next'),
  key: 'findings',
  code: 'com-cadres',
  actionId: planPart('action:sec-donnees'),
  riskId: planPart('risk:donnees'),
  indicatorId: planPart('indicator:action:sec-donnees'),
}

/** What stands for each parameter: objects of Glazoué and of startup A, so that all the others are strangers. */
const samples: readonly [pattern: RegExp, values: Readonly<Record<string, string>>][] = [
  [
    /^\/espace\/besoins\/:needId\/(solutions|contacter|appeler|mecanisme|experimenter|marche-formel)/,
    { needId: need('Encaisser les droits de place sans perdre de recettes') },
  ],
  [
    /^\/espace\/plan\/:planId\/(reviser|suivi\/clore|versions\/:number)$/,
    { planId: demoId('plan:glazoue'), number: '1' },
  ],
  [/^\/espace\/plan\/:planId\/suivi\/avis$/, { planId: demoId('plan:collines') }],
  [/^\/espace\/plan\/actions/, { actionId: demoId('plan:glazoue:action:sec-donnees') }],
  [/^\/espace\/plan\/:planId/, draftPlan],
  [/^\/(schemas-directeurs\/actions|espace\/actions-types)/, { code: 'sec-donnees' }],
  [/^\/espace\/besoins/, { needId: need('Savoir ce que la commune possède'), section: 'problem' }],
  [/^\/espace\/appels\/:callId\/(convention|rapport)/, { callId: call('tax-grouped') }],
  [/^\/espace\/appels\/:callId\/etapes/, { callId: call('market-draft'), section: 'object' }],
  [/^\/espace\/appels\/:callId\/resultat/, { callId: call('tax-grouped') }],
  [
    /^\/espace\/appels\/:callId\/(propositions|evaluation|proces-verbal)/,
    {
      callId: call('voices-scoring'),
      proposalId: demoId('proposal:voices-scoring:gbeto-tech'),
      fileId: demoId('file:none'),
    },
  ],
  [
    /^\/espace\/appels\/:callId\/(reclamations|reprendre|conclure)/,
    { callId: call('schools-awarded'), complaintId: demoId('complaint:schools-awarded') },
  ],
  [
    /^\/espace\/appels/,
    {
      callId: call('market-open'),
      answerId: demoId('question:market-open:2'),
      memberId: demoId('member:market-open:agent.glazoue'),
    },
  ],
  [/^\/appels\/:ref\/avis/, { ref: 'APP-2026-0006' }],
  [/^\/appels\/:ref\/ma-proposition\/notification/, { ref: 'APP-2026-0007' }],
  [
    /^\/espace\/diagnostic\/:diagnosisId\/(resultat|rapport|reponses)/,
    { diagnosisId: demoId('diagnosis:glazoue:400') },
  ],
  [/^\/espace\/diagnostic/, { diagnosisId: demoId('diagnosis:glazoue:12'), axis: 'gouvernance' }],
  [/^\/espace\/experimentations\/:pilotId\/fiche$/, pilot('places-glazoue')],
  [/^\/espace\/experimentations\/:pilotId\/decider/, pilot('leger-glazoue')],
  [/^\/espace\/experimentations\/:pilotId\/convention/, pilot('taxe-glazoue')],
  [/^\/espace\/experimentations/, pilot('ticket-glazoue')],
  [/^\/espace\/marches-formels\/:tenderId\/resultat/, tender('markets-handed')],
  [/^\/espace\/marches-formels/, tender('markets-draft')],
  [/^\/marches-formels/, { ref: 'DOS-2026-0004' }],
  [/^\/experimentations/, { ref: 'EXP-2026-0003' }],
  [/^\/appels\/:ref\/reclamation/, { ref: 'APP-2026-0004' }],
  [/^\/appels/, { ref: 'APP-2026-0001', number: '1' }],
  [
    /^\/espace\/conventions\/:agreementId\/avenants/,
    { agreementId: demoId('agreement:3'), amendmentId: demoId('amendment:3:1') },
  ],
  [
    /^\/espace\/conventions\/:agreementId\/(avenant|suspendre|resilier)$/,
    { agreementId: demoId('agreement:4') },
  ],
  [/^\/espace\/conventions\/:agreementId\/(signer|papier)/, { agreementId: demoId('agreement:2') }],
  [
    /^\/espace\/conventions/,
    { agreementId: demoId('agreement:1'), clauseId: demoId('clause:1:service-levels') },
  ],
  [/^\/cadre-de-collaboration/, { number: '1' }],
  [/^\/mecanismes/, { mechanism: 'call', slug: 'appel-a-solutions' }],
  [
    /^\/espace\/budgets\/:budgetId\/(vote|execution)/,
    { budgetId: demoId('budget:glazoue:2026'), importId: demoId('import:none') },
  ],
  [
    /^\/espace\/budgets/,
    {
      budgetId: demoId('budget:glazoue:2027'),
      lineId: demoId('budget-line:glazoue:2027:0:0'),
    },
  ],
  [/^\/espace\/contacts/, { contactId: demoId('contact:1') }],
  [/^\/espace\/pairs/, { enquiryId: demoId('peer:1') }],
  [/^\/espace\/utilisations/, { deploymentId: demoId('use:parc-a-jour:glazoue') }],
  [
    /^\/espace\/assistance/,
    { communeId: organisationId('glazoue'), assistanceId: demoId('assistance:glazoue') },
  ],
  [/^\/espace\/avis/, { deploymentId: demoId('use:axi-ticket:bohicon') }],
  [
    /^\/espace\/organisations/,
    {
      organisationId: organisationId('glazoue'),
      membershipId: demoId('membership:rsi.glazoue@demo.example'),
      receiverId: demoId('receiver:glazoue'),
      deliveryId: demoId('delivery:glazoue:0'),
    },
  ],
  [/^\/espace\/verifications\/startups/, { startupId: organisationId('lagune-code') }],
  [
    /^\/espace\/(verifications\/)?solutions/,
    {
      solutionId: demoId('solution:axi-ticket'),
      section: 'prix',
      fileId: demoId('file:axi-ticket:encaissement.png'),
    },
  ],
  [
    /^\/(espace\/)?services/,
    { code: 'birth-declaration', domain: 'civil-status', feeId: demoId('fee:glazoue:birth-copy') },
  ],
  [
    /^\/espace\/demandes\/:requestId\/acte/,
    { requestId: demoId('request:glazoue:birth-copy:1000') },
  ],
  [/^\/api\/:resource/, { resource: 'besoins' }],
  [/^\/api\/v1\/communes/, { slug: 'glazoue' }],
  [/^\/api\/v1\/startups/, { slug: 'akwaba-numerique' }],
  [/^\/api\/v1\/solutions/, { slug: 'axi-ticket' }],
  [/^\/api\/v1\/(besoins|registre)/, { reference: 'BES-2026-0001' }],
  [/^\/api\/v1\/appels/, { reference: 'APP-2026-0001' }],
  [/^\/api\/v1\/projets/, { reference: 'PRJ-2026-0001' }],
  [/^\/api\/v1\/services/, { code: 'birth-declaration' }],
  [/^\/api\/v1\/sessions/, { reference: 'SES-2024-0001' }],
  [/^\/api\/v1\/recommandations/, { reference: 'REC-2024-0001' }],
  [/^\/(ussd|sms)/, { secret: 'inconnu' }],
  [/^\/suivi/, { code: demoTrackingCode(demoId('request:glazoue:birth-copy:1')) }],
  [/^\/(espace\/)?paiements\/essais/, { attemptId: demoId('attempt:glazoue:1') }],
  [
    /^\/govstack/,
    {
      ...{ serviceId: demoId('procedure:glazoue:birth-copy') },
      form: `${demoId('procedure:glazoue:birth-copy')}.1`,
      fileId: demoId('request:glazoue:birth-copy:1'),
      task: `${demoId('request:glazoue:birth-copy:1')}.received`,
    },
  ],
  [/^\/espace\/signalements/, { reportId: demoId('report:glazoue:2') }],
  // Without a jurisdiction it says so, to whoever asks.
  [/^\/open311\/v2\/services/, { name: 'water.json' }],
  [/^\/open311\/v2\/requests/, { name: 'SIG-2026-0001.json' }],
  [/^\/signalements\/suivi/, { code: reportCode('glazoue', 2) }],
  [/^\/signalements/, { reference: 'SIG-2026-0001' }],
  [/^\/(espace\/)?paiements/, { paymentId: demoId('payment:glazoue:1') }],
  [/^\/(espace\/)?actes/, { actId: demoId('act:glazoue:1') }],
  [
    /^\/(espace\/)?demandes/,
    {
      ...{
        requestId: demoId('request:glazoue:birth-copy:1'),
        screen: 'asker',
        name: 'askerIdentity',
      },
      opinionId: demoId('request-opinion:glazoue:birth-copy:1'),
    },
  ],
  [
    /^\/espace\/demarches\/:procedureId\/(versions|guichet)/,
    { procedureId: demoId('procedure:glazoue:birth-copy'), number: '1' },
  ],
  [
    /^\/espace\/demarches/,
    {
      procedureId: demoId('procedure:glazoue:public-domain'),
      ...{ screen: 'asker', container: 'asker', type: 'text', question: 'askerName' },
    },
  ],
  [/^\/solutions/, { slug: 'axi-ticket' }],
  [/^\/startups/, { slug: 'akwaba-numerique' }],
  [/^\/communes\/:slug\/demarches/, { slug: 'glazoue', code: 'birth-copy' }],
  [/^\/communes/, { slug: 'glazoue' }],
  [/^\/registre/, { ref: 'BES-2026-0001' }],
  [/^\/donnees\/ocds\/processus/, { ocid: 'ocds-cauri0-BES-2026-0001' }],
  [/^\/besoins/, { ref: 'BES-2026-0001' }],
  [/^\/projets\/points/, { number: '1' }],
  [/^\/projets\/:ref\/cloture/, { ref: 'PRJ-2026-0003' }],
  [/^\/projets/, { ref: 'PRJ-2026-0001' }],
  [
    /^\/espace\/projets\/:projectId\/(charte|presentation|jalons|demarrer)/,
    { projectId: demoId('project:2'), key: 'objectives' },
  ],
  [/^\/espace\/projets/, { projectId: demoId('project:1'), entryId: demoId('entry:1:0') }],
  [/^\/espace\/jalons\/:milestoneId\/(modifier|retirer)/, { milestoneId: demoId('milestone:2:1') }],
  [
    /^\/espace\/jalons\/:milestoneId\/(paiement|recette\.)/,
    { milestoneId: demoId('milestone:1:1') },
  ],
  [/^\/espace\/jalons/, { milestoneId: demoId('milestone:1:2'), fileId: demoId('file:none') }],
  [/^\/espace\/jours-feries/, { holidayId: demoId('holiday:cowries') }],
  [
    /^\/espace\/lettres-de-cadrage\/:letterId\/(publication|rectifier|transmettre)/,
    { letterId: letterId('glazoue', 0, 2) },
  ],
  [/^\/espace\/lettres-de-cadrage/, { letterId: letterId('glazoue', 1, 2), section: 'context' }],
  [/^\/espace\/lettre-modele/, { modelId: demoId('model-letter:draft') }],
  [/^\/planification/, { file: 'maturite.csv' }],
  [/^\/lettre-de-cadrage/, { number: '1' }],
  [/^\/espace\/connectivite\/lieux\/:siteId\/rouvrir/, { siteId: demoId('site:glazoue:ancienne') }],
  [
    /^\/espace\/connectivite/,
    {
      siteId: demoId('site:glazoue:mairie'),
      linkId: demoId('link:glazoue:mairie'),
      outageId: demoId('outage:glazoue:open'),
      measurementId: demoId('measurement:glazoue:mairie:0'),
      key: 'cost.fibre.setUp',
      code: 'demo-a',
      importId: demoId('import:none'),
    },
  ],
  [
    /^\/espace\/referentiels/,
    { list: 'comptes', key: 'logiciels', changeId: demoId('reference-change:pilot') },
  ],
  [/^\/indicateurs/, { code: 'maturite', year: '2026' }],
  [/^\/recommandations/, { ref: 'REC-2024-0001' }],
  [/^\/espace\/recommandations/, { recommendationId: demoId('recommendation:proposed') }],
  [/^\/sensibilisation\/ressources/, { ref: 'RES-2026-0001' }],
  [
    /^\/espace\/sensibilisation/,
    {
      resourceId: demoId('resource:proposed'),
      projectId: demoId('project:3'),
      kind: 'sheet',
    },
  ],
  [/^\/sessions/, { ref: 'SES-2024-0001' }],
  [/^\/espace\/comptes\/:personId\/retablir/, { personId: demoId('person:parti@demo.example') }],
  [/^\/espace\/comptes\//, { personId: demoId('person:usager@demo.example') }],
  [
    /^\/espace\/sessions-invitations\/:invitationId\/retirer/,
    { invitationId: demoId('session-invitation:guest') },
  ],
  [/^\/espace\/sessions-invitations/, { invitationId: demoId('session-invitation:staff:glazoue') }],
  [
    /^\/espace\/sessions\/:sessionId\/invitations\/(presences|envoyer)/,
    { sessionId: demoId('session:next') },
  ],
  [
    /^\/espace\/sessions\/:sessionId\/(conclusions|recommandations|suites|points\/:itemId\/notes)/,
    { sessionId: demoId('session:next'), itemId: demoId('agenda:next:0') },
  ],
  [
    /^\/espace\/sessions/,
    {
      sessionId: demoId('session:draft'),
      itemId: demoId('agenda:draft:0'),
      documentId: demoId('session-document:draft'),
    },
  ],
  [/^\/espace\/adoption/, { slug: 'axi-ticket' }],
  [/^\/espace\/campagnes/, { campaignId: demoId('campaign:draft') }],
  [/^\/campagnes/, { ref: 'CAM-2026-0001' }],
  [/^\/donnees/, { slug: 'signalements', dataset: 'signalements', file: 'signalements.csv' }],
  [/^\/langue/, { locale: 'en' }],
  [/^\/fichiers/, { fileId: demoId('file:axi-ticket:encaissement.png'), name: 'x.png' }],
  [/^\/documents/, { documentId: demoId('document:none'), name: 'x.pdf' }],
  [/^\/invitations/, { token: 'inconnu' }],
]

export function fillPath(path: string): string {
  const values = samples.find(([pattern]) => pattern.test(path))?.[1] ?? {}
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'inconnu')
}

export interface Door {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly kind: Route['kind']
}

/** The ways into a route: a form is shown and sent. */
export function listDoors(routes: readonly Route[]): Door[] {
  return routes.flatMap(({ kind, path, ...route }) => {
    const methods = {
      page: ['GET'],
      form: ['GET', 'POST'],
      action: ['POST'],
      endpoint: ['method' in route ? route.method : 'GET'],
    } as const
    return methods[kind].map((method) => ({ method, path, kind }))
  })
}

export async function signInEverybody({ origin }: TestApp): Promise<Map<RoleName, Visitor>> {
  const visitors = new Map<RoleName, Visitor>()
  for (const role of roleNames) {
    const client = new Client(origin)
    const account = roles[role]
    if (account) await client.signIn(`${account}@demo.example`)
    if (role === 'ancbPourGlazoue') await startAssisting(client)
    const { html } = await client.get(account ? '/espace/compte' : '/connexion')
    const csrfToken = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    visitors.set(role, {
      csrfToken,
      cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    })
  }
  return visitors
}

async function startAssisting(client: Client): Promise<void> {
  const path = `/espace/assistance/${organisationId('glazoue')}`
  await client.submit(path, path, { motif: 'Pour parcourir toutes les pages.', duree: '1' })
}

export interface Visitor {
  readonly cookie: string
  /** Proof for machine endpoints, which check it first; forms get a false one, so that nothing is written. */
  readonly csrfToken: string
}

/** Whether this browser gets in: anything but a refusal, a missing key or page, or the way to the sign-in page. */
export async function getsIn(
  { app }: TestApp,
  { method, path, kind }: Door,
  { cookie, csrfToken }: Visitor,
): Promise<boolean> {
  const token = kind === 'endpoint' ? csrfToken : 'faux'
  const { statusCode, headers } = await app.inject({
    method,
    url: fillPath(path),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    ...(method !== 'GET' && { payload: `_csrf=${encodeURIComponent(token)}` }),
  })
  if (statusCode >= 500) throw new Error(`${method} ${path} : ${statusCode}`)
  const isSentAway = `${headers.location ?? ''}`.startsWith('/connexion?suite=')
  return !isSentAway && ![401, 403, 404].includes(statusCode)
}
