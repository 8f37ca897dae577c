import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { agreementId } from '#demo/load-agreements.ts'
import type { Proof } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId, system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { findLatestDocument } from '#platform/documents.ts'
import { listHistory } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { demoNow } from '#test/database.ts'
import { actAs } from '#test/factories/acting.ts'
import { cutOff } from '#test/factories/cut-off.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { listSignatures } from '../signatures/signature.queries.ts'
import { moveAgreement } from './agreement.actions.ts'
import { getFullAgreement, getPartyNames } from './agreement.queries.ts'
import { hashAgreement } from './agreement-text.rules.ts'
import { proposeAmendment, signAmendment } from './amendment.actions.ts'
import { getAmendment } from './amendment.queries.ts'
import { listChanges } from './amendment-text.rules.ts'
import { loadAgreementPaper } from './issue-agreement.ts'
import { agreeToClause, proposeWording } from './negotiate.actions.ts'
import { signAgreement } from './sign-agreement.ts'

const code: Proof = { means: 'code', destination: 'se•••@demo.example', codeId: agreementId(99) }
const [seGlazoue, seBohicon, seDassa] = ['glazoue', 'bohicon', 'dassa'].map((commune) =>
  demoActor(`se.${commune}`),
) as [Actor, Actor, Actor]
const [startupA, startupB] = [demoActor('startup.a'), demoActor('startup.b')]

