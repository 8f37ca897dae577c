import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { startApp, type TestApp } from '#test/app.ts'
import {
  actOn,
  closeCall,
  createDemoActor,
  endStandstill,
  glazoueMarket,
} from '#test/factories/calls.ts'
import { cutMember, declareNoInterest, nameMember } from '../committee/committee.actions.ts'
import { findMember } from '../committee/member.queries.ts'
import { awardCall } from '../evaluation/award-call.ts'
import {
  finishScoring,
  saveConsensus,
  saveScores,
  settleEvaluation,
} from '../evaluation/evaluation.actions.ts'
import { listNotedCriteria } from '../evaluation/evaluation.rules.ts'
import { getNeed } from '../needs/need.queries.ts'
import { listBids } from '../opening/bid.queries.ts'
import { openCall } from '../opening/open-call.ts'
import { decryptDraft } from '../proposals/draft-secret.ts'
import { reopenAsDraft } from '../proposals/proposal.actions.ts'
import { sealOffer, writeOffer } from '../proposals/proposal.fixture.ts'
import { getOwnProposal } from '../proposals/proposal.queries.ts'
import { createReadingCode } from '../proposals/seal.ts'
import { sealProposal } from '../proposals/seal-proposal.ts'
import { answerComplaint, concludeCall, fileComplaint } from '../result/complaint.actions.ts'
import { listComplaints } from '../result/complaint.queries.ts'
import { moveCall, startCall } from './call.actions.ts'
import { getCall, getFullCall } from './call.queries.ts'
import type { Call, FullCall } from './call.schema.ts'
import { saveSection } from './call-parts.actions.ts'
import { publishCall } from './publish-call.ts'

const purpose =
  'Les tickets du marché se vendent à la main et une partie des carnets ne revient pas : la commune veut un reçu pour chaque paiement.'
const session = { attendees: 'Sènami Fictif, secrétaire exécutif', remarks: '' }

