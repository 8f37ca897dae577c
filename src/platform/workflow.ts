/** Lifecycles as data: which step leads from which status to which, and what must be true before it. */

export interface Step<Status extends string, Fact extends string> {
  readonly from: readonly Status[]
  readonly to: Status
  readonly requires?: readonly Fact[]
}

export interface Workflow<Status extends string, StepName extends string, Fact extends string> {
  readonly initial: Status
  readonly steps: Readonly<Record<StepName, Step<Status, Fact>>>
}

export type Move<Status extends string, Fact extends string> =
  | { readonly ok: true; readonly to: Status }
  | { readonly ok: false; readonly because: 'status' }
  | { readonly ok: false; readonly because: 'fact'; readonly missing: Fact[] }

export function defineWorkflow<
  Status extends string,
  StepName extends string,
  Fact extends string = never,
>(workflow: Workflow<Status, StepName, Fact>): Workflow<Status, StepName, Fact> {
  return workflow
}

/** Whether the step may be taken now. A fact that nobody established counts as false. */
export function tryStep<Status extends string, StepName extends string, Fact extends string>(
  workflow: Workflow<Status, StepName, Fact>,
  step: StepName,
  status: Status,
  facts: Partial<Record<Fact, boolean>> = {},
): Move<Status, Fact> {
  const { from, to, requires = [] } = workflow.steps[step]
  if (!from.includes(status)) return { ok: false, because: 'status' }
  const missing = requires.filter((fact) => facts[fact] !== true)
  return missing.length > 0 ? { ok: false, because: 'fact', missing } : { ok: true, to }
}

/** The steps that leave this status, in the order they were declared. */
export function listSteps<Status extends string, StepName extends string, Fact extends string>(
  workflow: Workflow<Status, StepName, Fact>,
  status: Status,
): StepName[] {
  const steps = Object.entries<Step<Status, Fact>>(workflow.steps)
  return steps.filter(([, step]) => step.from.includes(status)).map(([name]) => name as StepName)
}

/** Every status the workflow names: for tests that try each role at each status. */
export function listStatuses<Status extends string, StepName extends string, Fact extends string>(
  workflow: Workflow<Status, StepName, Fact>,
): Status[] {
  const steps = Object.values<Step<Status, Fact>>(workflow.steps)
  return [...new Set([workflow.initial, ...steps.flatMap((step) => [...step.from, step.to])])]
}
