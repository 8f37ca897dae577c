/** A commune's own system files, completes, and follows a request. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { birthCopy, createSystem, fileForm, makeKey, png } from '#test/factories/calling-system.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { listMessages } from '#test/factories/messages.ts'
import { askCompletion, proposeDecision } from '../requests/instruct-request.actions.ts'
import { operations } from './operation.lists.ts'

const serviceId = demoId('procedure:glazoue:birth-copy')
const whole = ['demandes.lire', 'demandes.deposer', 'taches.traiter'] as const
const mediator = { 'information-mediator-client': 'BJ/GOV/90000009/etat-civil' }

describe('a system of Glazoué', () => {
  let app: TestApp
  let call: ReturnType<typeof createSystem>
  let own: Awaited<ReturnType<typeof makeKey>>
  before(async () => {
    app = await startApp()
    call = createSystem(app)
    own = await makeKey(app, 'se.glazoue', whole)
  })
  after(() => app.close())

  const ask = (path: string, sending: Parameters<typeof call>[1] = {}) =>
    call(path, { key: own.key, ...sending })

  async function findForm(): Promise<string> {
    const { body } = await call(`/services/${serviceId}/eForms`)
    return body.find(({ latest }: { latest: boolean }) => latest).eFormId
  }

  async function sendCard(): Promise<string> {
    const { status, body } = await ask('/documents', {
      body: fileForm(png, 'carte.png', 'image/png'),
    })
    assert.equal(status, 200)
    operations.sendDocument.reply.parse(body)
    return body.documentId
  }

  async function write(applicantId: string, changed: object = {}) {
    const form = { askerIdentity: await sendCard(), ...birthCopy, ...changed }
    return { applicantId, formData: { eFormId: await findForm(), data: form } }
  }

  const file = async (applicantId: string, headers: Record<string, string> = {}) =>
    ask(`/services/${serviceId}/applications`, { body: await write(applicantId), headers })

  test('files a request as the web form would, in its own name, once', async () => {
    const body = await write('usager-1')
    const headers = { ...mediator, 'idempotency-key': 'envoi-1' }
    const path = `/services/${serviceId}/applications`
    const [one, two] = await Promise.all([
      ask(path, { body, headers }),
      ask(path, { body, headers }),
    ])
    assert.deepEqual([one.status, two.status], [200, 200], one.text)
    assert.equal(one.body.fileId, two.body.fileId)
    operations.fileApplication.reply.parse(one.body)
    assert.equal(one.body.status.code, 'PENDING')
    const other = await ask(path, { body: { ...body, applicantId: 'usager-2' }, headers })
    assert.equal(other.status, 422)
    const row = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.request')
        .selectAll()
        .where('id', '=', one.body.fileId)
        .executeTakeFirstOrThrow(),
    )
    assert.deepEqual(
      [row.keyId, row.mediatorClient, row.requesterId, row.enteredBy, row.applicantRef],
      [own.id, mediator['information-mediator-client'], null, null, 'usager-1'],
    )
    assert.equal(row.applicantPhone, '+2290197000077')
    const [told] = await listMessages(app.platform.db, '+2290197000077')
    assert.match(told?.subject ?? '', /Demande reçue/)
  })

  test('is told what is missing by the rules of the form, and nothing is filed', async () => {
    const body = await write('usager-3', { birthDay: '2999-01-01', copies: 50, inconnu: 1 })
    const path = `/services/${serviceId}/applications`
    const unasked = await ask(path, { body })
    assert.equal(unasked.status, 422)
    assert.deepEqual(Object.keys(unasked.body.errors), ['inconnu'])
    const { inconnu: _, ...data } = body.formData.data as Record<string, unknown>
    const wrong = await ask(path, { body: { ...body, formData: { ...body.formData, data } } })
    assert.equal(wrong.headers.get('content-type')?.split(';')[0], 'application/problem+json')
    assert.deepEqual(Object.keys(wrong.body.errors).sort(), ['birthDay', 'copies'])
    const listed = await ask('/applications?applicantId=usager-3')
    assert.deepEqual(listed.body, [])
  })

  test('completes when it is asked to, and only then; the clock goes on', async () => {
    const { body: filed } = await file('usager-4')
    const path = `/applications/${filed.fileId}`
    const early = await ask(path, { method: 'PUT', body: await write('usager-4') })
    assert.equal(early.status, 409)
    const agent = demoActor('agent.glazoue')
    await ask(`/tasks/${filed.fileId}.received/complete`, { body: { data: {} } })
    await writeAs(app.platform.db, agent, (db) =>
      askCompletion({ db, actor: agent, now: new Date() }, filed.fileId, 'Le lieu est illisible.'),
    )
    const { body: waiting } = await ask(path)
    operations.getApplication.reply.parse(waiting)
    assert.deepEqual(
      [waiting.status.code, waiting.completionAsked],
      ['SENDBACK', 'Le lieu est illisible.'],
    )
    const eFormId = waiting.applicationData.formData.eFormId
    const change = {
      applicantId: 'usager-4',
      formData: { eFormId, data: { birthPlace: 'Kpakpaza' } },
    }
    const done = await ask(path, { method: 'PUT', body: change, headers: mediator })
    assert.equal(done.status, 200, done.text)
    const { body: after } = await ask(path)
    assert.equal(after.status.step, 'inReview')
    assert.equal(after.applicationData.formData.data.birthPlace, 'Kpakpaza')
    assert.equal(after.applicationData.formData.data.askerName, 'Afi Exemple')
    assert.deepEqual(
      after.history.map(({ step }: { step: string }) => step),
      ['submit', 'take', 'askCompletion', 'complete'],
    )
  })

  test('does its part of the work, task by task, and leaves the decision to people', async () => {
    const { body: filed } = await file('usager-5')
    const { body: tasks } = await ask(`/tasks?fileId=${filed.fileId}`)
    operations.listTasks.reply.parse(tasks)
    assert.deepEqual(
      tasks.map(({ taskId }: { taskId: string }) => taskId),
      [`${filed.fileId}.received`],
    )
    const { body: task } = await ask(`/tasks/${tasks[0].taskId}`)
    operations.getTask.reply.parse(task)
    assert.equal(task.formVariables.step, 'take')
    const taken = await ask(`/tasks/${task.taskId}/complete`, { body: { data: {} } })
    operations.completeTask.reply.parse(taken.body)
    const again = await ask(`/tasks/${task.taskId}/complete`, { body: { data: {} } })
    assert.equal(again.status, 409)
    const silent = await ask(`/tasks/${filed.fileId}.inReview/complete`, { body: { data: {} } })
    assert.equal(silent.status, 422)
    const agent = demoActor('agent.glazoue')
    await writeAs(app.platform.db, agent, (db) =>
      proposeDecision({ db, actor: agent, now: new Date() }, filed.fileId, {
        ...{ decision: 'accepted', reasons: '', remedy: '' },
      }),
    )
    assert.deepEqual((await ask(`/tasks?fileId=${filed.fileId}`)).body, [])
    for (const path of [`${filed.fileId}.proposed`, `${filed.fileId}.accepted`]) {
      const { status } = await ask(`/tasks/${path}/complete`, { body: { data: {} } })
      assert.ok(status === 404 || status === 409, path)
    }
    const { body: seen } = await ask(`/applications/${filed.fileId}`)
    assert.deepEqual([seen.status.code, seen.decision], ['PENDING', null])
  })

  test('is named in the history and the journal, and no person is', async () => {
    const { body: filed } = await file('usager-6', mediator)
    const events = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.requestEvent')
        .select(['step', 'actorId', 'organisationId', 'keyId', 'mediatorClient'])
        .where('requestId', '=', filed.fileId)
        .execute(),
    )
    const mediatorClient = mediator['information-mediator-client']
    const line = { step: 'submit', actorId: null, organisationId: organisationId('glazoue') }
    assert.deepEqual(events, [{ ...line, keyId: own.id, mediatorClient }])
    const journal = await app.platform.db
      .selectFrom('platform.auditLine')
      .select(['actorId', 'details'])
      .where('subjectId', '=', filed.fileId)
      .executeTakeFirstOrThrow()
    assert.equal(journal.actorId, null)
    assert.equal((journal.details as { keyId?: string }).keyId, own.id)
    const agent = new Client(app.origin)
    await agent.signIn('agent.glazoue@demo.example')
    const { html } = await agent.get(`/espace/demandes/${filed.fileId}`)
    assert.match(html, /Déposée par le système/)
    assert.ok(html.includes(own.name))
  })

  test('reads page after page, each line once, and the numbers', async () => {
    const seen: string[] = []
    let path: string | undefined = '/applications?maxResult=2'
    while (path) {
      const { body, headers }: Awaited<ReturnType<typeof ask>> = await ask(path)
      operations.listApplications.reply.parse(body)
      seen.push(...body.map(({ fileId }: { fileId: string }) => fileId))
      path = /<[^>]*(\/applications[^>]*)>/.exec(headers.get('link') ?? '')?.[1]
    }
    assert.equal(new Set(seen).size, seen.length)
    const { body: lines } = await ask('/data/statistics/1.0?from=2000-01-01')
    operations.getStatistics.reply.parse(lines)
    const registered = lines.reduce(
      (sum: number, line: { registered: number }) => sum + line.registered,
      0,
    )
    assert.equal(registered, seen.length)
  })
})
