/** The last look before the seal: the recap, and the reading code to write down. */
import { z } from 'zod'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Checkbox, DefinitionList, Form, Hidden, Notice, Page } from '#web/components/index.tsx'
import { addressOf, loadWritten, maySeal, type WrittenProposal } from './load-own-proposal.ts'
import { createReadingCode, isReadingCode } from './seal.ts'
import { sealProposal } from './seal-proposal.ts'

const Sealing = z.object({
  readingCode: fields.text({ max: 40 }).refine(isReadingCode, 'Rechargez la page'),
  isNoted: fields.checkbox().refine(Boolean, 'Notez le code, puis cochez la case'),
})

export const sealProposalPage = form('/appels/:ref/ma-proposition/sceller', {
  load: loadWritten,
  allow: maySeal,
  input: Sealing,
  initial: () => ({ readingCode: createReadingCode() }),
  invalid: (written, submission) => <SealProposal {...written} {...submission} />,
  valid: async (written, { readingCode }, context) => {
    const receipt = await sealProposal(context, written.full, written.proposal, readingCode)
    return seeOther(
      addressOf(written),
      `La proposition est scellée. Votre accusé de réception : ${receipt}.`,
    )
  },
})

function SealProposal(written: WrittenProposal & Submission<z.infer<typeof Sealing>>) {
  const { full, values, errors } = written
  const base = addressOf(written)
  return (
    <Page
      title="Sceller et envoyer"
      errors={errors}
      breadcrumbs={[
        { label: full.call.title, href: `/appels/${full.call.reference}` },
        { label: 'Notre proposition', href: base },
      ]}
    >
      <DefinitionList items={summarise(written)} />
      <Notice kind="warning" title="Votre code de lecture">
        <p class="big-code">
          <code>{values.readingCode}</code>
        </p>
        <p>
          {t(
            'Notez-le avant d’envoyer : il n’est gardé nulle part. Une fois scellée, la proposition ne se relit qu’avec lui, même par vous. Sans lui, vous pourrez encore la retirer ou en écrire une autre.',
          )}
        </p>
      </Notice>
      <Form
        action={`${base}/sceller`}
        submit="Sceller et envoyer"
        secondary={{ label: 'Retour', href: base }}
      >
        <Hidden name="readingCode" value={values.readingCode} />
        <Checkbox
          name="isNoted"
          label="J’ai noté le code de lecture"
          value={values.isNoted}
          error={errors.isNoted}
        />
      </Form>
    </Page>
  )
}

function summarise({ full, draft }: WrittenProposal) {
  const { prices, files, answers } = draft.content
  const amounts = full.lots.flatMap(({ id, title }) => {
    const price = prices.find(({ lotId }) => lotId === id)
    return price ? [`${title} : ${formatMoney(price.amount)}`] : []
  })
  return [
    { term: 'Appel', value: `${full.call.reference} — ${full.call.title}` },
    { term: 'Date limite', value: full.call.deadline ? formatDateTime(full.call.deadline) : '' },
    { term: 'Prix', value: amounts.join(' ; ') },
    {
      term: 'Réponses aux critères',
      value: t('{count, plural, one {# réponse} other {# réponses}}', { count: answers.length }),
    },
    {
      term: 'Pièces jointes',
      value: t('{count, plural, =0 {aucune} one {# pièce} other {# pièces}}', {
        count: files.length,
      }),
    },
  ]
}
