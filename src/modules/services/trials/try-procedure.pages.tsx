/** An agent answers the procedure that is being written, as a citizen would: nothing is sent, no file is kept. */
import { z } from 'zod'
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import {
  type Context,
  endpoint,
  form,
  json,
  page,
  refuse,
  sealUpload,
  seeOther,
} from '#platform/web.ts'
import { ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { answerScreen } from '../forms/answer-screen.rules.ts'
import { type FormWorld, loadFormWorld } from '../forms/form-facts.queries.ts'
import { FormScreen } from '../forms/form-screen.view.tsx'
import { readAnswers, type Typed } from '../forms/read-answers.fields.ts'
import { type Shown, writeAnswers } from '../forms/write-answers.fields.ts'
import type { Procedure } from '../procedures/procedure.lifecycle.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import { getDraft, getProcedure } from '../procedures/procedure.queries.ts'
import type { Answers, Definition, FormPage } from '../procedures/procedure.types.ts'
import { walkForm } from '../procedures/visible.rules.ts'
import { keepTrialAnswers } from './trial.actions.ts'
import { findTrialAnswers } from './trial.queries.ts'

export interface Trying {
  readonly procedure: Procedure
  readonly commune: Commune
  readonly definition: Definition
  readonly answers: Answers
}

export async function loadTrial(
  { procedureId }: { procedureId: string },
  { db, actor }: Context,
): Promise<Trying> {
  const procedure = await getProcedure(db, procedureId)
  const { definition } = await getDraft(db, procedureId)
  return {
    ...{ procedure, definition },
    commune: await getCommune(db, procedure.communeId),
    answers: actor.id === null ? {} : await findTrialAnswers({ db, actor }, procedureId),
  }
}

export const mayTry = (actor: Context['actor'], { procedure }: Trying) =>
  procedurePolicy.write(actor, procedure)

export const trialPath = '/espace/demarches/:procedureId/essai'
export const trialBase = ({ id }: Pick<Procedure, 'id'>) => `/espace/demarches/${id}/essai`
const screensOf = (procedure: Procedure) => `${trialBase(procedure)}/ecrans`

/** Where a trial begins, or goes on: its first screen. */
export const beginTrialPage = page(trialPath, {
  load: loadTrial,
  allow: mayTry,
  view: (trying) => {
    const [first] = walkForm(trying.definition, trying.answers).pages
    return first ? (
      seeOther(`${screensOf(trying.procedure)}/${first.page.code}`)
    ) : (
      <NothingToTry {...trying} />
    )
  },
})

interface Screen extends Trying {
  readonly page: FormPage
  readonly world: FormWorld
}

async function loadScreen(
  { procedureId, screen }: { procedureId: string; screen: string },
  context: Context,
): Promise<Screen> {
  const trying = await loadTrial({ procedureId }, context)
  return {
    ...trying,
    page: orNotFound(trying.definition.pages.find(({ code }) => code === screen)),
    world: await loadFormWorld(context.db, trying.procedure.communeId, context.now),
  }
}

const screenPath = `${trialPath}/ecrans/:screen` as const

/** Which fields there are is the procedure's to say: each is read by its type. */
export const tryScreenPage = form(screenPath, {
  load: loadScreen,
  allow: mayTry,
  keepsFiles: false,
  input: z.record(z.string(), z.unknown()),
  initial: ({ page: { fields }, answers }, { platform }) =>
    writeAnswers(fields, answers, (file) => sealUpload(file, platform.secret)),
  invalid: (screen, { values, errors }) => (
    <TryScreen {...screen} values={values as Shown} errors={errors as Record<string, string>} />
  ),
  valid: async (screen, typed, context) => {
    const { definition, page, answers: stored, world, procedure } = screen
    const { facts } = world
    const { answers, errors, next } = answerScreen({ definition, page, stored, facts }, typed)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    await keepTrialAnswers(context, procedure, answers)
    if (next === null) return seeOther(`${trialBase(procedure)}/relecture`)
    const anchor = next.field ? `#field-${next.field}` : ''
    return seeOther(`${screensOf(procedure)}/${next.page}${anchor}`)
  },
})

/** What the page's script saves while one types. */
export const autosaveTrialEndpoint = endpoint(`${screenPath}/brouillon`, {
  method: 'POST',
  load: loadScreen,
  allow: mayTry,
  reply: async ({ page, answers, procedure }, context) => {
    await keepTrialAnswers(context, procedure, readAnswers(page.fields, context.fields, answers))
    return json({ errors: {} })
  },
})

type ScreenProps = Screen & {
  readonly values: Shown
  readonly errors: Readonly<Record<string, string>>
}

function TryScreen({ values, errors, ...screen }: ScreenProps) {
  const { procedure, commune, definition, page, world } = screen
  const answers = readAnswers(page.fields, values as Typed, screen.answers)
  return (
    <Page
      title={definition.title}
      kicker={commune.name}
      errors={errors}
      breadcrumbs={trialCrumbs(screen)}
    >
      <TrialNotice />
      <FormScreen
        base={screensOf(procedure)}
        definition={definition}
        page={page}
        answers={answers}
        state={{ values, errors, world }}
      />
    </Page>
  )
}

export function trialCrumbs({ procedure, definition }: Trying) {
  return [
    { label: 'Démarches de la commune', href: '/espace/demarches' },
    { label: definition.title, href: `/espace/demarches/${procedure.id}` },
  ]
}

export function TrialNotice() {
  return (
    <Notice kind="info" title="Essai">
      <p>
        {t('Répondez comme le ferait un usager. Rien n’est envoyé, et aucun fichier n’est gardé.')}
      </p>
    </Notice>
  )
}

function NothingToTry(trying: Trying) {
  return (
    <Page title={trying.definition.title} breadcrumbs={trialCrumbs(trying)}>
      <p>{t('Cette démarche ne pose encore aucune question.')}</p>
      <ButtonLink href={`/espace/demarches/${trying.procedure.id}`}>
        Écrire les questions
      </ButtonLink>
    </Page>
  )
}
