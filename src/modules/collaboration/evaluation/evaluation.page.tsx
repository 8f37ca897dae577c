/** The evaluation of a call: what a member still has to note, how far the committee is, and the ranking once it is settled. */

import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Notice,
  Page,
  Table,
  Tag,
} from '#web/components/index.tsx'
import { callPolicy } from '../calls/call.policy.ts'
import { getFullCall } from '../calls/call.queries.ts'
import type { FullCall } from '../calls/call.schema.ts'
import { haveAllFinished, isCommitteeComplete } from '../committee/committee.rules.ts'
import { memberPolicy } from '../committee/member.policy.ts'
import { listCommittee } from '../committee/member.queries.ts'
import type { Member } from '../committee/member.schema.ts'
import { listBids, type OpenedBid } from '../opening/bid.queries.ts'
import { listConsensus, listOwnScores } from './evaluation.queries.ts'
import { listUnnoted, rankLots } from './evaluation.rules.ts'
import type { Consensus, Score } from './evaluation.schema.ts'
import { LotRankings } from './lot-ranking.view.tsx'
import { evaluationActions } from './move-evaluation.ts'

interface Evaluation {
  readonly full: FullCall
  readonly committee: readonly Member[]
  readonly member: Member | undefined
  readonly bids: readonly OpenedBid[]
  readonly own: readonly Score[]
  readonly consensus: readonly Consensus[]
}

const evaluationPage = page('/espace/appels/:callId/evaluation', {
  load: ({ callId }: { callId: string }, context: Context) => loadEvaluation(callId, context),
  allow: (actor, { full, member }) => sits(member) || callPolicy.follow(actor, full.call),
  view: (evaluation, { actor }) => <EvaluationView {...evaluation} actor={actor} />,
})

/** Whoever was cut off is no longer a member, whichever organisation they act for. */
const sits = (member: Member | undefined) => member !== undefined && member.status !== 'cut'

async function loadEvaluation(callId: string, context: Context): Promise<Evaluation> {
  const { db, actor } = context
  const full = await getFullCall(db, callId)
  const committee = await listCommittee(db, callId)
  return {
    full,
    committee,
    member: committee.find(({ personId }) => personId === actor.id),
    bids: full.call.openedAt ? await listBids(context, full.call) : [],
    own: await listOwnScores(db, callId, actor.id),
    consensus: await listConsensus(db, callId),
  }
}

