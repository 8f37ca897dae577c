/** Whoever signs reads the act as it will be, corrects it if need be, and gives it: the paper is made at once. */
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Hidden, Notice, Page, TextArea, TextField } from '#web/components/index.tsx'
import { listFormCommunes } from '../forms/form-facts.queries.ts'
import { instructCrumbs, instructHref, instructPath } from '../requests/load-instructed.ts'
import { type Asked, loadAsked } from '../requests/load-request.ts'
import { requestPolicy } from '../requests/request.policy.ts'
import { signAct } from './act.actions.ts'
import { type Act, getAct } from './act.queries.ts'
import { fillAct, gap } from './fill-act.rules.ts'

interface Signing extends Asked {
  /** What the model gives; what the act before it says when one is replaced. */
  readonly proposed: z.infer<typeof Text>
}

const Text = z.object({
  title: fields.text({ max: 300, missing: 'Écrivez le titre de l’acte' }),
  body: fields.text({ max: 20_000, missing: 'Écrivez le texte de l’acte' }),
  holder: fields.text({ max: 200, missing: 'Indiquez à qui il est délivré' }),
  capacity: fields.text({ min: 2, max: 120, missing: 'Indiquez en quelle qualité on signe' }),
  replaces: fields.optionalText(40),
})

export const signActPage = form(`${instructPath}/acte`, {
  load: loadSigning,
  allow: (actor, { request }) => requestPolicy.signAct(actor, request),
  input: Text,
  initial: ({ proposed }) => proposed,
  invalid: (signing, submission) => <SignAct {...signing} {...submission} />,
  valid: async ({ request }, { replaces, ...text }, context) => {
    if (text.body.includes(gap))
      return refuse({ body: 'Complétez le texte là où il reste des points de suite' })
    const replaced = isId(replaces) ? await getAct(context.db, replaces) : null
    if (replaced && replaced.requestId !== request.id) throw new NotFound()
    const act = await signAct(context, request, text, replaced)
    return seeOther(`/espace/actes/${act.id}`, 'L’acte est signé et délivré.')
  },
})

async function loadSigning(params: { requestId: string }, context: Context): Promise<Signing> {
  const asked = await loadAsked(params, context)
  const replaces = readQueryText(context.query.remplace)
  const replaced = isId(replaces) ? await getAct(context.db, replaces) : null
  return { ...asked, proposed: replaced ? copyAct(replaced) : await fillModel(asked, context) }
}

function copyAct({ id, title, body, holder, capacity }: Act): Signing['proposed'] {
  return { title, body, holder, capacity, replaces: id }
}

async function fillModel(
  { request, definition, commune, answers }: Asked,
  { db, now }: Context,
): Promise<Signing['proposed']> {
  const communes = await listFormCommunes(db, definition)
  const facts = {
    ...{ reference: request.reference ?? '', commune: commune.name, procedure: definition.title },
    ...{ receivedOn: request.receivedAt ?? request.createdAt, today: toDay(now) },
  }
  const { act } = definition
  return {
    title: act?.title ?? definition.title,
    body: act ? fillAct(act.body, definition, answers, { facts, communes }) : '',
    holder: request.applicantName ?? '',
    capacity: act?.capacity ?? 'Le maire',
    replaces: '',
  }
}

function SignAct(props: Signing & Submission<z.infer<typeof Text>>) {
  const { values, errors } = props
  const named = (name: keyof z.infer<typeof Text>) => ({
    name,
    value: values[name],
    ...(errors[name] && { error: errors[name] }),
  })
  return (
    <Page title="Signer l’acte" errors={errors} breadcrumbs={instructCrumbs(props)}>
      {values.replaces && (
        <Notice kind="warning" title="Il remplace l’acte précédent">
          <p>{t('L’acte précédent sera retiré : qui le vérifie lira qu’il ne vaut plus.')}</p>
        </Notice>
      )}
      <Form submit="Signer et délivrer" secondary={{ label: 'Annuler', href: instructHref(props) }}>
        <Hidden name="replaces" value={values.replaces ?? ''} />
        <TextField {...named('title')} label="Titre de l’acte" />
        <TextField {...named('holder')} label="Délivré à" />
        <TextArea {...named('body')} label="Texte" rows={14} />
        <TextField {...named('capacity')} label="Signé par" hint="La qualité, pas le nom." />
      </Form>
    </Page>
  )
}
