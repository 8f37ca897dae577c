/** Where the association says what share of its budget a commune should give to digital, from a day on; earlier ones are kept. */
import { z } from 'zod'
import { type Category, categoryLabels } from '#modules/directory/index.ts'
import { recordAudit } from '#platform/audit.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { associationStaff } from '#platform/policy.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  DateField,
  Form,
  Page,
  Select,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { formatShare } from './budget-words.ts'
import { type Guidance, listGuidance } from './guidance.queries.ts'

const categories = ['particulier', 'intermediaire', 'ordinaire'] as const

/** « 2,5 » percent are 25 thousandths. */
const share = fields
  .text({ max: 5, missing: 'Indiquez une part, par exemple 2,5' })
  .refine((text) => /^\d{1,2}([.,]\d)?$/.test(text), 'Écrivez un pourcentage, par exemple 2,5')
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 10))
  .refine((perMille) => perMille <= 500, 'La moitié du budget au plus')

const NewGuidance = z.object({
  category: fields.choice(categories, 'Choisissez une catégorie'),
  validFrom: fields.day(),
  share,
  source: fields.text({ max: 500, missing: 'Indiquez d’où vient ce chiffre' }),
  isConfirmed: fields.checkbox(),
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez pourquoi la part change' }),
})
type NewGuidance = z.infer<typeof NewGuidance>

export const guidancePage = form('/espace/parts-conseillees', {
  load: (_, { db }: Context) => listGuidance(db),
  allow: associationStaff,
  input: NewGuidance,
  initial: (_, { now }) => ({ validFrom: toDay(now) }),
  invalid: (known, submission) => <EditGuidance known={known} {...submission} />,
  valid: async (_, input, context) => {
    if (input.validFrom < toDay(context.now))
      return refuse({ validFrom: 'Une nouvelle part ne vaut pas pour le passé' })
    if (!(await saveGuidance(context, input)))
      return refuse({ validFrom: 'Une part commence déjà ce jour-là pour cette catégorie' })
    return seeOther('/espace/parts-conseillees', 'La part conseillée est enregistrée.')
  },
})

async function saveGuidance(
  { db, actor, now }: Context,
  { share: sharePerMille, ...input }: NewGuidance,
): Promise<boolean> {
  const id = createId(now.getTime())
  const saved = await db
    .insertInto('planning.budgetGuidance')
    .values({ id, sharePerMille, ...input, setBy: actor.id, setAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  const subject = { subjectKind: 'budgetGuidance', subjectId: id, action: 'budgetGuidance.set' }
  const organisationId = actor.organisation?.id ?? null
  const details = { ...input, sharePerMille }
  await recordAudit(db, { actor, organisationId, ...subject, details }, now)
  return true
}

type Props = Submission<NewGuidance> & { readonly known: readonly Guidance[] }

function EditGuidance({ known, values, errors }: Props) {
  return (
    <Page
      wide
      title="Parts conseillées au numérique"
      lead="La part de son budget qu’une commune devrait donner au numérique, par catégorie. Chaque changement a sa date et sa raison."
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <KnownShares known={known} />
      <h2>{t('Changer une part')}</h2>
      <Form action="/espace/parts-conseillees" submit="Enregistrer cette part">
        <ShareFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function KnownShares({ known }: Pick<Props, 'known'>) {
  return (
    <Table
      caption="Parts conseillées, les plus récentes d’abord"
      columns={[
        { key: 'category', label: 'Catégorie' },
        { key: 'share', label: 'Part', numeric: true },
        { key: 'from', label: 'À partir du' },
        { key: 'state', label: 'État' },
        { key: 'reason', label: 'Pourquoi' },
      ]}
      rows={known.map((one) => ({
        category: t(categoryLabels[one.category as Category]),
        share: formatShare(one.sharePerMille),
        from: formatDate(one.validFrom),
        state: one.isConfirmed ? (
          <Tag tone="success">Confirmée</Tag>
        ) : (
          <Tag tone="warning">À confirmer</Tag>
        ),
        reason: `${one.reason} ${one.source}`,
      }))}
    />
  )
}

function ShareFields({ values, errors }: Submission<NewGuidance>) {
  return (
    <>
      <Select
        name="category"
        label="Catégorie"
        options={categories.map((value) => ({ value, label: categoryLabels[value] }))}
        value={values.category}
        error={errors.category}
      />
      <TextField
        name="share"
        label="Part du budget, en pour cent"
        hint="Par exemple : 2,5."
        value={values.share}
        error={errors.share}
      />
      <DateField
        name="validFrom"
        label="À partir du"
        value={values.validFrom}
        error={errors.validFrom}
      />
      <TextField
        name="source"
        label="Source"
        hint="Où ce chiffre se lit, ou qui l’a décidé."
        value={values.source}
        error={errors.source}
      />
      <Checkbox
        name="isConfirmed"
        label="Un texte ou une décision de l’association confirme cette part"
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
    </>
  )
}
