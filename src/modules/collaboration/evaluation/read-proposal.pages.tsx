/** Where a member of the committee reads a proposal and its attachments. */
import { Buffer } from 'node:buffer'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { decryptText } from '#platform/secret.ts'
import type { Context } from '#platform/web.ts'
import { endpoint, page } from '#platform/web.ts'
import { Actions, ButtonLink, Page } from '#web/components/index.tsx'
import { keyOfContent } from '../opening/open-call.ts'
import { readAttachment } from '../proposals/proposal-file.actions.ts'
import { loadContentKey, loadReading, mayEvaluate, mayScore, type Reading } from './load-reading.ts'
import { ProposalBody } from './proposal-body.view.tsx'

const readProposalPage = page('/espace/appels/:callId/propositions/:proposalId', {
  load: loadReading,
  allow: mayEvaluate,
  view: (reading, { actor }) => <ReadProposal {...reading} actor={actor} />,
})

function ReadProposal(reading: Reading & { actor: Actor }) {
  const { full, bid, actor } = reading
  const base = `/espace/appels/${full.call.id}`
  return (
    <Page
      title={bid.name}
      kicker={full.call.reference ?? ''}
      breadcrumbs={[
        { label: full.call.title, href: base },
        { label: 'Évaluation', href: `${base}/evaluation` },
      ]}
    >
      <ProposalBody {...reading} />
      {mayScore(actor, reading) && (
        <Actions>
          <ButtonLink href={`${base}/propositions/${bid.proposalId}/noter`}>
            Noter cette proposition
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

/** Decrypted for this reader, and kept by no cache. */
const readAttachmentEndpoint = endpoint(
  '/espace/appels/:callId/propositions/:proposalId/pieces/:fileId',
  {
    load: async (
      params: { callId: string; proposalId: string; fileId: string },
      context: Context,
    ) => {
      const reading = await loadReading(params, context)
      const file = orNotFound(reading.content.files.find(({ fileId }) => fileId === params.fileId))
      return { ...reading, file }
    },
    allow: mayEvaluate,
    reply: async ({ bid, file }, context) => {
      const { secret } = context.platform
      const sealedKey = await loadContentKey(context, bid.proposalId)
      const key = decryptText(sealedKey, keyOfContent(bid.proposalId, secret))
      const body = await readAttachment(context, file, Buffer.from(key, 'base64url'))
      return { headers: { ...describeFile(file), 'cache-control': 'private, no-store' }, body }
    },
  },
)

export const readProposalPages = [readProposalPage, readAttachmentEndpoint]
