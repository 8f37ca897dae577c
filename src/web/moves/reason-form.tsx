/** A step that owes its reason: the form asks for it, the step is taken with it. */
import { z } from 'zod'
import type { Rule } from '#platform/policy.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextArea } from '../components/index.tsx'

interface Texts {
  readonly title: string
  readonly label: string
  readonly hint: string
  /** Said once the step is taken. */
  readonly done: string
  readonly isDangerous?: boolean
}

interface ReasonForm<Subject> extends Texts {
  readonly load: (params: never, context: Context) => Promise<Subject>
  readonly allow: Rule<Subject>
  /** The page of the object, and how it is called. */
  readonly back: (subject: Subject) => { readonly href: string; readonly label: string }
  readonly act: (subject: Subject, reason: string, context: Context) => Promise<unknown>
}

const Reason = z.object({
  reason: fields.text({ min: 20, max: 2000, missing: 'Indiquez le motif' }),
})

export function reasonForm<Subject>(path: string, parts: ReasonForm<Subject>) {
  return form(path, {
    load: parts.load as (params: unknown, context: Context) => Promise<Subject>,
    allow: parts.allow,
    input: Reason,
    invalid: (subject, submission) => (
      <AskReason texts={parts} back={parts.back(subject)} {...submission} />
    ),
    valid: async (subject, { reason }, context) => {
      await parts.act(subject, reason, context)
      return seeOther(parts.back(subject).href, parts.done)
    },
  })
}

interface Props extends Submission<z.infer<typeof Reason>> {
  readonly texts: Texts
  readonly back: { readonly href: string; readonly label: string }
}

/** The form posts to the page it is on. */
function AskReason({ texts, back, values, errors }: Props) {
  return (
    <Page title={texts.title} errors={errors} breadcrumbs={[back]}>
      <Form
        submit={texts.title}
        danger={texts.isDangerous}
        secondary={{ label: 'Annuler', href: back.href }}
      >
        <TextArea
          name="reason"
          label={texts.label}
          hint={texts.hint}
          value={values.reason}
          error={errors.reason}
          rows={5}
        />
      </Form>
    </Page>
  )
}
