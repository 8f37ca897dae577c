/** The file of a formal tender: object, requirements, estimate, lots, proposed criteria, joined papers. */
import { type Context, form, refuse, seeOther } from '#platform/web.ts'
import {
  choicesOf,
  Form,
  FormSection,
  Hidden,
  MoneyField,
  Page,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { saveTenderFile } from './tender.actions.ts'
import { natureLabels } from './tender.labels.ts'
import { tenderPolicy } from './tender.policy.ts'
import { getFullTender } from './tender.queries.ts'
import { type FullTender, TenderFile } from './tender.schema.ts'
import { type TenderFields, TenderRows } from './tender-rows.view.tsx'

export const editTenderPage = form('/espace/marches-formels/:tenderId/dossier', {
  load: ({ tenderId }: { tenderId: string }, { db }: Context) => getFullTender(db, tenderId),
  allow: (actor, { tender }) => tenderPolicy.edit(actor, tender),
  input: TenderFile,
  initial: (full) => toValues(full),
  invalid: (full, submission) => <EditTender full={full} {...submission} />,
  valid: async ({ tender }, input, context) =>
    (await saveTenderFile(context, tender, input))
      ? seeOther(`/espace/marches-formels/${tender.id}`, 'Le dossier est enregistré.')
      : refuse({ form: changedMeanwhile }),
})

const changedMeanwhile =
  'Quelqu’un a modifié ce dossier pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le avec le dossier, puis enregistrez de nouveau.'

function toValues({ tender, lots, criteria }: FullTender) {
  const lotFields = lots.flatMap(({ title, estimate }, index) => [
    [`lot${index + 1}`, title],
    [`lotEstimate${index + 1}`, estimate],
  ])
  const criterionFields = criteria.flatMap(({ label, weight }, index) => [
    [`criterion${index + 1}`, label],
    [`weight${index + 1}`, weight],
  ])
  return {
    ...tender,
    documents: tender.documents.join('\n'),
    version: String(tender.version),
    ...Object.fromEntries([...lotFields, ...criterionFields]),
  }
}

function EditTender({ full: { tender }, ...typed }: TenderFields & { full: FullTender }) {
  const { values, errors } = typed
  const base = `/espace/marches-formels/${tender.id}`
  return (
    <Page
      title="Le dossier de marché formel"
      errors={errors}
      breadcrumbs={[
        { label: 'Marchés formels', href: '/espace/marches-formels' },
        { label: tender.title, href: base },
      ]}
    >
      <Form
        action={`${base}/dossier`}
        submit="Enregistrer le dossier"
        secondary={{ label: 'Annuler', href: base }}
      >
        <Hidden name="version" value={values.version ?? String(tender.version)} />
        <ObjectFields {...typed} />
        <EstimateFields {...typed} />
        <TenderRows {...typed} />
        <FormSection title="Les pièces du dossier">
          <TextArea
            name="documents"
            label="Pièces jointes"
            hint="Une par ligne. Liste proposée : la personne responsable des marchés publics dira ce que les textes demandent."
            value={values.documents}
            error={errors.documents}
            rows={6}
          />
        </FormSection>
      </Form>
    </Page>
  )
}

function ObjectFields({ values, errors }: TenderFields) {
  return (
    <FormSection title="L’objet et les exigences">
      <TextField name="title" label="Objet du marché" value={values.title} error={errors.title} />
      <Select
        name="nature"
        label="Nature"
        value={values.nature}
        error={errors.nature}
        options={choicesOf(natureLabels)}
      />
      <TextArea
        name="purpose"
        label="Le besoin à satisfaire"
        hint="Le problème et le résultat attendu, sans nommer de produit ni de marque."
        value={values.purpose}
        error={errors.purpose}
        rows={9}
      />
      <TextArea
        name="requirements"
        label="Exigences fonctionnelles"
        hint="Ce que la solution doit permettre, une exigence par ligne."
        value={values.requirements}
        error={errors.requirements}
        rows={9}
      />
    </FormSection>
  )
}

function EstimateFields({ values, errors }: TenderFields) {
  return (
    <FormSection title="L’estimation et le financement">
      <MoneyField
        name="estimate"
        label="Montant estimé"
        hint="Toutes taxes comprises, pour toute la durée."
        value={values.estimate}
        error={errors.estimate}
      />
      <TextArea
        name="estimateMethod"
        label="Comment ce montant a été estimé"
        hint="Prix de solutions comparables, expérimentation, demandes d’information…"
        value={values.estimateMethod}
        error={errors.estimateMethod}
        rows={3}
      />
      <TextField
        name="funding"
        label="Financement"
        hint="Ligne du budget, fonds, partenaire."
        value={values.funding}
        error={errors.funding}
      />
    </FormSection>
  )
}