describe('Un appel, du brouillon à l’attribution définitive', () => {
  let app: TestApp
  let people: Record<'se' | 'rsi' | 'agent' | 'expert' | 'stranger' | 'a' | 'b' | 'late', Actor>
  let call: Call
  const codes = new Map<Actor, string>()

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      se: await createDemoActor(db, 'glazoue', 'secretary'),
      rsi: await createDemoActor(db, 'glazoue', 'itOfficer'),
      agent: await createDemoActor(db, 'glazoue', 'agent'),
      expert: await createDemoActor(db, 'ancb', 'commissioner'),
      stranger: await createDemoActor(db, 'bohicon', 'secretary'),
      a: await createDemoActor(db, 'akwaba-numerique', 'manager'),
      b: await createDemoActor(db, 'zem-data', 'manager'),
      late: await createDemoActor(db, 'lagune-code', 'manager'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const reload = () => as(people.se, ({ db }) => getFullCall(db, call.id))

  test('le brouillon reprend le besoin ; soumis, relu, publié, il a sa référence', async () => {
    call = await as(people.rsi, async (context) =>
      startCall(context, await getNeed(context.db, glazoueMarket), 'call'),
    )
    assert.match(call.title, /droits de place/)
    await as(people.rsi, async (context) => {
      const deadline = addDays(context.now, 40)
      const dates = { questionsUntil: addDays(context.now, 20), deadline }
      const rest = { standstillDays: 10, committeeSize: 2, isAnonymous: true }
      await saveSection(context, call, 'calendar', { ...dates, ...rest, version: call.version })
      const object = { title: call.title, purpose, requirements: call.requirements || purpose }
      await saveSection(context, call, 'object', { ...object, version: call.version + 1 })
      await moveCall(context, await getCall(context.db, call.id), 'submit')
    })
    call = await as(people.se, async (context) =>
      publishCall(context, await getCall(context.db, call.id)),
    )
    assert.equal(call.status, 'published')
    assert.match(call.reference ?? '', /^APP-\d{4}-\d{4}$/)
  })

  const offer = (startup: Actor, price: number, full: FullCall) => {
    const code = createReadingCode()
    codes.set(startup, code)
    return as(startup, (context) => sealOffer(context, full, { price, code }))
  }

  test('deux startups scellent ; personne ne lit, ni la commune, ni l’association, ni la base', async () => {
    const full = await reload()
    const receipts = [
      await offer(people.a, 4_000_000, full),
      await offer(people.b, 5_000_000, full),
    ]
    assert.equal(new Set(receipts).size, 2)
    for (const actor of [people.se, people.expert, people.stranger, visitor]) {
      const seen = await readAs(app.platform.db, actor, (db) =>
        db
          .selectFrom('collaboration.proposal')
          .select('id')
          .where('callId', '=', call.id)
          .execute(),
      )
      assert.deepEqual(seen, [], actor.name)
    }
  })

  test('le code de lecture rend la proposition à sa startup ; scellée deux fois d’un coup, elle l’est une', async () => {
    const full = await reload()
    const reopened = await as(people.a, async (context) => {
      const proposal = await getOwnProposal(context.db, call.id, people.a.organisation?.id ?? '')
      assert.equal(proposal.draft, null)
      assert.equal(await reopenAsDraft(context, proposal, createReadingCode()), false)
      assert.equal(await reopenAsDraft(context, proposal, codes.get(people.a) ?? ''), true)
      const draft = await getOwnProposal(context.db, call.id, proposal.startupId)
      const written = decryptDraft(draft, app.platform.secret)
      assert.equal(written?.content.prices[0]?.amount, 4_000_000)
      return draft
    })
    const seal = () =>
      as(people.a, (context) => sealProposal(context, full, reopened, codes.get(people.a) ?? ''))
    const sent = await Promise.allSettled([seal(), seal()])
    assert.deepEqual(sent.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  })

  test('avant la date limite, l’ouverture est refusée, quelle que soit l’horloge de qui la demande', async () => {
    await as(people.se, async (context) => {
      for (const [actor, duty] of [
        [people.rsi, 'president'],
        [people.expert, 'member'],
        [people.agent, 'secretary'],
      ] as const)
        await nameMember(context, call, {
          personId: actor.id ?? '',
          name: actor.name,
          organisationId: actor.organisation?.id ?? '',
          duty,
        })
    })
    const inAYear = addDays(new Date(), 365)
    await assert.rejects(
      as(people.se, (context) => openCall({ ...context, now: inAYear }, call, session)),
      (error: unknown) =>
        error instanceof Conflict && /n’est pas encore passée/.test(error.message),
    )
  })

  test('une seconde trop tard, la proposition reste en brouillon chez la startup', async () => {
    const full = await reload()
    const { late } = people
    const written = await as(late, (context) => writeOffer(context, full, 3_000_000))
    await closeCall(app.platform.db, call.id)
    await assert.rejects(
      as(late, (context) => sealProposal(context, full, written, createReadingCode())),
      /date limite est passée : la proposition n’a pas été scellée/,
    )
    const kept = await as(late, ({ db }) => getOwnProposal(db, call.id, written.startupId))
    assert.equal(kept.status, 'draft')
    assert.equal(decryptDraft(kept, app.platform.secret)?.content.prices[0]?.amount, 3_000_000)
  })

  test('sans comité au complet, rien ne s’ouvre ; ensuite tout s’ouvre d’un coup', async () => {
    await assert.rejects(
      as(people.se, (context) => openCall(context, call, session)),
      /comité compte trop peu de membres/,
    )
    for (const actor of [people.rsi, people.expert, people.agent])
      await as(actor, async (context) => {
        const member = await findMember(context.db, call.id, actor.id)
        assert.ok(member)
        await declareNoInterest(context, member)
      })
    const count = await as(people.se, (context) => openCall(context, call, session))
    assert.equal(count, 2)
    const full = await reload()
    assert.equal(full.call.status, 'opened')
    const bids = await as(people.se, (context) => listBids(context, full.call))
    assert.deepEqual(bids.map(({ name }) => name).sort(), ['Proposition n° 1', 'Proposition n° 2'])
    assert.ok(bids.every(({ content }) => content?.summary.includes('carnet')))
  })

  test('seuls les membres déclarés lisent ; qui découvre un intérêt est coupé, et ses notes annulées', async () => {
    const full = await reload()
    const seeAs = (actor: Actor) =>
      readAs(app.platform.db, actor, (db) =>
        db
          .selectFrom('collaboration.proposal')
          .select('id')
          .where('callId', '=', call.id)
          .execute(),
      )
    assert.equal((await seeAs(people.expert)).length, 2)
    assert.equal((await seeAs(people.se)).length, 0)
    const [proposal] = await seeAs(people.agent)
    const note = listNotedCriteria(full.criteria).map(({ id }) => ({
      criterionId: id,
      points: 100,
      text: 'Excellente en tout point',
    }))
    await as(people.agent, (context) => saveScores(context, full.call, proposal?.id ?? '', note))
    await as(people.agent, async (context) => {
      const member = await findMember(context.db, call.id, people.agent.id)
      assert.ok(member)
      await cutMember(context, member, 'Mon frère travaille pour l’une des deux startups.')
    })
    assert.equal((await seeAs(people.agent)).length, 0)
    const voided = await readAs(app.platform.db, people.agent, (db) =>
      db
        .selectFrom('collaboration.score')
        .select('voidReason')
        .where('callId', '=', call.id)
        .execute(),
    )
    assert.ok(voided.length > 0 && voided.every(({ voidReason }) => /frère/.test(voidReason ?? '')))
  })

  test('chacun note seul, en même temps que les autres ; le consensus attend que tous aient fini', async () => {
    const full = await reload()
    const bids = await as(people.rsi, (context) => listBids(context, full.call))
    const notesAt = (points: number) =>
      listNotedCriteria(full.criteria).map(({ id }) => ({
        criterionId: id,
        points,
        text: 'Méthode claire, éprouvée ailleurs',
      }))
    const evaluators = [people.rsi, people.expert]
    const noting = bids.flatMap(({ proposalId }, index) =>
      evaluators.map((actor) =>
        as(actor, (context) =>
          saveScores(context, full.call, proposalId, notesAt(60 + 10 * index)),
        ),
      ),
    )
    await Promise.all(noting)
    for (const actor of evaluators) {
      const seen = await readAs(app.platform.db, actor, (db) =>
        db
          .selectFrom('collaboration.score')
          .select('evaluatorId')
          .where('callId', '=', call.id)
          .execute(),
      )
      assert.equal(seen.length, bids.length * notesAt(0).length)
      assert.deepEqual([...new Set(seen.map(({ evaluatorId }) => evaluatorId))], [actor.id])
    }
    const agree = (proposalId: string, points: number) =>
      as(people.rsi, (context) => saveConsensus(context, full.call, proposalId, notesAt(points)))
    await assert.rejects(agree(bids[0]?.proposalId ?? '', 70), /quand tous les membres ont fini/)
    for (const actor of [people.rsi, people.expert])
      await as(actor, async (context) => {
        const member = await findMember(context.db, call.id, actor.id)
        assert.ok(member)
        await finishScoring(context, full, member)
      })
    await assert.rejects(
      as(people.rsi, (context) => settleEvaluation(context, full)),
      /manque des notes de consensus/,
    )
    for (const [index, { proposalId }] of bids.entries()) await agree(proposalId, 60 + 20 * index)
    const settled = await as(people.rsi, (context) => settleEvaluation(context, full))
    assert.equal(settled.status, 'evaluated')
  })

  test('la direction décide ; chaque startup l’apprend avec ses raisons', async () => {
    const full = await reload()
    const bids = await as(people.se, (context) => listBids(context, full.call))
    const winner = bids[0]
    assert.ok(winner)
    const decision = {
      lotId: full.lots[0]?.id ?? '',
      proposalId: winner.proposalId,
      reason: 'La mieux classée, au prix prévu.',
    }
    await assert.rejects(
      as(people.rsi, (context) => awardCall(context, full, [decision])),
      Forbidden,
    )
    const awarded = await as(people.se, (context) => awardCall(context, full, [decision]))
    assert.equal(awarded.status, 'awarded')
    const messages = await app.platform.db
      .selectFrom('platform.message')
      .select('subject')
      .where('subject', 'like', `%${awarded.reference}`)
      .execute()
    const subjects = messages.map(({ subject }) => subject)
    assert.ok(subjects.some((subject) => subject.startsWith('Votre proposition est retenue')))
    assert.ok(subjects.some((subject) => subject.startsWith('Votre proposition n’est pas retenue')))
  })

  test('l’attribution attend la fin du délai et les réponses aux réclamations', async () => {
    const { call: awarded } = await reload()
    await as(people.b, (context) =>
      fileComplaint(
        context,
        awarded,
        'Notre note de méthode ne tient pas compte de nos deux déploiements vérifiés dans des marchés voisins.',
      ),
    )
    await assert.rejects(
      as(people.se, (context) => concludeCall(context, awarded)),
      /délai d’attente.*réclamation attend/s,
    )
    await endStandstill(app.platform.db, call.id)
    const ended = (await reload()).call
    await as(people.se, async (context) => {
      const [complaint] = await listComplaints(context.db, call.id)
      assert.ok(complaint)
      await answerComplaint(context, ended, complaint, {
        step: 'dismiss',
        answer: 'Les deux déploiements étaient cités, et le comité les a comptés.',
      })
      await concludeCall(context, ended)
    })
    assert.equal((await reload()).call.status, 'concluded')
  })
})
