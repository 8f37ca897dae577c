/** The working page of a session: where it stands, what is missing, all that can be written. */
import type { Actor } from '#platform/actor.ts'
import type { FileRecord } from '#platform/files/file-records.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Notice, Page, Table } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { Recommended, Told } from '../recommendations/session-recommendations.view.tsx'
import { SessionTag } from './list-sessions.page.tsx'
import { loadBeside, loadSession, type ShownSession, sessionAddress } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { sessionStepLabels } from './session.labels.ts'
import { mayPrepareSessions, sessionPolicy } from './session.policy.ts'
import type { FullSession } from './session.schema.ts'
import { SessionActs } from './session-acts.view.tsx'
import { Attendances, DocumentLink, Minutes, SessionFacts } from './session-body.view.tsx'
import { ReportLinks } from './show-session.page.tsx'

interface Shown extends ShownSession {
  readonly history: readonly HistoryLine[]
}

export const sessionFilePage = page(`${sessionsHome}/:sessionId`, {
  load: async (params: { sessionId: string }, context: Context): Promise<Shown> => {
    const full = await loadSession(params, context)
    const { db } = context
    const { id: sessionId } = full.session
    return {
      ...(await loadBeside(full, context)),
      history: await listHistory(db, 'governance.sessionEvent', { sessionId }),
    }
  },
  allow: mayPrepareSessions,
  view: (shown, { actor, now }) => <SessionFile {...shown} actor={actor} now={now} />,
})

interface Props extends Shown {
  readonly actor: Actor
  readonly now: Date
}

function SessionFile({ full, files, history, recommended, told, actor, now }: Props) {
  const { session } = full
  const base = sessionAddress(session)
  const mayEdit = sessionPolicy.edit(actor, session)
  return (
    <Page
      title={session.theme}
      kicker={
        <>
          {session.reference} <SessionTag status={session.status} />
        </>
      }
      breadcrumbs={[{ label: 'Préparer les sessions', href: sessionsHome }]}
    >
      {session.statusReason && (
        <Notice kind="warning" title="Motif">
          <p>{session.statusReason}</p>
        </Notice>
      )}
      <SessionFacts full={full} />
      <SessionActs full={full} actor={actor} now={now} />
      <Items full={full} base={base} actor={actor} />
      <Documents full={full} files={files} base={base} mayEdit={mayEdit} />
      <Attendances full={full} />
      <Actions>
        <ButtonLink href={`${base}/invitations`} kind="quiet">
          Invitations et présences
        </ButtonLink>
        {mayEdit && (
          <ButtonLink href={`${base}/participants`} kind="quiet">
            Corriger les nombres de participants
          </ButtonLink>
        )}
      </Actions>
      <Recommendations {...{ full, base, actor, recommended, told }} />
      <Report full={full} base={base} actor={actor} />
      <StepHistory lines={history} labels={sessionStepLabels} />
    </Page>
  )
}

interface PartProps {
  readonly full: FullSession
  readonly base: string
}

function Items({ full, base, actor }: PartProps & { actor: Actor }) {
  const { session, agenda, notes } = full
  const mayEdit = sessionPolicy.edit(actor, session)
  const mayRecord = sessionPolicy.record(actor, session)
  return (
    <section>
      <h2>{t('Ordre du jour')}</h2>
      {agenda.length > 0 && (
        <Table
          caption="Ordre du jour"
          isCaptionHidden
          columns={[
            { key: 'title', label: 'Point' },
            { key: 'presenter', label: 'Présenté par' },
            { key: 'notes', label: 'Ce qui s’est dit' },
          ]}
          rows={agenda.map(({ id, title, startsAt, presenter }) => ({
            title: (
              <>
                {startsAt} {mayEdit ? <a href={`${base}/points/${id}`}>{title}</a> : title}
              </>
            ),
            presenter: presenter || '—',
            notes: mayRecord ? (
              <a href={`${base}/points/${id}/notes`}>
                {notes.get(id)?.body ? t('Relire les notes') : t('Prendre des notes')}
              </a>
            ) : (
              (notes.get(id)?.body ?? '—')
            ),
          }))}
        />
      )}
      {mayEdit && (
        <ButtonLink href={`${base}/points/nouveau`} kind="quiet">
          Ajouter un point
        </ButtonLink>
      )}
    </section>
  )
}

interface DocumentsProps extends PartProps {
  readonly files: readonly FileRecord[]
  readonly mayEdit: boolean
}

function Documents({ full, files, base, mayEdit }: DocumentsProps) {
  return (
    <section>
      <h2>{t('Documents')}</h2>
      {full.documents.map((document) => (
        <div key={document.id}>
          <p>
            <DocumentLink document={document} files={files} />
          </p>
          {mayEdit && (
            <ActionButton
              action={`${base}/documents/${document.id}/retirer`}
              label="Retirer"
              confirm="Le document quitte la session."
            />
          )}
        </div>
      ))}
      {mayEdit && (
        <ButtonLink href={`${base}/documents/nouveau`} kind="quiet">
          Ajouter un document
        </ButtonLink>
      )}
    </section>
  )
}

type RecommendationsProps = PartProps & Pick<Props, 'actor' | 'recommended' | 'told'>

function Recommendations({ full, base, actor, recommended, told }: RecommendationsProps) {
  return (
    <section>
      <h2>{t('Recommandations')}</h2>
      <Recommended lines={recommended} />
      <Told lines={told} />
      {sessionPolicy.record(actor, full.session) && (
        <Actions>
          <ButtonLink href={`${base}/recommandations/nouvelle`} kind="quiet">
            Proposer une recommandation
          </ButtonLink>
          <ButtonLink href={`${base}/suites`} kind="quiet">
            Dire les suites des précédentes
          </ButtonLink>
        </Actions>
      )}
    </section>
  )
}

function Report({ full, base, actor }: PartProps & { actor: Actor }) {
  return (
    <section>
      <h2>{t('Compte rendu')}</h2>
      <Minutes full={full} />
      {sessionPolicy.record(actor, full.session) && (
        <ButtonLink href={`${base}/conclusions`} kind="quiet">
          Écrire l’ouverture et les conclusions
        </ButtonLink>
      )}
      <ReportLinks reference={full.session.reference} />
    </section>
  )
}
