/** Where the association sets new limits for a mechanism, from a day on, with their source; earlier ones are kept. */
import { z } from 'zod'
import { recordAudit } from '#platform/audit.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  DateField,
  Form,
  MoneyField,
  NumberField,
  Page,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import type { MechanismRule } from './mechanism.queries.ts'
import { type Mechanism, mechanismDefinitions } from './mechanism-definitions.ts'
import { loadMechanism } from './show-mechanism.page.tsx'

const days = fields.optionalInteger(1, 365)

const NewRule = z
  .object({
    validFrom: fields.day(),
    amountMin: fields.optionalMoney(),
    amountMax: fields.optionalMoney(),
    minimumDays: days,
    maximumDays: days,
    lateChangeDays: days,
    legalBasis: fields.text({ max: 1000, missing: 'Indiquez la base légale' }),
    source: fields.text({ max: 500, missing: 'Indiquez où le texte se lit' }),
    isConfirmed: fields.checkbox(),
    reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez pourquoi les règles changent' }),
  })
  .refine(
    ({ amountMin, amountMax }) => amountMin === null || amountMax === null || amountMin < amountMax,
    { path: ['amountMax'], message: 'Le montant le plus haut est inférieur au plus bas' },
  )
type NewRule = z.infer<typeof NewRule>

export const editMechanismPage = form('/espace/mecanismes/:mechanism', {
  load: loadMechanism,
  allow: associationStaff,
  input: NewRule,
  initial: ({ inForce }, { now }) => ({ ...inForce, validFrom: toDay(now), reason: '' }),
  invalid: ({ mechanism }, submission) => <EditMechanism mechanism={mechanism} {...submission} />,
  valid: async ({ mechanism }, rule, context) => {
    if (rule.validFrom < toDay(context.now))
      return refuse({ validFrom: 'De nouvelles règles ne valent pas pour le passé' })
    if (!(await saveRule(context, mechanism, rule)))
      return refuse({ validFrom: 'Des règles commencent déjà ce jour-là' })
    return seeOther(`/mecanismes/${mechanism}`, 'Les nouvelles règles sont enregistrées.')
  },
})

async function saveRule(
  { db, actor, now }: Context,
  mechanism: Mechanism,
  rule: NewRule,
): Promise<boolean> {
  const id = createId(now.getTime())
  const saved = await db
    .insertInto('collaboration.mechanismRule')
    .values({ id, mechanism, ...rule, setBy: actor.id, setAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  const organisationId = actor.organisation?.id ?? null
  const subject = { subjectKind: 'mechanismRule', subjectId: id }
  const details = { mechanism, ...rule }
  await recordAudit(
    db,
    { actor, organisationId, action: 'mechanismRule.set', ...subject, details },
    now,
  )
  return true
}

type Props = Submission<NewRule> & { mechanism: Mechanism; rule?: MechanismRule }

function EditMechanism({ mechanism, values, errors }: Props) {
  const { title } = mechanismDefinitions[mechanism]
  return (
    <Page
      title="Changer les règles"
      errors={errors}
      breadcrumbs={[
        { label: 'Mécanismes', href: '/mecanismes' },
        { label: title, href: `/mecanismes/${mechanism}` },
      ]}
    >
      <Form action={`/espace/mecanismes/${mechanism}`} submit="Enregistrer ces règles">
        <DateField
          name="validFrom"
          label="En vigueur à partir du"
          value={values.validFrom}
          error={errors.validFrom}
        />
        <LimitFields values={values} errors={errors} />
        <TextArea
          name="legalBasis"
          label="Base légale"
          value={values.legalBasis}
          error={errors.legalBasis}
          rows={3}
        />
        <TextField
          name="source"
          label="Source"
          hint="Où le texte se lit."
          value={values.source}
          error={errors.source}
        />
        <Checkbox
          name="isConfirmed"
          label="Un texte publié confirme ces règles"
          value={values.isConfirmed}
          error={errors.isConfirmed}
        />
        <TextArea
          name="reason"
          label="Pourquoi ce changement"
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
      </Form>
    </Page>
  )
}

function LimitFields({ values, errors }: Submission<NewRule>) {
  return (
    <>
      <MoneyField
        name="amountMin"
        label="Montant le plus bas"
        hint="Vide : sans borne."
        value={values.amountMin}
        error={errors.amountMin}
      />
      <MoneyField
        name="amountMax"
        label="Montant le plus haut"
        hint="Vide : sans borne."
        value={values.amountMax}
        error={errors.amountMax}
      />
      <NumberField
        name="minimumDays"
        label="Jours laissés pour répondre, au moins"
        value={values.minimumDays}
        error={errors.minimumDays}
      />
      <NumberField
        name="maximumDays"
        label="Jours que dure une expérimentation, au plus"
        value={values.maximumDays}
        error={errors.maximumDays}
      />
      <NumberField
        name="lateChangeDays"
        label="Jours en deçà desquels un changement repousse la date limite"
        value={values.lateChangeDays}
        error={errors.lateChangeDays}
      />
    </>
  )
}
