import { t } from '#platform/i18n.ts'
import { type Context, form, refuse } from '#platform/web.ts'
import { Fieldset, Page, RadioGroup, Select } from '#web/components/index.tsx'
import { listFees } from '../inventory/sheet.queries.ts'
import { listFields } from '../procedures/find-field.rules.ts'
import type { FeeLine } from '../procedures/procedure.types.ts'
import { listTests } from './condition.fields.ts'
import { DraftForm } from './draft-form.view.tsx'
import { listEarlier } from './earlier-fields.rules.ts'
import { crumbsOf } from './edit-screen.pages.tsx'
import {
  blankLines,
  FeeInput,
  lineName,
  listLines,
  readFeeRule,
  writeFeeRule,
} from './fee-rule.fields.ts'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'
import { OneConditionFields } from './one-condition.view.tsx'

interface Editing extends Drafting {
  /** The names of the tariffs that the commune recorded for this service, annulled ones left out. */
  readonly tariffs: readonly string[]
}

async function loadFees(params: { procedureId: string }, context: Context): Promise<Editing> {
  const drafting = await loadDraft(params, context)
  const { communeId, serviceCode } = drafting.procedure
  const fees = await listFees(context.db, { communeId, serviceCode })
  const known = fees.filter(({ annulledOn }) => annulledOn === null).map(({ label }) => label)
  const used = listLines(drafting.definition.fee).map(({ tariff }) => tariff)
  return { ...drafting, tariffs: [...new Set([...known, ...used])] }
}

export const editFeePage = form(`${editorPath}/tarifs`, {
  load: loadFees,
  allow: mayWrite,
  input: FeeInput,
  initial: ({ definition: { fee }, version }) => ({ version, ...writeFeeRule(fee) }),
  invalid: (editing, { values, errors }) => (
    <EditFee editing={editing} values={values} errors={errors} />
  ),
  valid: async (editing, { version, ...typed }, context) => {
    const { definition, tariffs } = editing
    const { fee, errors } = readFeeRule(typed, definition, tariffs)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    return keepDraft(context, editing, {
      definition: { ...definition, fee },
      from: version,
      to: editorOf(editing),
      said: 'Ce qui est payé est enregistré.',
    })
  },
})

interface Props {
  readonly editing: Editing
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditFee(props: Props) {
  const { editing, values, errors } = props
  const { procedure, definition, tariffs } = editing
  return (
    <Page
      title="Ce qui est payé"
      lead="Un montant vient toujours d’un tarif que le conseil a délibéré : la démarche dit seulement lesquels comptent."
      errors={errors}
      breadcrumbs={crumbsOf(editing)}
    >
      <p>
        <a href={`/espace/services/${procedure.serviceCode}`}>
          {t('Voir ou ajouter les tarifs du service')}
        </a>
      </p>
      <DraftForm drafting={editing} values={values} errors={errors}>
        <RadioGroup
          name="kind"
          label="La démarche est-elle payante ?"
          value={String(values.kind ?? 'unknown')}
          error={errors.kind}
          options={[
            { value: 'unknown', label: 'À confirmer', hint: 'Aucun montant n’est annoncé.' },
            { value: 'free', label: 'Gratuite' },
            { value: 'tariffs', label: 'Payante, selon ces tarifs' },
          ]}
        />
        {tariffs.length === 0 ? (
          <p class="soft">{t('La commune n’a encore enregistré aucun tarif pour ce service.')}</p>
        ) : (
          Array.from({ length: listLines(definition.fee).length + blankLines }, (_, index) => (
            <LineFields key={index} {...props} index={index} />
          ))
        )}
      </DraftForm>
    </Page>
  )
}

function LineFields({ editing, values, errors, index }: Props & { readonly index: number }) {
  const { definition, tariffs } = editing
  const stored: FeeLine | undefined = listLines(definition.fee)[index]
  const named = (part: 'tariff' | 'times') => {
    const name = lineName(index, part)
    return { name, value: String(values[name] ?? ''), error: errors[name], required: false }
  }
  const counted = listFields(definition).filter(({ type }) => type === 'number' || type === 'block')
  return (
    <Fieldset legend={t('Tarif {number}', { number: index + 1 })}>
      <Select
        {...named('tariff')}
        label="Tarif"
        empty="Aucun"
        options={tariffs.map((label) => ({ value: label, label }))}
      />
      <Select
        {...named('times')}
        label="Compté"
        empty="Une fois"
        options={counted.map(({ code, label }) => ({
          value: code,
          label: t('Autant que « {question} »', { question: label }),
        }))}
      />
      <OneConditionFields
        prefix={lineName(index, 'when')}
        label="Dû"
        empty="Toujours"
        definition={definition}
        when={stored?.when}
        offered={listTests(definition, listEarlier(definition, null))}
        values={values}
        errors={errors}
      />
    </Fieldset>
  )
}
