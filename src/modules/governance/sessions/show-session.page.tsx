/** One session, for everybody: announced, then with its report once it is published. */
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Notice, Page, Prose } from '#web/components/index.tsx'
import { Recommended, Told } from '../recommendations/session-recommendations.view.tsx'
import { SessionTag } from './list-sessions.page.tsx'
import { loadBeside, type ShownSession } from './load-session.ts'
import { sessionPolicy } from './session.policy.ts'
import { getSessionByReference } from './session.queries.ts'
import { Agenda, Attendances, Minutes, SessionFacts } from './session-body.view.tsx'

export const showSessionPage = page('/sessions/:ref', {
  load: async ({ ref }, context: Context) =>
    loadBeside(await getSessionByReference(context.db, ref), context),
  allow: (actor, { full }) => sessionPolicy.read(actor, full.session),
  isPublic: true,
  view: (shown, { actor }) => (
    <ShowSession
      {...shown}
      mayReadReport={sessionPolicy.readReport(actor, shown.full.session)}
      mayEdit={sessionPolicy.edit(actor, shown.full.session)}
    />
  ),
})

interface Props extends ShownSession {
  readonly mayReadReport: boolean
  readonly mayEdit: boolean
}

function ShowSession({ full, files, recommended, told, mayReadReport, mayEdit }: Props) {
  const { session } = full
  return (
    <Page
      title={session.theme}
      kicker={
        <>
          {session.reference} <SessionTag status={session.status} />
        </>
      }
      breadcrumbs={[{ label: 'Sessions des commissions', href: '/sessions' }]}
    >
      {session.status === 'cancelled' && (
        <Notice kind="warning" title="Cette session n’a pas eu lieu">
          <p>{session.statusReason}</p>
        </Notice>
      )}
      <SessionFacts full={full} />
      {mayEdit && (
        <Actions>
          <ButtonLink href={`/espace/sessions/${session.id}`}>Préparer cette session</ButtonLink>
        </Actions>
      )}
      {mayReadReport && <ReportLinks reference={session.reference} />}
      {session.presentation && <Prose text={session.presentation} />}
      {recommended.length > 0 && <h2>{t('Recommandations')}</h2>}
      <Recommended lines={recommended} />
      <Agenda full={full} files={files} />
      <Told lines={told} />
      {mayReadReport && (
        <>
          <Minutes full={full} />
          <Attendances full={full} />
        </>
      )}
    </Page>
  )
}

export function ReportLinks({ reference }: { reference: string }) {
  const paper = `/sessions/${reference}/compte-rendu`
  return (
    <p>
      <a href={`${paper}.pdf`}>{t('Le compte rendu en PDF')}</a>{' '}
      <a href={`${paper}.docx`}>{t('le compte rendu dans Word')}</a>
    </p>
  )
}