describe('signer une convention', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const act = <T>(actor: Actor, work: (context: Context) => Promise<T>) =>
    actAs(app.database.db, actor, demoNow, (context) =>
      work({ ...context, platform: app.platform }),
    )
  const look = (number: number) =>
    readAs(app.database.db, system, async (db) => {
      const id = agreementId(number)
      const full = await getFullAgreement(db, id)
      return {
        ...full,
        hash: hashAgreement(full, await getPartyNames(db, full.agreement)),
        signatures: await listSignatures(db, 'agreement', id),
        steps: (await listHistory(db, 'collaboration.agreementEvent', { agreementId: id })).map(
          ({ step }) => step,
        ),
        paper: await findLatestDocument(db, 'agreement', id),
      }
    })
  const sign = async (number: number, actor: Actor, proof = code) => {
    const { agreement, hash } = await look(number)
    return act(actor, (context) => signAgreement(context, agreement, hash, proof))
  }

  test('coupée avant la fin, la dernière signature ne laisse rien ; reprise, elle donne tout', async () => {
    const earlier = await look(2)
    const cut = act(seBohicon, async (context) => {
      await signAgreement(context, earlier.agreement, earlier.hash, code)
      await cutOff(app, context)
    })
    await assert.rejects(cut)
    assert.deepEqual(await look(2), earlier)

    await sign(2, seBohicon)
    const now = await look(2)
    assert.equal(now.agreement.status, 'active')
    assert.equal(now.agreement.documentSha256, earlier.hash)
    assert.equal(now.signatures.length, 2)
    assert.equal(now.steps.at(-1), 'complete')
    assert.ok(now.paper)
  })

  test('les deux parties signent au même instant : les deux signatures comptent', async () => {
    await Promise.all([sign(9, seDassa), sign(9, startupB)])
    const { agreement, signatures, steps } = await look(9)
    assert.equal(agreement.status, 'active')
    assert.deepEqual(
      signatures.map(({ organisationId }) => organisationId).sort(),
      [agreement.communeId, agreement.startupId].sort(),
    )
    assert.deepEqual(steps.slice(-2).sort(), ['complete', 'sign'])
  })

  test('une seconde signature de la même partie, ou d’une autre commune, est refusée', async () => {
    await assert.rejects(sign(9, seDassa), /déjà signé|plus possible/)
    await assert.rejects(sign(9, seGlazoue))
    assert.equal((await look(9)).signatures.length, 2)
  })

  test('une signature gardée ne se change ni ne s’efface', async () => {
    const { signatures } = await look(9)
    await act(seDassa, async ({ db }) => {
      await db
        .updateTable('collaboration.signature')
        .set({ personName: 'Autre personne' })
        .where('organisationId', '=', getOrganisationId(seDassa))
        .execute()
      await db.deleteFrom('collaboration.signature').execute()
    }).catch(() => undefined)
    assert.deepEqual((await look(9)).signatures, signatures)
  })

  test('un texte qui a changé depuis la lecture ne se signe pas', async () => {
    const { agreement } = await look(2)
    const old = '0'.repeat(64)
    await assert.rejects(
      act(seBohicon, (context) => signAgreement(context, agreement, old, code)),
      /Le texte a changé/,
    )
  })

  test('arrêter le texte pendant que l’autre le change : jamais un texte que tous n’ont pas accepté', async () => {
    const { agreement, clauses } = await look(1)
    await acceptAll(1, seGlazoue)
    await acceptAll(1, startupA)
    const clause = (await look(1)).clauses.find(({ key }) => key === 'price')
    assert.ok(clause && clauses.length > 0)
    const body = `${clause.body} Un dernier mot.`
    await Promise.allSettled([
      act(seGlazoue, (context) => moveAgreement(context, agreement, 'agree')),
      act(startupA, (context) =>
        proposeWording(context, agreement, clause, { body, comment: '', version: clause.version }),
      ),
    ])
    const after = await look(1)
    const isChanged = after.clauses.some((one) => one.body === body)
    assert.equal(after.agreement.status, isChanged ? 'negotiating' : 'agreed')
    assert.equal(after.paper === undefined, isChanged)
  })

  async function acceptAll(number: number, actor: Actor): Promise<void> {
    const { agreement, clauses } = await look(number)
    await act(actor, async (context) => {
      for (const clause of clauses) await agreeToClause(context, agreement, clause, clause.version)
    })
  }

  test('un accord donné à une rédaction dépassée ne compte pas', async () => {
    const { agreement } = await look(1)
    if (agreement.status === 'agreed')
      await act(seGlazoue, (context) =>
        moveAgreement(context, agreement, 'reopen', 'Le délai de paiement est à revoir.'),
      )
    const clause = (await look(1)).clauses[0]
    assert.ok(clause)
    const wording = { body: `${clause.body} Une précision.`, comment: '', version: clause.version }
    await act(startupA, (context) => proposeWording(context, agreement, clause, wording))
    const late = await act(seGlazoue, (context) =>
      agreeToClause(context, agreement, clause, clause.version),
    )
    assert.equal(late, undefined)
    const lateWording = await act(seGlazoue, (context) =>
      proposeWording(context, agreement, clause, wording),
    )
    assert.equal(lateWording, false)
  })

  test('l’avenant change la convention à la seconde signature ; le papier signé au début reste le même', async () => {
    const first = await look(9)
    const changes = listChanges(first, {
      amount: 2_900_000,
      endsOn: null,
      bodies: new Map([['training', 'La formation dure trois jours, puis un jour par trimestre.']]),
    })
    const amendment = await act(startupB, (context) =>
      proposeAmendment(context, first.agreement, { reason: 'Un poste de plus.', changes }),
    )
    await act(startupB, (context) => signAmendment(context, first.agreement, amendment, code))
    assert.equal((await look(9)).agreement.amount, first.agreement.amount)
    await act(seDassa, (context) => signAmendment(context, first.agreement, amendment, code))

    const amended = await look(9)
    assert.equal(amended.agreement.amount, 2_900_000)
    assert.match(
      amended.clauses.find(({ key }) => key === 'training')?.body ?? '',
      /un jour par trimestre/,
    )
    const again = await act(seDassa, (context) =>
      loadAgreementPaper(context.db, first.agreement.id),
    )
    assert.ok(JSON.stringify(again.model).includes(first.hash))
    assert.equal(amended.paper?.id, first.paper?.id)
  })

  test('une convention résiliée ne se modifie plus, même par un avenant en attente', async () => {
    const { agreement } = await look(3)
    await act(seDassa, (context) =>
      moveAgreement(context, agreement, 'terminate', 'Le recensement n’a jamais été livré.'),
    )
    const { id } = await act(seDassa, ({ db }) =>
      db
        .selectFrom('collaboration.amendment')
        .select('id')
        .where('agreementId', '=', agreement.id)
        .executeTakeFirstOrThrow(),
    )
    await assert.rejects(
      act(seDassa, async (context) =>
        signAmendment(context, agreement, await getAmendment(context.db, agreement.id, id), code),
      ),
    )
  })
})
