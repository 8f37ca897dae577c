/** An agent answers the procedure that is being written, as a citizen would: nothing is sent, no file is kept. */
import type { ComponentChildren } from 'preact'
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page, seeOther } from '#platform/web.ts'
import { ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { type Answering, createScreenRoutes, type Errors } from '../forms/screen.routes.tsx'
import type { Procedure } from '../procedures/procedure.lifecycle.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import { getDraft, getProcedure } from '../procedures/procedure.queries.ts'
import { walkForm } from '../procedures/visible.rules.ts'
import { keepTrialAnswers } from './trial.actions.ts'
import { findTrialAnswers } from './trial.queries.ts'

export interface Trying extends Answering {
  readonly procedure: Procedure
  readonly commune: Commune
}

export const trialPath = '/espace/demarches/:procedureId/essai'

export async function loadTrial(
  { procedureId }: { procedureId: string },
  { db, actor }: Context,
): Promise<Trying> {
  const procedure = await getProcedure(db, procedureId)
  const { communeId } = procedure
  const { definition } = await getDraft(db, procedureId)
  return {
    ...{ procedure, definition, communeId },
    base: `/espace/demarches/${procedureId}/essai`,
    commune: await getCommune(db, communeId),
    answers: actor.id === null ? {} : await findTrialAnswers({ db, actor }, procedureId),
  }
}

export const mayTry = (actor: Context['actor'], { procedure }: Trying) =>
  procedurePolicy.write(actor, procedure)

/** Where a trial begins, or goes on: its first screen. */
export const beginTrialPage = page(trialPath, {
  load: loadTrial,
  allow: mayTry,
  view: (trying) => {
    const [first] = walkForm(trying.definition, trying.answers).pages
    return first ? (
      seeOther(`${trying.base}/ecrans/${first.page.code}`)
    ) : (
      <NothingToTry {...trying} />
    )
  },
})

export const tryScreenRoutes = createScreenRoutes(trialPath, {
  load: loadTrial,
  allow: mayTry,
  keepsFiles: false,
  keep: (context, { procedure }, answers) => keepTrialAnswers(context, procedure, answers),
  frame: (trying, errors, screen) => (
    <TrialPage trying={trying} errors={errors}>
      {screen}
    </TrialPage>
  ),
})

interface TrialPageProps {
  readonly trying: Trying
  readonly errors?: Errors
  readonly children: ComponentChildren
}

/** Every page of a trial says that it is one. */
export function TrialPage({ trying, errors, children }: TrialPageProps) {
  const { procedure, definition, commune } = trying
  return (
    <Page
      title={definition.title}
      kicker={commune.name}
      {...(errors && { errors })}
      breadcrumbs={[
        { label: 'Démarches de la commune', href: '/espace/demarches' },
        { label: definition.title, href: `/espace/demarches/${procedure.id}` },
      ]}
    >
      <Notice kind="info" title="Essai">
        <p>
          {t(
            'Répondez comme le ferait un usager. Rien n’est envoyé, et aucun fichier n’est gardé.',
          )}
        </p>
      </Notice>
      {children}
    </Page>
  )
}

function NothingToTry(trying: Trying) {
  return (
    <TrialPage trying={trying}>
      <p>{t('Cette démarche ne pose encore aucune question.')}</p>
      <ButtonLink href={`/espace/demarches/${trying.procedure.id}`}>
        Écrire les questions
      </ButtonLink>
    </TrialPage>
  )
}