function EvaluationView(evaluation: Evaluation & { actor: Actor }) {
  const { full, member, committee, actor } = evaluation
  const { call } = full
  const isAble = member !== undefined && memberPolicy.evaluate(actor, member)
  return (
    <Page
      title="Évaluation"
      kicker={call.reference ?? ''}
      breadcrumbs={[{ label: call.title, href: `/espace/appels/${call.id}` }]}
    >
      {member?.status === 'named' && (
        <Notice kind="warning" title="Votre déclaration est attendue">
          <p>
            <a href={`/espace/appels/${call.id}/comite/declaration`}>
              {t('Dites d’abord si vous avez un intérêt.')}
            </a>
          </p>
        </Notice>
      )}
      {member?.status === 'cut' && (
        <Notice kind="warning">
          <p>
            {t('Vous avez été écarté de ce comité : les propositions ne vous sont pas montrées.')}
          </p>
        </Notice>
      )}
      {call.status === 'published' && <p>{t('Les propositions sont encore scellées.')}</p>}
      {call.status === 'opened' && isAble && <OwnWork {...evaluation} member={member} />}
      {call.status === 'opened' && <CommitteeProgress full={full} committee={committee} />}
      {call.status === 'opened' && haveAllFinished(committee) && (
        <ConsensusWork {...evaluation} isAble={isAble} />
      )}
      {call.awardedAt !== null || call.status === 'evaluated' ? <Settled {...evaluation} /> : null}
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Proposition' },
  { key: 'state', label: 'État' },
]

function OwnWork({ full, member, bids, own }: Evaluation & { member: Member }) {
  const base = `/espace/appels/${full.call.id}`
  const readable = bids.filter(({ content }) => content !== null)
  const left = readable.reduce(
    (count, { proposalId }) => count + listUnnoted(proposalId, full.criteria, own).length,
    0,
  )
  return (
    <section>
      <h2>{t('Vos notes')}</h2>
      <Table
        caption="Vos notes"
        isCaptionHidden
        columns={columns}
        rows={readable.map(({ proposalId, name }) => {
          const missing = listUnnoted(proposalId, full.criteria, own).length
          return {
            name: <a href={`${base}/propositions/${proposalId}`}>{name}</a>,
            state:
              missing === 0 ? (
                <Tag tone="success">{t('Notée')}</Tag>
              ) : (
                <Tag tone="warning">
                  {t('{count, plural, one {# critère à noter} other {# critères à noter}}', {
                    count: missing,
                  })}
                </Tag>
              ),
          }
        })}
      />
      {member.finishedAt === null && left === 0 && (
        <ActionButton
          action={`${base}/evaluation/terminer`}
          label="J’ai terminé mes notes"
          kind="primary"
          confirm="Vos notes ne changeront plus. Elles seront montrées au comité quand tous auront fini."
        />
      )}
    </section>
  )
}

function CommitteeProgress({ full, committee }: Pick<Evaluation, 'full' | 'committee'>) {
  const able = committee.filter(({ status }) => status === 'declared')
  const done = able.filter(({ finishedAt }) => finishedAt !== null)
  return (
    <>
      <p>
        {t(
          '{done, plural, one {# membre sur {able} a terminé ses notes.} other {# membres sur {able} ont terminé leurs notes.}}',
          {
            done: done.length,
            able: able.length,
          },
        )}
      </p>
      {!isCommitteeComplete(committee, full.call.committeeSize) && (
        <Notice kind="warning" title="Le comité n’est plus au complet">
          <p>
            {t(
              'Il faut {size} membres sans conflit d’intérêts. L’évaluation ne peut pas s’arrêter.',
              {
                size: full.call.committeeSize,
              },
            )}
          </p>
        </Notice>
      )}
    </>
  )
}

function ConsensusWork({ full, bids, consensus, isAble }: Evaluation & { isAble: boolean }) {
  const base = `/espace/appels/${full.call.id}`
  const readable = bids.filter(({ content }) => content !== null)
  const isWhole = readable.every(
    ({ proposalId }) => listUnnoted(proposalId, full.criteria, consensus).length === 0,
  )
  return (
    <section>
      <h2>{t('Le consensus')}</h2>
      <Table
        caption="Le consensus"
        isCaptionHidden
        columns={columns}
        rows={readable.map(({ proposalId, name }) => ({
          name: isAble ? <a href={`${base}/propositions/${proposalId}/consensus`}>{name}</a> : name,
          state:
            listUnnoted(proposalId, full.criteria, consensus).length === 0 ? (
              <Tag tone="success">{t('Arrêté')}</Tag>
            ) : (
              <Tag tone="warning">{t('À écrire')}</Tag>
            ),
        }))}
      />
      {isWhole && (
        <ActionButton
          action={`${base}/evaluation/arreter`}
          label="Arrêter l’évaluation"
          kind="primary"
          confirm="Le classement est calculé, et le consensus ne change plus."
        />
      )}
    </section>
  )
}

function Settled(evaluation: Evaluation & { actor: Actor }) {
  const { full, bids, consensus, actor } = evaluation
  return (
    <>
      {full.call.status === 'evaluated' && callPolicy.award(actor, full.call) && (
        <Actions>
          <ButtonLink href={`/espace/appels/${full.call.id}/attribuer`}>
            Décider de l’attribution
          </ButtonLink>
        </Actions>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={`/espace/appels/${full.call.id}/rapport.pdf`}>
          Rapport d’évaluation en PDF
        </ButtonLink>
        <ButtonLink kind="quiet" href={`/espace/appels/${full.call.id}/rapport.docx`}>
          En Word
        </ButtonLink>
      </Actions>
      <LotRankings full={full} bids={bids} results={rankLots(full, bids, consensus)} />
    </>
  )
}

export const evaluationPages = [evaluationPage, ...evaluationActions]
