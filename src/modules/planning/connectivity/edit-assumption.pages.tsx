/** Where the association changes an assumption, from a day on, with its source and its reason; earlier values are kept. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import {
  type Context,
  fields,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  Checkbox,
  DateField,
  Form,
  NumberField,
  Page,
  Table,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { setAssumption } from './assumption.actions.ts'
import {
  type AssumptionUnit,
  formatAssumption,
  nameAssumption,
  unitOf,
} from './assumption.labels.ts'
import { type Assumption, listAssumptions, listAssumptionVersions } from './assumption.queries.ts'
import { ConfirmedTag } from './show-assumptions.page.tsx'

const base = '/espace/connectivite/hypotheses'

export const listAssumptionsPage = page(base, {
  load: (_, { db, now }: Context) => listAssumptions(db, toDay(now)),
  allow: associationStaff,
  view: (assumptions) => (
    <Page
      title="Hypothèses de la connectivité"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <p>
        {t('Les écarts et leurs coûts suivent ces valeurs dans toutes les communes.')}{' '}
        <a href="/connectivite/hypotheses">{t('Voir la page publique')}</a>{' '}
        <a href="/espace/connectivite/fournisseurs">{t('Les fournisseurs')}</a>
      </p>
      <Table
        caption="Les valeurs en vigueur"
        columns={[
          { key: 'name', label: 'Hypothèse' },
          { key: 'value', label: 'Valeur', numeric: true },
          { key: 'since', label: 'Depuis le' },
          { key: 'state', label: 'État' },
        ]}
        rows={assumptions.map(({ key, value, validFrom, isConfirmed }) => ({
          name: <a href={`${base}/${key}`}>{nameFully(key)}</a>,
          value: formatAssumption(key, value),
          since: formatDate(validFrom),
          state: <ConfirmedTag isConfirmed={isConfirmed} />,
        }))}
      />
    </Page>
  ),
})

/** « Satellite » alone says neither speed nor cost. */
function nameFully(key: string): string {
  const name = nameAssumption(key)
  if (key.startsWith('offer.')) return t('{name} : débit donné', { name })
  if (key.startsWith('required.')) return t('{name} : débit demandé', { name })
  return key.startsWith('level.') ? t('Niveau {name} : débit', { name }) : name
}

const NewValue = z.object({
  validFrom: fields.day(),
  value: fields.integer(0, 1_000_000_000_000),
  source: fields.text({ max: 500, missing: 'Indiquez d’où vient cette valeur' }),
  isConfirmed: fields.checkbox(),
  reason: fields.text({ min: 20, max: 1000, missing: 'Indiquez pourquoi la valeur change' }),
})
type NewValue = z.infer<typeof NewValue>

interface Editing {
  readonly key: string
  readonly versions: readonly Assumption[]
  readonly current: Assumption
}

export const editAssumptionPage = form(`${base}/:key`, {
  load: async ({ key }: { key: string }, { db, now }: Context): Promise<Editing> => {
    const versions = await listAssumptionVersions(db, key)
    const today = toDay(now)
    const current = versions.find(({ validFrom }) => validFrom <= today)
    return { key, versions, current: orNotFound(current) }
  },
  allow: associationStaff,
  input: NewValue,
  initial: ({ current }, { now }) => ({ ...current, validFrom: toDay(now), reason: '' }),
  invalid: ({ versions, current }, submission) => (
    <EditAssumption versions={versions} current={current} {...submission} />
  ),
  valid: async ({ key }, value, context) => {
    if (value.validFrom < toDay(context.now))
      return refuse({ validFrom: 'Une nouvelle valeur ne vaut pas pour le passé' })
    if (unitOf(key) === 'hours' && value.value > 24) return refuse({ value: 'De 0 à 24 heures' })
    if (!(await setAssumption(context, key, value)))
      return refuse({ validFrom: 'Une autre valeur commence déjà ce jour-là' })
    return seeOther(base, 'La nouvelle valeur est enregistrée. Les écarts sont recalculés.')
  },
})

const suffixes: Readonly<Record<AssumptionUnit, string>> = {
  kbps: 'kbit/s',
  money: 'FCFA',
  hours: 'h',
}

function EditAssumption(props: Omit<Editing, 'key'> & Submission<NewValue>) {
  const { versions, current, values, errors } = props
  return (
    <Page
      title={nameFully(current.key)}
      kicker={t('Hypothèse')}
      errors={errors}
      breadcrumbs={[{ label: 'Hypothèses de la connectivité', href: base }]}
    >
      <Form submit="Enregistrer cette valeur" secondary={{ label: 'Annuler', href: base }}>
        <NumberField
          name="value"
          label="Valeur"
          suffix={suffixes[unitOf(current.key)]}
          value={values.value}
          error={errors.value}
        />
        <DateField
          name="validFrom"
          label="En vigueur à partir du"
          value={values.validFrom}
          error={errors.validFrom}
        />
        <TextField
          name="source"
          label="Source"
          hint="D’où vient cette valeur : un contrat, un devis, un texte."
          value={values.source}
          error={errors.source}
        />
        <Checkbox
          name="isConfirmed"
          label="Cette source confirme la valeur"
          value={values.isConfirmed}
        />
        <TextArea
          name="reason"
          label="Pourquoi ce changement"
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
      </Form>
      <Versions versions={versions} />
    </Page>
  )
}

function Versions({ versions }: Pick<Editing, 'versions'>) {
  return (
    <Table
      caption="Historique"
      columns={[
        { key: 'since', label: 'À partir du' },
        { key: 'value', label: 'Valeur', numeric: true },
        { key: 'source', label: 'Source' },
        { key: 'reason', label: 'Motif' },
      ]}
      rows={versions.map(({ key, validFrom, value, source, reason }) => ({
        since: formatDate(validFrom),
        value: formatAssumption(key, value),
        source,
        reason,
      }))}
    />
  )
}
