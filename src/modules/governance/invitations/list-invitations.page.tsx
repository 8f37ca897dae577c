/** Whom the association invites to a session: by quality, with what each answered. */
import type { Actor } from '#platform/actor.ts'
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  EmptyState,
  Notice,
  Page,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { sessionBack } from '../sessions/load-session.ts'
import { sessionsHome } from '../sessions/my-sessions.page.tsx'
import { participantLabels } from '../sessions/session.labels.ts'
import { participantKinds } from '../sessions/session.schema.ts'
import { readState } from './invitation.labels.ts'
import { invitationPolicy } from './invitation.policy.ts'
import type { NamedInvitation } from './invitation.schema.ts'
import { invitationAddress } from './invitation-address.ts'
import { type Invitations, listAddress, loadInvitations } from './load-invitations.ts'

export const listInvitationsPage = page(`${sessionsHome}/:sessionId/invitations`, {
  load: loadInvitations,
  allow: invitationPolicy.list,
  view: (shown, { actor }) => <ListInvitations {...shown} actor={actor} />,
})

type Props = Invitations & { readonly actor: Actor }

function ListInvitations({ session, invitations, actor }: Props) {
  return (
    <Page
      title="Invitations"
      kicker={session.theme}
      lead="Par qualité : des communes et des startups d’ici, des fonctions d’ailleurs. Personne n’est invité par son nom."
      breadcrumbs={[sessionBack(session)]}
    >
      <Acts {...{ session, invitations, actor }} />
      {invitations.length === 0 ? (
        <EmptyState title="Personne n’est encore invité" />
      ) : (
        <>
          <p>{summarize(invitations)}</p>
          {participantKinds.map((kind) => (
            <Kind
              key={kind}
              label={participantLabels[kind]}
              lines={invitations.filter((one) => one.kind === kind)}
              actor={actor}
              session={session}
            />
          ))}
        </>
      )}
    </Page>
  )
}

function summarize(invitations: readonly NamedInvitation[]): string {
  const coming = invitations.filter(({ answer }) => answer === 'coming')
  const seats = coming.reduce((sum, { seats }) => sum + (seats ?? 0), 0)
  return t(
    'Invités : {invited}. Viennent : {coming}. Personnes attendues : {seats}. Sans réponse : {silent}.',
    {
      invited: formatNumber(invitations.length),
      coming: formatNumber(coming.length),
      seats: formatNumber(seats),
      silent: formatNumber(invitations.filter(({ answer }) => answer === null).length),
    },
  )
}

function Acts({ session, invitations, actor }: Props) {
  const base = listAddress(session)
  const waiting = invitations.filter(({ sentAt }) => sentAt === null).length
  return (
    <>
      {session.status === 'draft' && waiting > 0 && (
        <Notice kind="info" title="Rien n’est encore parti">
          <p>{t('Les invitations partent quand la session est annoncée.')}</p>
        </Notice>
      )}
      <Actions>
        {waiting > 0 && invitationPolicy.send(actor, { session }) && (
          <ActionButton
            action={`${base}/envoyer`}
            label={t('Envoyer {count, plural, one {une invitation} other {# invitations}}', {
              count: waiting,
            })}
            confirm="Chacun est prévenu par le moyen qu’il a choisi. Ce qui est parti ne se retire plus."
            kind="primary"
          />
        )}
        {invitationPolicy.invite(actor, { session }) && (
          <>
            <ButtonLink href={`${base}/organisations`} kind="quiet">
              Inviter des communes ou des startups
            </ButtonLink>
            <ButtonLink href={`${base}/autre`} kind="quiet">
              Inviter quelqu’un d’autre
            </ButtonLink>
          </>
        )}
        {invitationPolicy.note(actor, { session }) && waiting < invitations.length && (
          <ButtonLink href={`${base}/presences`} kind="quiet">
            Relever les présences
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

interface KindProps extends Pick<Props, 'session' | 'actor'> {
  readonly label: string
  readonly lines: readonly NamedInvitation[]
}

function Kind({ label, lines, session, actor }: KindProps) {
  if (lines.length === 0) return null
  const mayNote = invitationPolicy.note(actor, { session })
  const mayInvite = invitationPolicy.invite(actor, { session })
  return (
    <section>
      <h2>{t(label)}</h2>
      <Table
        caption={label}
        isCaptionHidden
        columns={[
          { key: 'name', label: 'Invité' },
          { key: 'state', label: 'Réponse' },
          { key: 'acts', label: 'Lettre et suites' },
        ]}
        rows={lines.map((line) => ({
          name: line.name,
          state: <AnswerCell line={line} />,
          acts: <RowActs line={line} mayNote={mayNote} mayRemove={mayInvite} />,
        }))}
      />
    </section>
  )
}

function AnswerCell({ line }: { line: NamedInvitation }) {
  const { label, tone } = readState(line)
  const seats =
    line.seats &&
    t('{count, plural, one {une personne} other {# personnes}}', { count: line.seats })
  const came =
    line.present !== null &&
    t('{count, plural, =0 {absents} one {un présent} other {# présents}}', { count: line.present })
  return (
    <>
      <Tag tone={tone}>{label}</Tag> {[seats, line.representedBy, came].filter(Boolean).join(', ')}
    </>
  )
}

interface RowProps {
  readonly line: NamedInvitation
  readonly mayNote: boolean
  readonly mayRemove: boolean
}

function RowActs({ line, mayNote, mayRemove }: RowProps) {
  const address = invitationAddress(line)
  return (
    <>
      <a href={`${address}/lettre.pdf`}>{t('Lettre à imprimer')}</a>{' '}
      {mayNote && line.sentAt && <a href={`${address}/reponse`}>{t('Noter sa réponse')}</a>}
      {mayRemove && line.sentAt === null && (
        <ActionButton action={`${address}/retirer`} label="Retirer" />
      )}
    </>
  )
}
