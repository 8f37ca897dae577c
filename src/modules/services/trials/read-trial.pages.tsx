/** The end of a trial: what was answered, what is missing, what it comes to. Then it is forgotten. */
import { z } from 'zod'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import { ActionButton, Actions, Notice } from '#web/components/index.tsx'
import { type FormWorld, loadReadingFacts } from '../forms/form-facts.queries.ts'
import { FormProblems, FormReading } from '../forms/form-reading.view.tsx'
import { FormSteps } from '../forms/form-screen.view.tsx'
import { Outcome } from '../forms/outcome.view.tsx'
import { keepVisible, listProblems } from '../procedures/check-form.rules.ts'
import type { Tariff } from '../procedures/decide.rules.ts'
import { endTrial } from './trial.actions.ts'
import { loadTrial, mayTry, TrialPage, type Trying, trialPath } from './try-procedure.pages.tsx'

interface Reading extends Trying {
  readonly world: FormWorld
  readonly tariffs: readonly Tariff[]
}

export const readTrialPage = page(`${trialPath}/relecture`, {
  load: async (params: { procedureId: string }, context): Promise<Reading> => {
    const trying = await loadTrial(params, context)
    return { ...trying, ...(await loadReadingFacts(context, trying.procedure)) }
  },
  allow: mayTry,
  view: (reading, { now }) => <ReadTrial {...reading} today={toDay(now)} />,
})

function ReadTrial(reading: Reading & { readonly today: string }) {
  const { definition, answers, world, tariffs, today } = reading
  const base = `${reading.base}/ecrans`
  const problems = listProblems(definition, answers, world.facts)
  return (
    <TrialPage trying={reading}>
      <FormSteps definition={definition} answers={answers} base={base} current={null} />
      <FormProblems definition={definition} problems={problems} base={base} />
      {problems.length === 0 && (
        <Notice kind="success" title="La demande est complète">
          <p>{t('Un usager pourrait l’envoyer.')}</p>
        </Notice>
      )}
      <FormReading
        definition={definition}
        answers={answers}
        communes={world.communes}
        base={base}
      />
      <section class="part">
        <h2>{t('Ce qui suivrait')}</h2>
        <Outcome
          definition={definition}
          seen={keepVisible(definition, answers)}
          tariffs={tariffs}
          today={today}
        />
      </section>
      <Actions>
        <ActionButton kind="primary" action={`${reading.base}/terminer`} label="Terminer l’essai" />
        <ActionButton action={`${reading.base}/recommencer`} label="Recommencer" />
      </Actions>
    </TrialPage>
  )
}

const ends = [
  { path: 'terminer', to: (id: string) => `/espace/demarches/${id}`, said: 'L’essai est terminé.' },
  {
    path: 'recommencer',
    to: (id: string) => `/espace/demarches/${id}/essai`,
    said: 'L’essai recommence.',
  },
] as const

export const endTrialActions = ends.map(({ path, to, said }) =>
  action(`${trialPath}/${path}`, {
    load: (params: { procedureId: string }, context: Context) => loadTrial(params, context),
    allow: mayTry,
    input: z.object({}),
    back: ({ base }) => `${base}/relecture`,
    act: async ({ procedure }, _, context) => {
      await endTrial(context, procedure)
      return seeOther(to(procedure.id), said)
    },
  }),
)
