/** A startup's own proposal: where it stands, what it lacks, its receipts, and what may be done. */
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
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
import { findOwnResult, type OwnResult } from '../result/own-result.queries.ts'
import { OwnResultView } from '../result/own-result.view.tsx'
import {
  addressOf,
  loadOwnProposal,
  mayRead,
  maySeal,
  type OwnProposal,
} from './load-own-proposal.ts'
import { proposalStatusLabels } from './proposal.labels.ts'
import { listReceipts, type Receipt } from './proposal.queries.ts'
import { listMissingParts } from './proposal-content.rules.ts'

type Shown = OwnProposal & {
  readonly receipts: readonly Receipt[]
  readonly result: OwnResult | undefined
}

export const ownProposalPage = page('/appels/:ref/ma-proposition', {
  load: async (params: { ref: string }, context: Context): Promise<Shown> => {
    const own = await loadOwnProposal(params, context)
    const { full, proposal } = own
    return {
      ...own,
      receipts: await listReceipts(context.db, proposal.id),
      result: await findOwnResult(context, full.call, proposal.id),
    }
  },
  allow: mayRead,
  view: (shown, { actor }) => <OwnProposalView {...shown} actor={actor} />,
})

function OwnProposalView(shown: Shown & { actor: Actor }) {
  const { full, proposal, receipts, isOpen } = shown
  const { call } = full
  const { label, tone } = proposalStatusLabels[proposal.status]
  return (
    <Page
      title="Notre proposition"
      kicker={call.reference ?? ''}
      breadcrumbs={[{ label: call.title, href: `/appels/${call.reference}` }]}
    >
      <p class="meta">
        <Tag tone={tone}>{t(label)}</Tag>{' '}
        {call.deadline &&
          t('Propositions jusqu’au {date}', { date: formatDateTime(call.deadline) })}
      </p>
      {!isOpen && proposal.status === 'draft' && (
        <Notice kind="warning" title="La date limite est passée">
          <p>
            {t(
              'Ce brouillon n’a pas été scellé. Il reste chez vous, et personne d’autre ne le lit.',
            )}
          </p>
        </Notice>
      )}
      {shown.draft && isOpen && <Draft {...shown} draft={shown.draft} />}
      {shown.result && (
        <OwnResultView
          full={full}
          proposalId={proposal.id}
          result={shown.result}
          mayComplain={callPolicy.complain(shown.actor, call)}
        />
      )}
      <Sealed {...shown} />
      {receipts.some(({ replacedAt }) => replacedAt === null) && (
        <p>
          <a href={`${addressOf(shown)}/accuse.pdf`}>{t('L’accusé de réception en PDF')}</a>
        </p>
      )}
      {receipts.length > 0 && <Receipts receipts={receipts} />}
    </Page>
  )
}

function Draft(shown: Shown & { actor: Actor; draft: NonNullable<Shown['draft']> }) {
  const { full, proposal, draft, actor } = shown
  const base = addressOf(shown)
  const missing = listMissingParts(draft.content, full)
  return (
    <section>
      <h2>{t('Le brouillon')}</h2>
      {proposal.status === 'sealed' && (
        <Notice kind="info">
          <p>
            {t(
              'La proposition déjà scellée compte tant que ce brouillon n’est pas scellé à son tour.',
            )}
          </p>
        </Notice>
      )}
      {missing.length > 0 ? (
        <Notice kind="info" title="Avant de sceller">
          <ul>
            {missing.map(({ field, message }) => (
              <li key={field}>
                <a href={`${base}/rediger#field-${field}`}>{t(message)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        !maySeal(actor, shown) && (
          <p class="soft">
            {t('Il revient au responsable de la startup de sceller la proposition.')}
          </p>
        )
      )}
      <Actions>
        {missing.length === 0 && maySeal(actor, shown) && (
          <ButtonLink href={`${base}/sceller`}>Sceller et envoyer</ButtonLink>
        )}
        <ButtonLink href={`${base}/rediger`} kind={missing.length > 0 ? 'primary' : 'quiet'}>
          Rédiger
        </ButtonLink>
        <ButtonLink href={`${base}/pieces`} kind="quiet">
          {t('Pièces jointes ({count})', { count: draft.content.files.length })}
        </ButtonLink>
      </Actions>
    </section>
  )
}

/** What is sealed can be taken up again with the reading code, begun anew, or withdrawn. */
function Sealed(shown: Shown & { actor: Actor }) {
  const { proposal, draft, isOpen, actor } = shown
  if (!isOpen || draft || proposal.status === 'opened') return null
  const base = addressOf(shown)
  return (
    <Actions>
      {proposal.status === 'sealed' && (
        <ButtonLink href={`${base}/relire`} kind="quiet">
          Relire ou modifier
        </ButtonLink>
      )}
      <ActionButton
        action={`${base}/recommencer`}
        label="Écrire une nouvelle proposition"
        kind="quiet"
      />
      {proposal.status === 'sealed' && maySeal(actor, shown) && (
        <ActionButton
          action={`${base}/retirer`}
          label="Retirer la proposition"
          kind="quiet"
          confirm="La proposition ne sera pas ouverte. Vous pourrez en sceller une autre avant la date limite."
        />
      )}
    </Actions>
  )
}

const columns = [
  { key: 'receipt', label: 'Accusé' },
  { key: 'sealedAt', label: 'Scellée le' },
  { key: 'state', label: 'État' },
  { key: 'sha256', label: 'Empreinte (SHA-256)' },
]

function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  return (
    <section>
      <h2>{t('Accusés de réception')}</h2>
      <Table
        caption="Accusés de réception"
        isCaptionHidden
        columns={columns}
        rows={receipts.map(({ receipt, sha256, sealedAt, replacedAt }) => ({
          receipt: <b>{receipt}</b>,
          sealedAt: formatDateTime(sealedAt),
          state: replacedAt ? t('Ne compte plus') : t('Compte'),
          sha256: <code class="hash">{sha256}</code>,
        }))}
      />
    </section>
  )
}
