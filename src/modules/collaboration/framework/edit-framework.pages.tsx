/** Where the association writes the next version: the texts, clause by clause, and what will change. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { action, type Context, form, page, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Form,
  Hidden,
  Page,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { publishFramework, saveTexts, startDraft } from './framework.actions.ts'
import { frameworkPolicy } from './framework.lifecycle.ts'
import { getFramework, getFrameworkInForce, listVersions } from './framework.queries.ts'
import { FrameworkInput, type FrameworkVersion, type FullFramework } from './framework.schema.ts'
import { type ClauseChange, listClauseChanges } from './framework-text.rules.ts'
import { ClauseChanges } from './show-framework.pages.tsx'

export const home = '/espace/cadre'

const listVersionsPage = page(home, {
  load: (_, { db }) => listVersions(db),
  allow: associationStaff,
  view: (versions) => <Versions versions={versions} />,
})

const statusLabels = {
  draft: { label: 'Brouillon', tone: 'neutral' },
  published: { label: 'En vigueur', tone: 'success' },
  superseded: { label: 'Remplacée', tone: 'neutral' },
} as const

function Versions({ versions }: { versions: readonly FrameworkVersion[] }) {
  return (
    <Page
      title="La convention-cadre"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      lead="Une version publiée ne se modifie pas : un nouveau texte est une nouvelle version."
    >
      <Table
        caption="Versions"
        isCaptionHidden
        columns={[
          { key: 'title', label: 'Version' },
          { key: 'status', label: 'État' },
        ]}
        rows={versions.map(({ id, number, title, status }) => ({
          title:
            status === 'draft' ? (
              <a href={`${home}/${id}`}>{title}</a>
            ) : (
              <a href={`/cadre-de-collaboration/versions/${number}`}>
                {t('Version {number}', { number: number ?? 0 })}
              </a>
            ),
          status: <Tag tone={statusLabels[status].tone}>{t(statusLabels[status].label)}</Tag>,
        }))}
      />
      <ActionButton
        action={`${home}/brouillon`}
        label="Préparer la version suivante"
        kind="primary"
      />
    </Page>
  )
}

const startDraftAction = action(`${home}/brouillon`, {
  load: () => null,
  allow: associationStaff,
  input: z.object({}),
  back: () => home,
  act: async (_, __, context) => seeOther(`${home}/${(await startDraft(context)).id}`),
})

export interface Draft {
  readonly framework: FullFramework
  readonly changes: readonly ClauseChange[]
}

export async function loadDraft(
  { versionId }: { versionId: string },
  { db }: Context,
): Promise<Draft> {
  const framework = await getFramework(db, versionId)
  const inForce = await getFrameworkInForce(db)
  return { framework, changes: listClauseChanges(inForce.clauses, framework.clauses) }
}

const editFrameworkPage = form(`${home}/:versionId`, {
  load: loadDraft,
  allow: (actor, { framework }) => frameworkPolicy.edit(actor, framework.version),
  input: FrameworkInput,
  initial: ({ framework }) => ({ ...framework.version }),
  invalid: (draft, submission) => <EditFramework {...draft} {...submission} />,
  valid: async ({ framework }, { version, ...texts }, context) => {
    await saveTexts(context, framework.version, texts, version)
    return seeOther(`${home}/${framework.version.id}`, 'Le brouillon est enregistré.')
  },
})

function EditFramework({
  framework,
  changes,
  values,
  errors,
}: Draft & Submission<z.infer<typeof FrameworkInput>>) {
  const base = `${home}/${framework.version.id}`
  return (
    <Page
      title="La version suivante"
      errors={errors}
      breadcrumbs={[{ label: 'La convention-cadre', href: home }]}
    >
      <Form action={base} submit="Enregistrer" secondary={{ label: 'Retour', href: home }}>
        <Hidden name="version" value={values.version} />
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="preamble"
          label="Préambule"
          value={values.preamble}
          error={errors.preamble}
          rows={8}
        />
        <TextArea
          name="summaryOfChanges"
          label="Ce qui change, en quelques phrases"
          hint="Lu par chaque adhérent avant de signer de nouveau."
          value={values.summaryOfChanges}
          error={errors.summaryOfChanges}
          rows={4}
          required={false}
        />
      </Form>
      <DraftClauses framework={framework} base={base} />
      {changes.length > 0 && <ClauseChanges changes={changes} />}
    </Page>
  )
}

function DraftClauses({ framework, base }: { framework: FullFramework; base: string }) {
  return (
    <section>
      <h2>{t('Les clauses')}</h2>
      <ol>
        {framework.clauses.map(({ id, title }) => (
          <li key={id}>
            <a href={`${base}/clauses/${id}`}>{title}</a>
          </li>
        ))}
      </ol>
      <Actions>
        <ButtonLink kind="quiet" href={`${base}/nouvelle-clause`}>
          Ajouter une clause
        </ButtonLink>
        <ActionButton
          action={`${base}/publier`}
          label="Publier cette version"
          kind="primary"
          confirm="Elle remplace celle en vigueur pour les adhésions et conventions à venir. Elle ne se modifiera plus."
        />
      </Actions>
    </section>
  )
}

const publishFrameworkAction = action(`${home}/:versionId/publier`, {
  load: loadDraft,
  allow: (actor, { framework }) => frameworkPolicy.edit(actor, framework.version),
  input: z.object({}),
  back: ({ framework }) => `${home}/${framework.version.id}`,
  act: async ({ framework }, _, context) => {
    await publishFramework(context, framework.version.id)
    return seeOther('/cadre-de-collaboration', 'La nouvelle version est en vigueur.')
  },
})

export const editFrameworkPages = [
  listVersionsPage,
  startDraftAction,
  editFrameworkPage,
  publishFrameworkAction,
]
