/** Where the association writes its model letter: versions, texts, calendar, publication. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import {
  action,
  type Context,
  form,
  page,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Page, Table, Tag } from '#web/components/index.tsx'
import { sectionKeys } from './letter.schema.ts'
import { ModelDateFields } from './letter-rows.view.tsx'
import { ModelForm } from './model-form.view.tsx'
import { publishModel, saveModel, saveModelDates, startModel } from './model-letter.actions.ts'
import { modelPolicy } from './model-letter.lifecycle.ts'
import { getModel, listModels } from './model-letter.queries.ts'
import {
  EditModel,
  type EditModelInput,
  type FullModel,
  type ModelLetter,
  modelDateTable,
} from './model-letter.schema.ts'
import { RowsForm } from './rows-form.view.tsx'

export const modelHome = '/espace/lettre-modele'

const statusLabels = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  published: { label: 'En vigueur', tone: 'success' },
  superseded: { label: 'Remplacée', tone: 'neutral' },
} as const

const listPage = page(modelHome, {
  load: (_, { db }) => listModels(db),
  allow: associationStaff,
  view: (models) => <Models models={models} />,
})

function Models({ models }: { models: readonly ModelLetter[] }) {
  return (
    <Page
      title="La lettre de cadrage modèle"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Chaque commune part de ce modèle. Une version publiée ne se modifie pas : un nouveau texte est une nouvelle version."
    >
      <Actions>
        <ActionButton
          action={`${modelHome}/brouillon`}
          label="Préparer la version suivante"
          kind="primary"
        />
        <ButtonLink href={`${modelHome}/suivi`} kind="quiet">
          Qui a repris les lignes
        </ButtonLink>
        <ButtonLink href={`${modelHome}/etat`} kind="quiet">
          Les lettres de l’État
        </ButtonLink>
      </Actions>
      <Table
        caption="Versions"
        isCaptionHidden
        columns={[
          { key: 'title', label: 'Version' },
          { key: 'status', label: 'État' },
          { key: 'reason', label: 'Pourquoi' },
        ]}
        rows={models.map(({ id, number, title, status, reason }) => ({
          title:
            status === 'draft' ? (
              <a href={`${modelHome}/${id}`}>{title}</a>
            ) : (
              <a href={`/lettre-de-cadrage/versions/${number}`}>
                {t('Version {number}', { number: number ?? 0 })}
              </a>
            ),
          status: <Tag tone={statusLabels[status].tone}>{t(statusLabels[status].label)}</Tag>,
          reason,
        }))}
      />
    </Page>
  )
}

const startAction = action(`${modelHome}/brouillon`, {
  load: () => null,
  allow: associationStaff,
  input: z.object({}),
  back: () => modelHome,
  act: async (_, __, context) => seeOther(`${modelHome}/${(await startModel(context)).id}`),
})

const load = ({ modelId }: { modelId: string }, { db }: Context) => getModel(db, modelId)
const allow = (...[actor, { model }]: [Parameters<typeof modelPolicy.edit>[0], FullModel]) =>
  modelPolicy.edit(actor, model)

const editPage = form(`${modelHome}/:modelId`, {
  load,
  allow,
  input: EditModel,
  initial: ({ model, sections }) => ({
    ...model,
    departments: model.departments.join('\n'),
    ...Object.fromEntries(
      sections.flatMap(({ key, title, body }) => [
        [`title-${key}`, title],
        [`body-${key}`, body],
      ]),
    ),
  }),
  invalid: (full, submission) => <EditModelPage full={full} {...submission} />,
  valid: async ({ model }, input, context) => {
    await saveModel(context, model, input)
    return seeOther(`${modelHome}/${model.id}`, 'Le brouillon est enregistré.')
  },
})

function EditModelPage({ full, ...submission }: Submission<EditModelInput> & { full: FullModel }) {
  const base = `${modelHome}/${full.model.id}`
  return (
    <Page
      title="La version suivante du modèle"
      errors={submission.errors}
      breadcrumbs={[{ label: 'La lettre de cadrage modèle', href: modelHome }]}
    >
      <ModelForm address={base} back={modelHome} keys={sectionKeys} {...submission} />
      <h2>{t('Ensuite')}</h2>
      <Actions>
        <ButtonLink href={`${base}/calendrier`} kind="quiet">
          Modifier le calendrier
        </ButtonLink>
        <ActionButton
          action={`${base}/publier`}
          label="Publier cette version"
          kind="primary"
          confirm="Le secrétaire exécutif, le maire et le responsable SI de chaque commune en sont prévenus. Le texte ne changera plus."
        />
      </Actions>
    </Page>
  )
}

const datesPage = form(`${modelHome}/:modelId/calendrier`, {
  load,
  allow,
  input: modelDateTable.input,
  initial: ({ dates, model }) => ({
    ...modelDateTable.fill(dates as unknown as Record<string, unknown>[]),
    version: model.version,
  }),
  invalid: (full, { values, errors }) => <EditDates full={full} values={values} errors={errors} />,
  valid: async ({ model }, input, context) => {
    const dates = modelDateTable.read(input)
    const undated = dates.filter(({ day, month }) => day === null || month === null)
    if (undated.length > 0)
      return refuse(
        Object.fromEntries(undated.map(({ row }) => [`day${row}`, 'Indiquez le jour et le mois'])),
      )
    const rows = dates.map(({ row: _, day, month, ...date }) => ({
      ...date,
      day: day ?? 1,
      month: month ?? 1,
    }))
    await saveModelDates(context, model, input.version, rows)
    return seeOther(`${modelHome}/${model.id}`, 'Le calendrier est enregistré.')
  },
})

interface DatesProps {
  readonly full: FullModel
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

function EditDates({ full, values, errors }: DatesProps) {
  const base = `${modelHome}/${full.model.id}`
  const known = full.dates.length
  return (
    <RowsForm
      title="Le calendrier du modèle"
      lead="Chaque date est celle de l’année qui précède le budget. Videz le nom d’une étape pour la retirer."
      rowName="Étape"
      address={`${base}/calendrier`}
      back={{ href: base, label: full.model.title }}
      count={Math.min(known + 2, modelDateTable.most)}
      known={known}
      most={modelDateTable.most}
      Fields={ModelDateFields}
      context={{ departments: [] }}
      values={values}
      errors={errors}
    />
  )
}

const publishAction = action(`${modelHome}/:modelId/publier`, {
  load,
  allow,
  input: z.object({}),
  back: ({ model }) => `${modelHome}/${model.id}`,
  act: async ({ model }, _, context) => {
    await publishModel(context, model.id)
    return seeOther(
      '/lettre-de-cadrage',
      'La nouvelle version est en vigueur. Les communes sont prévenues.',
    )
  },
})

export const editModelPages = [listPage, startAction, editPage, datesPage, publishAction]
