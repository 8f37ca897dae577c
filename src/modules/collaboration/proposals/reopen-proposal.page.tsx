/** Where a startup takes its sealed proposal up again, with its reading code. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextField } from '#web/components/index.tsx'
import { addressOf, loadOwnProposal, mayWrite, type OwnProposal } from './load-own-proposal.ts'
import { reopenAsDraft } from './proposal.actions.ts'

const Code = z.object({
  readingCode: fields.text({ max: 40, missing: 'Écrivez le code de lecture' }),
})

export const reopenProposalPage = form('/appels/:ref/ma-proposition/relire', {
  load: loadOwnProposal,
  allow: mayWrite,
  input: Code,
  limit: { points: 20, seconds: 600 },
  invalid: (own, submission) => <Reopen {...own} {...submission} />,
  valid: async (own, { readingCode }, context) =>
    (await reopenAsDraft(context, own.proposal, readingCode))
      ? seeOther(
          `${addressOf(own)}/rediger`,
          'Voici votre proposition. Elle compte telle qu’elle a été scellée tant que vous ne la scellez pas de nouveau.',
        )
      : refuse({ readingCode: 'Ce code n’ouvre pas cette proposition' }),
})

function Reopen(own: OwnProposal & Submission<z.infer<typeof Code>>) {
  const { full, values, errors } = own
  const base = addressOf(own)
  return (
    <Page
      title="Relire la proposition"
      errors={errors}
      breadcrumbs={[
        { label: full.call.title, href: `/appels/${full.call.reference}` },
        { label: 'Notre proposition', href: base },
      ]}
    >
      <Form action={`${base}/relire`} submit="Relire" secondary={{ label: 'Annuler', href: base }}>
        <TextField
          name="readingCode"
          label="Code de lecture"
          hint="Les vingt signes notés au moment de sceller. Les tirets et les majuscules ne comptent pas."
          value={values.readingCode}
          error={errors.readingCode}
        />
      </Form>
      <p class="soft">
        {t(
          'Code perdu ? Écrivez une nouvelle proposition : une fois scellée, elle remplacera celle-ci.',
        )}
      </p>
    </Page>
  )
}
