/** Where the mayor lets the secretary sign letters, by an act, or ends it. */
import { z } from 'zod'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Checkbox, DateField, Form, Page, TextField } from '#web/components/index.tsx'
import { mayDelegate } from './letter.policy.ts'
import { findDelegation } from './letter.queries.ts'
import { lettersHome } from './my-letters.page.tsx'

const Delegation = z
  .object({
    isActive: fields.checkbox(),
    actReference: fields.optionalText(200),
    actDate: fields.optionalDay(),
  })
  .refine(({ isActive, actReference }) => !isActive || actReference !== '', {
    path: ['actReference'],
    message: 'Indiquez l’acte qui délègue',
  })
  .refine(({ isActive, actDate }) => !isActive || actDate !== null, {
    path: ['actDate'],
    message: 'Indiquez la date de l’acte',
  })
type DelegationInput = z.infer<typeof Delegation>

async function saveDelegation({ db, actor, now }: Context, input: DelegationInput): Promise<void> {
  const communeId = getOrganisationId(actor)
  const row = { ...input, setBy: getPersonId(actor), setAt: now }
  await db
    .insertInto('planning.letterDelegation')
    .values({ communeId, ...row })
    .onConflict((conflict) => conflict.column('communeId').doUpdateSet(row))
    .execute()
  const action = input.isActive ? 'letterDelegation.give' : 'letterDelegation.end'
  const subject = { subjectKind: 'commune', subjectId: communeId }
  const details = { actReference: input.actReference }
  await recordAudit(db, { actor, organisationId: communeId, action, ...subject, details }, now)
}

export const delegateSignaturePage = form(`/espace/lettres-de-cadrage/delegation`, {
  load: async (_, { db, actor }) =>
    mayDelegate(actor, null) ? findDelegation(db, getOrganisationId(actor)) : undefined,
  allow: mayDelegate,
  input: Delegation,
  initial: (delegation) => ({ ...delegation }),
  invalid: (_, submission) => <DelegateSignature {...submission} />,
  valid: async (_, input, context) => {
    await saveDelegation(context, input)
    return seeOther(
      lettersHome,
      input.isActive
        ? 'Le secrétaire exécutif peut signer par délégation.'
        : 'Le maire seul signe les lettres de cadrage.',
    )
  },
})

function DelegateSignature({ values, errors }: Submission<DelegationInput>) {
  return (
    <Page
      title="Déléguer la signature"
      errors={errors}
      breadcrumbs={[{ label: 'Lettres de cadrage', href: lettersHome }]}
    >
      <p>
        {t(
          'Aucun texte connu ne règle cette délégation : la commune indique l’acte qui la fonde, et la plateforme le garde.',
        )}
      </p>
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: lettersHome }}>
        <Checkbox
          name="isActive"
          label="Le secrétaire exécutif peut signer les lettres de cadrage"
          value={values.isActive}
          error={errors.isActive}
        />
        <TextField
          name="actReference"
          label="Acte qui délègue"
          hint="Arrêté ou délibération, avec son numéro."
          value={values.actReference}
          error={errors.actReference}
          required={false}
        />
        <DateField
          name="actDate"
          label="Date de l’acte"
          value={values.actDate}
          error={errors.actDate}
          required={false}
        />
      </Form>
    </Page>
  )
}
