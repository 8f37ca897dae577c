/** Where a startup writes its proposal: one page, saved when it is sent and, where scripts run, as it is typed. */
import { type CatalogueEntry, listEntriesOfStartup } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { type Context, endpoint, form, json, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  Fieldset,
  Form,
  Hidden,
  MoneyField,
  Page,
  Select,
  TextArea,
} from '#web/components/index.tsx'
import { addressOf, loadWritten, mayWrite, type WrittenProposal } from './load-own-proposal.ts'
import { saveDraft } from './proposal.actions.ts'
import { type Proposal, type ProposalAnswers, ProposalInput } from './proposal.schema.ts'
import { qualityCriteria, readContent, toFields } from './proposal-content.rules.ts'

type Shown = WrittenProposal & { readonly solutions: readonly CatalogueEntry[] }

async function load(params: { ref: string }, context: Context): Promise<Shown> {
  const written = await loadWritten(params, context)
  const solutions = await listEntriesOfStartup(context.db, written.proposal.startupId)
  return { ...written, solutions }
}

const changedMeanwhile =
  'Quelqu’un de votre équipe a enregistré ce brouillon pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez, puis enregistrez de nouveau.'

export const writeProposalPage = form('/appels/:ref/ma-proposition/rediger', {
  load,
  allow: mayWrite,
  input: ProposalInput,
  initial: ({ full, draft, proposal }) => ({
    ...toFields(draft.content, full),
    version: String(proposal.version),
  }),
  invalid: (shown, submission) => <WriteProposal {...shown} {...submission} />,
  valid: async (shown, answers, context) => {
    const saved = await keep(context, shown, answers)
    return saved
      ? seeOther(addressOf(shown), 'Le brouillon est enregistré.')
      : { kind: 'refusal', errors: { form: changedMeanwhile } }
  },
})

export const autosaveProposalEndpoint = endpoint('/appels/:ref/ma-proposition/rediger/brouillon', {
  method: 'POST',
  load: loadWritten,
  allow: mayWrite,
  reply: async (written, context) => {
    const parsed = ProposalInput.safeParse(context.fields)
    if (!parsed.success) return json({ errors: {} }, 422)
    const saved = await keep(context, written, parsed.data)
    return saved
      ? json({ version: saved.version })
      : json({ errors: { form: changedMeanwhile } }, 422)
  },
})

/** The solution must be one of the startup's own. */
async function keep(
  context: Context,
  { full, proposal, draft }: WrittenProposal,
  answers: ProposalAnswers,
): Promise<Proposal | undefined> {
  const content = readContent(answers, full, draft.content.files)
  const entries = await listEntriesOfStartup(context.db, proposal.startupId)
  const isOwn = entries.some(({ solutionId }) => solutionId === content.solutionId)
  const kept = { ...content, solutionId: isOwn ? content.solutionId : null }
  return saveDraft(context, proposal, { ...draft, content: kept }, answers.version)
}

function WriteProposal(shown: Shown & Submission<ProposalAnswers>) {
  const { full, errors } = shown
  const base = addressOf(shown)
  return (
    <Page
      title="Rédiger la proposition"
      errors={errors}
      islands={['autosave.js']}
      breadcrumbs={[
        { label: full.call.title, href: `/appels/${full.call.reference}` },
        { label: 'Notre proposition', href: base },
      ]}
    >
      <ProposalForm {...shown} />
    </Page>
  )
}

function ProposalForm(shown: Shown & Submission<ProposalAnswers>) {
  const { proposal, values, errors } = shown
  const base = addressOf(shown)
  return (
    <Form
      action={`${base}/rediger`}
      submit="Enregistrer le brouillon"
      secondary={{ label: 'Retour', href: base }}
      autosave={`${base}/rediger/brouillon`}
    >
      <Hidden name="version" value={values.version ?? String(proposal.version)} />
      <TextArea
        name="summary"
        label="Votre réponse en bref"
        hint="Ce que vous proposez, et ce qui changera pour la commune."
        value={values.summary}
        error={errors.summary}
        rows={6}
      />
      <SolutionField {...shown} />
      <Answers {...shown} />
      <TextArea
        name="schedule"
        label="Calendrier"
        hint="Les étapes et leurs durées, à compter de la signature."
        value={values.schedule}
        error={errors.schedule}
        rows={5}
        required={false}
      />
      <Prices {...shown} />
      <Checkbox
        name="isDeclared"
        label="Déclaration sur l’honneur"
        hint="L’entreprise peut contracter avec une commune, est à jour de ses obligations fiscales et sociales, et aucun de ses dirigeants n’a d’intérêt dans cette commune."
        value={values.isDeclared}
        error={errors.isDeclared}
      />
    </Form>
  )
}

function SolutionField({ solutions, values, errors }: Shown & Submission<ProposalAnswers>) {
  if (solutions.length === 0) return null
  return (
    <Select
      name="solutionId"
      label="Solution de l’annuaire que vous proposez"
      value={values.solutionId}
      error={errors.solutionId}
      empty="Aucune de nos solutions de l’annuaire"
      options={solutions.map(({ solutionId, name }) => ({ value: solutionId, label: name }))}
      required={false}
    />
  )
}

type Answered = Pick<Shown, 'full'> & Submission<ProposalAnswers>

/** The names of these fields depend on the call: they are read as plain text. */
const typed = ({ values, errors }: Answered, name: string) => ({
  name,
  value: (values as Record<string, string | undefined>)[name],
  error: (errors as Record<string, string | undefined>)[name],
})

function Answers(answered: Answered) {
  return (
    <Fieldset legend="Vos réponses, critère par critère">
      {qualityCriteria(answered.full).map(({ id, label, guidance, weight }, index) => (
        <TextArea
          key={id}
          {...typed(answered, `answer${index + 1}`)}
          label={t('{label} ({weight} %)', { label, weight })}
          hint={guidance}
          rows={6}
        />
      ))}
    </Fieldset>
  )
}

function Prices(answered: Answered) {
  const { lots } = answered.full
  return (
    <Fieldset legend="Votre prix">
      {lots.map(({ id, title }, index) => (
        <MoneyField
          key={id}
          {...typed(answered, `price${index + 1}`)}
          label={lots.length > 1 ? title : t('Prix total')}
          hint={
            lots.length > 1
              ? 'Toutes taxes comprises, pour toute la durée. Vide : vous ne répondez pas à ce lot.'
              : 'Toutes taxes comprises, pour toute la durée.'
          }
          required={lots.length === 1}
        />
      ))}
    </Fieldset>
  )
}
