/** The company's own page: where its file stands, what is missing, what to do next, what happened. */

import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page, seeOther } from '#platform/web.ts'
import { Actions, ButtonLink, Page } from '#web/components/index.tsx'
import { listEventNames } from '../verification/event-names.ts'
import { type FileEvent, listStartupEvents } from '../verification/file-event.queries.ts'
import { FileHistory } from '../verification/file-history.view.tsx'
import { FileStatus } from '../verification/file-status.view.tsx'
import { MissingPoints } from '../verification/missing-points.view.tsx'
import { OwnSteps } from '../verification/own-steps.tsx'
import { startupPeople, startupPolicy } from '../verification/verification.policy.ts'
import { isEditable } from '../verification/verification.workflow.ts'
import { findCommuneName } from './headquarters.queries.ts'
import { findStartup, ownStartupId } from './startup.queries.ts'
import type { Startup } from './startup.schema.ts'
import { StartupFile } from './startup-file.view.tsx'
import { listStartupGaps } from './startup-gaps.ts'

interface OwnStartup {
  readonly startup: Startup
  readonly communeName: string | null
  readonly events: readonly FileEvent[]
  readonly names: ReadonlyMap<string, string>
}

export const ownStartupPage = page('/espace/startup', {
  load: (_params, context) => loadOwnStartup(context),
  allow: startupPeople,
  view: (subject, { actor, now }) =>
    subject ? (
      <ShowOwnStartup {...subject} actor={actor} today={toDay(now)} />
    ) : (
      seeOther('/startups/inscrire')
    ),
})

async function loadOwnStartup({ db, actor }: Context): Promise<OwnStartup | null> {
  const startup = await findStartup(db, ownStartupId(actor))
  if (!startup) return null
  const events = await listStartupEvents(db, startup.id)
  const names = await listEventNames(db, events)
  return { startup, events, names, communeName: await findCommuneName(db, startup.communeId) }
}

type Props = OwnStartup & { actor: Actor; today: string }

function ShowOwnStartup({ startup, communeName, events, names, actor, today }: Props) {
  const isOpen = isEditable(startup.status)
  const gaps = listStartupGaps(startup)
  return (
    <Page title={startup.name} kicker={t('Ma startup')} lead="Le dossier de votre entreprise.">
      <FileStatus {...startup} />
      {isOpen && <MissingPoints points={gaps} />}
      <OwnSteps
        actor={actor}
        row={startup}
        policy={startupPolicy}
        base="/espace/startup"
        isComplete={gaps.length === 0}
      />
      <Actions>
        {isOpen && (
          <ButtonLink href="/espace/startup/modifier" kind={gaps.length > 0 ? 'primary' : 'quiet'}>
            Modifier le dossier
          </ButtonLink>
        )}
        <ButtonLink href="/espace/solutions" kind="quiet">
          Mes solutions
        </ButtonLink>
        {startup.status === 'verified' && (
          <ButtonLink href={`/startups/${startup.slug}`} kind="quiet">
            Voir la fiche publique
          </ButtonLink>
        )}
      </Actions>
      <StartupFile startup={startup} communeName={communeName} today={today} />
      <FileHistory events={events} names={names} />
    </Page>
  )
}
