/** Where the association writes one clause of the next version. */
import { z } from 'zod'
import { NotFound, orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, form, type Submission, seeOther } from '#platform/web.ts'
import { ActionButton, Checkbox, Form, Page, TextArea, TextField } from '#web/components/index.tsx'
import { home, loadDraft } from './edit-framework.pages.tsx'
import { addClause, removeClause, saveClause } from './framework.actions.ts'
import { frameworkPolicy } from './framework.lifecycle.ts'
import { getFramework } from './framework.queries.ts'
import {
  type Clause,
  ClauseInput,
  type FrameworkVersion,
  type FullFramework,
} from './framework.schema.ts'

interface OneClause {
  readonly framework: FullFramework
  readonly clause: Clause
}

async function loadClause(
  { versionId, clauseId }: { versionId: string; clauseId: string },
  { db }: Context,
): Promise<OneClause> {
  const framework = await getFramework(db, versionId)
  return { framework, clause: orNotFound(framework.clauses.find(({ id }) => id === clauseId)) }
}

const editClausePage = form(`${home}/:versionId/clauses/:clauseId`, {
  load: loadClause,
  allow: (actor, { framework }) => frameworkPolicy.edit(actor, framework.version),
  input: ClauseInput,
  initial: ({ clause }) => ({ ...clause }),
  invalid: ({ framework, clause }, submission) => (
    <EditClause version={framework.version} clause={clause} {...submission} />
  ),
  valid: async ({ framework, clause }, texts, context) => {
    await saveClause(context, clause, texts)
    return seeOther(`${home}/${framework.version.id}`, 'La clause est enregistrée.')
  },
})

const addClausePage = form(`${home}/:versionId/nouvelle-clause`, {
  load: loadDraft,
  allow: (actor, { framework }) => frameworkPolicy.edit(actor, framework.version),
  input: ClauseInput,
  initial: () => ({ isMandatory: true }),
  invalid: ({ framework }, submission) => (
    <EditClause version={framework.version} {...submission} />
  ),
  valid: async ({ framework }, texts, context) => {
    await addClause(context, framework.version, texts)
    return seeOther(`${home}/${framework.version.id}`, 'La clause est ajoutée.')
  },
})

interface EditClauseProps extends Submission<z.infer<typeof ClauseInput>> {
  readonly version: FrameworkVersion
  readonly clause?: Clause
}

function EditClause({ version, clause, values, errors }: EditClauseProps) {
  const base = `${home}/${version.id}`
  return (
    <Page
      title={clause ? clause.title : t('Nouvelle clause')}
      errors={errors}
      breadcrumbs={[{ label: 'La version suivante', href: base }]}
    >
      <Form submit="Enregistrer la clause" secondary={{ label: 'Annuler', href: base }}>
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="body"
          label="Texte"
          hint="[commune], [startup], [objet], [montant], [début] et [fin] sont remplis dans chaque convention."
          value={values.body}
          error={errors.body}
          rows={14}
        />
        <TextArea
          name="guidance"
          label="Conseil à ceux qui négocient"
          value={values.guidance}
          error={errors.guidance}
          rows={3}
          required={false}
        />
        <Checkbox
          name="isMandatory"
          label="Clause obligatoire"
          hint="Elle s’adapte dans une convention, mais ne s’en retire pas."
          value={values.isMandatory}
          error={errors.isMandatory}
        />
      </Form>
      {clause && (
        <ActionButton
          action={`${base}/clauses/${clause.id}/retirer`}
          label="Retirer cette clause"
          kind="quiet"
          confirm="La version suivante ne l’aura plus."
        />
      )}
    </Page>
  )
}

const removeClauseAction = action(`${home}/:versionId/clauses/:clauseId/retirer`, {
  load: loadClause,
  allow: (actor, { framework }) => frameworkPolicy.edit(actor, framework.version),
  input: z.object({}),
  back: ({ framework }) => `${home}/${framework.version.id}`,
  act: async ({ framework, clause }, _, context) => {
    if (framework.clauses.length === 1) throw new NotFound()
    await removeClause(context, clause)
    return seeOther(`${home}/${framework.version.id}`, 'La clause est retirée.')
  },
})

export const editClausePages = [editClausePage, addClausePage, removeClauseAction]
