/** Tries every actor at every status with every step, and checks both halves: what is allowed, and all the rest. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Rule } from '#platform/policy.ts'
import { listStatuses, tryStep, type Workflow } from '#platform/workflow.ts'
import { type ActorName, actorNames, actors } from './actors.ts'

interface Matrix<Row, Status extends string, Step extends string, Fact extends string> {
  readonly title: string
  readonly workflow: Workflow<Status, Step, Fact>
  readonly policy: Readonly<Record<Step, Rule<Row>>>
  readonly rowAt: (status: Status) => Row
  /** 'actor step status', everything that is allowed when every fact holds. */
  readonly allowed: Readonly<Partial<Record<Step, Partial<Record<Status, readonly ActorName[]>>>>>
}

export function testLifecycle<
  Row,
  Status extends string,
  Step extends string,
  Fact extends string,
>({ title, workflow, policy, rowAt, allowed }: Matrix<Row, Status, Step, Fact>): void {
  const steps = Object.keys(workflow.steps) as Step[]
  describe(title, () => {
    for (const step of steps) {
      for (const status of listStatuses(workflow)) {
        const expected = [...(allowed[step]?.[status] ?? [])].sort()
        test(`${step} depuis ${status} : ${expected.join(', ') || 'personne'}`, () => {
          const facts = everyFact(workflow.steps[step].requires)
          const able = actorNames.filter(
            (name) =>
              policy[step](actors[name], rowAt(status)) &&
              tryStep(workflow, step, status, facts).ok,
          )
          assert.deepEqual(able.sort(), expected)
        })
      }
    }
    test('une étape qui demande un fait est refusée sans lui', () => {
      for (const step of steps) {
        const { from, requires = [] } = workflow.steps[step]
        for (const missing of requires) {
          const facts = { ...everyFact(requires), [missing]: false } as Partial<
            Record<Fact, boolean>
          >
          for (const status of from) assert.equal(tryStep(workflow, step, status, facts).ok, false)
        }
      }
    })
  })
}

function everyFact<Fact extends string>(
  facts: readonly Fact[] = [],
): Partial<Record<Fact, boolean>> {
  return Object.fromEntries(facts.map((fact) => [fact, true])) as Partial<Record<Fact, boolean>>
}
