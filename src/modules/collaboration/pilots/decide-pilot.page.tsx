/** After the evaluation, the executive decides: adopt, extend once, or stop; and writes what other communes should know. */
import type { z } from 'zod'
import { toDay } from '#platform/format.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateField,
  Fieldset,
  Form,
  MoneyField,
  Page,
  RadioGroup,
  TextArea,
} from '#web/components/index.tsx'
import { loadBounds, movePilot } from './pilot.actions.ts'
import { decisionLabels } from './pilot.labels.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilot } from './pilot.queries.ts'
import { Decide, decisions, type FullPilot, type Pilot } from './pilot.schema.ts'
import { PilotBody } from './pilot-body.view.tsx'
import { type Bounds, checkExtension } from './pilot-bounds.rules.ts'
import { BoundsNotice } from './start-pilot.page.tsx'

type Decided = z.infer<typeof Decide>

interface Deciding {
  readonly full: FullPilot
  readonly bounds: Bounds
}

const shortestSheet = 40

export const decidePilotPage = form('/espace/experimentations/:pilotId/decider', {
  load: async ({ pilotId }: { pilotId: string }, context: Context): Promise<Deciding> => {
    const full = await getFullPilot(context.db, pilotId)
    return { full, bounds: await loadBounds(context, full.pilot) }
  },
  allow: (actor, { full }) => pilotPolicy.decide(actor, full.pilot),
  input: Decide,
  initial: ({ full }) => ({ budget: full.pilot.budget, reuseSheet: full.pilot.reuseSheet }),
  invalid: (deciding, submission) => <DecidePilot {...deciding} {...submission} />,
  valid: async ({ full, bounds }, decided, context) => {
    const problems = checkDecision(full.pilot, decided, bounds, toDay(context.now))
    if (Object.keys(problems).length > 0) return refuse({ ...problems })
    const { decision, reason } = decided
    await movePilot(context, full.pilot, decision, {
      reason,
      facts: { extensionIsAllowed: true },
      set: describe(full.pilot, decided),
    })
    return seeOther(`/espace/experimentations/${full.pilot.id}`, done[decision])
  },
})

const done = {
  adopt: 'La solution est adoptée. La convention peut être préparée.',
  extend: 'L’expérimentation est prolongée jusqu’à la nouvelle date.',
  stop: 'L’expérimentation est arrêtée. La startup est prévenue.',
} as const

function checkDecision(pilot: Pilot, decided: Decided, bounds: Bounds, today: string) {
  const { decision, endsOn, budget, reuseSheet } = decided
  if (decision === 'extend')
    return checkExtension(pilot, { endsOn, budget: budget ?? pilot.budget }, bounds, today)
  return reuseSheet.length < shortestSheet
    ? { reuseSheet: 'Écrivez ce qu’une autre commune doit savoir avant de commencer.' }
    : {}
}

function describe(pilot: Pilot, { decision, endsOn, budget, reuseSheet }: Decided): Partial<Pilot> {
  if (decision !== 'extend') return { reuseSheet }
  return {
    endsOn,
    firstEndsOn: pilot.endsOn,
    budget: budget ?? pilot.budget,
    remindedAt: null,
    ...(reuseSheet && { reuseSheet }),
  }
}

function DecidePilot({ full, bounds, values, errors }: Deciding & Submission<Decided>) {
  const { pilot } = full
  const base = `/espace/experimentations/${pilot.id}`
  const mayExtend = pilot.firstEndsOn === null
  const options = decisions.filter((decision) => decision !== 'extend' || mayExtend)
  return (
    <Page
      title="Décider de la suite"
      errors={errors}
      breadcrumbs={[
        { label: 'Expérimentations', href: '/espace/experimentations' },
        { label: pilot.title, href: base },
      ]}
    >
      <PilotBody full={full} names={new Map()} />
      <Form
        action={`${base}/decider`}
        submit="Décider"
        secondary={{ label: 'Annuler', href: base }}
      >
        <RadioGroup
          name="decision"
          label="Que décide la commune ?"
          options={options.map((value) => ({ value, ...decisionLabels[value] }))}
          value={values.decision}
          error={errors.decision}
        />
        <TextArea
          name="reason"
          label="Les raisons"
          hint="Publiques, et envoyées à la startup."
          value={values.reason}
          error={errors.reason}
          rows={4}
        />
        {mayExtend && <ExtensionFields bounds={bounds} values={values} errors={errors} />}
        <TextArea
          name="reuseSheet"
          label="Fiche de réutilisation"
          hint="Publique. Ce qu’une autre commune doit savoir : préparation, temps des agents, matériel, réglages, erreurs à ne pas refaire. Demandée pour adopter ou arrêter."
          value={values.reuseSheet}
          error={errors.reuseSheet}
          rows={8}
        />
      </Form>
    </Page>
  )
}

type ExtensionProps = Pick<Deciding, 'bounds'> & Submission<Decided>

function ExtensionFields({ bounds, values, errors }: ExtensionProps) {
  return (
    <Fieldset legend="Pour prolonger" hint="À remplir seulement si vous prolongez.">
      <BoundsNotice {...bounds} />
      <DateField name="endsOn" label="Nouvelle fin" value={values.endsOn} error={errors.endsOn} />
      <MoneyField
        name="budget"
        label="Montant total"
        hint="Celui de tout l’essai, première période comprise."
        value={values.budget}
        error={errors.budget}
      />
    </Fieldset>
  )
}
