/** The journal of a project: its risks, incidents and decisions, and what was done about each. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { formatShortDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  EmptyState,
  Form,
  Page,
  Select,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { closeEntry, writeEntry } from './journal.actions.ts'
import { getEntry, listEntries } from './journal.queries.ts'
import { crumbs } from './load-project.ts'
import { entryLabels } from './project.labels.ts'
import { projectPolicy } from './project.policy.ts'
import { getProject } from './project.queries.ts'
import { entryKinds, type Project, type ProjectEntry } from './project.schema.ts'
import { ProjectTabs } from './project-file.page.tsx'
import { rateRisk } from './risk.rules.ts'

const level = () => fields.optionalInteger(1, 5)

const NewEntry = z.object({
  kind: fields.choice(entryKinds, 'Dites ce que vous notez'),
  title: fields.text({ max: 200, missing: 'Donnez un titre' }),
  body: fields.text({ max: 4000, missing: 'Décrivez en quelques mots' }),
  likelihood: level(),
  impact: level(),
})
type NewEntry = z.infer<typeof NewEntry>

interface Journal {
  readonly project: Project
  readonly entries: readonly ProjectEntry[]
}

async function loadJournal(
  { projectId }: { projectId: string },
  { db }: Context,
): Promise<Journal> {
  return {
    project: await getProject(db, projectId),
    entries: await listEntries(db, projectId, entryKinds),
  }
}

const journalPage = form('/espace/projets/:projectId/journal', {
  load: loadJournal,
  allow: (actor, { project }) => projectPolicy.follow(actor, project),
  input: NewEntry,
  invalid: (journal, submission, { actor }) => (
    <JournalPage {...journal} {...submission} actor={actor} />
  ),
  valid: async ({ project }, entry, context) => {
    if (entry.kind === 'risk' && (entry.likelihood === null || entry.impact === null))
      return refuse({ likelihood: 'Indiquez la probabilité et l’effet du risque, de 1 à 5' })
    const rated = entry.kind === 'risk' ? entry : { ...entry, likelihood: null, impact: null }
    await writeEntry(context, project, rated)
    return seeOther(`/espace/projets/${project.id}/journal`, 'Le journal est à jour.')
  },
})

interface Noted {
  readonly project: Project
  readonly entry: ProjectEntry
}

const closeEntryPage = reasonForm<Noted>('/espace/projets/:projectId/journal/:entryId/clore', {
  load: async ({ entryId }: { entryId: string }, { db }): Promise<Noted> => {
    const entry = await getEntry(db, entryId)
    return { entry, project: await getProject(db, entry.projectId) }
  },
  allow: (actor, { project }) => projectPolicy.write(actor, project),
  back: ({ project, entry }) => ({
    href: `/espace/projets/${project.id}/journal`,
    label: entry.title,
  }),
  title: 'Dire ce qui a été fait',
  label: 'Ce qui a été fait, et le résultat',
  hint: 'La ligne est ensuite close, et reste au journal.',
  done: 'La ligne est close.',
  act: ({ entry }, answer, context) => closeEntry(context, entry, answer),
})

export const journalPages = [journalPage, closeEntryPage]

type Props = Journal & Submission<NewEntry> & { actor: Actor }

function JournalPage({ project, entries, values, errors, actor }: Props) {
  const mayWrite = projectPolicy.write(actor, project)
  return (
    <Page title="Le journal du projet" errors={errors} breadcrumbs={crumbs(project)}>
      <ProjectTabs project={project} current="/journal" />
      {entries.length === 0 ? (
        <EmptyState title="Rien au journal pour l’instant">
          <p>{t('Notez les risques avant qu’ils n’arrivent, et chaque décision le jour même.')}</p>
        </EmptyState>
      ) : (
        entryKinds.map((kind) => (
          <EntryTable
            key={kind}
            kind={kind}
            entries={entries.filter((entry) => entry.kind === kind)}
            closeHref={
              mayWrite ? (id) => `/espace/projets/${project.id}/journal/${id}/clore` : null
            }
          />
        ))
      )}
      {mayWrite && <EntryForm project={project} values={values} errors={errors} />}
    </Page>
  )
}

const titles = { risk: 'Risques', incident: 'Incidents', decision: 'Décisions' } as const
const columns = [
  { key: 'title', label: 'Objet' },
  { key: 'body', label: 'Ce qui est noté' },
  { key: 'written', label: 'Noté le' },
  { key: 'state', label: 'État' },
]

interface TableProps {
  readonly kind: (typeof entryKinds)[number]
  readonly entries: readonly ProjectEntry[]
  readonly closeHref: ((id: string) => string) | null
}

function EntryTable({ kind, entries, closeHref }: TableProps) {
  if (entries.length === 0) return null
  const worstFirst = entries.toSorted((a, b) => rateRisk(b).score - rateRisk(a).score)
  return (
    <section>
      <h2>{t(titles[kind])}</h2>
      <Table
        caption={titles[kind]}
        isCaptionHidden
        columns={columns}
        rows={worstFirst.map((entry) => ({
          title: <EntryTitle entry={entry} />,
          body: <span class="prose">{entry.body}</span>,
          written: formatShortDate(entry.writtenAt),
          state: <EntryState entry={entry} closeHref={closeHref} />,
        }))}
      />
    </section>
  )
}

function EntryTitle({ entry }: { entry: ProjectEntry }) {
  const { score, label, tone } = rateRisk(entry)
  return (
    <>
      {entry.title}
      {entry.kind === 'risk' && (
        <>
          {' '}
          <Tag tone={tone}>{t('{label}, {score} sur 25', { label: t(label), score })}</Tag>
        </>
      )}
    </>
  )
}

function EntryState({ entry, closeHref }: { entry: ProjectEntry } & Pick<TableProps, 'closeHref'>) {
  if (entry.kind === 'decision') return t('Prise')
  if (entry.closedAt)
    return <span class="prose">{t('Clos : {answer}', { answer: entry.answer })}</span>
  return closeHref ? <a href={closeHref(entry.id)}>{t('Dire ce qui a été fait')}</a> : t('Ouvert')
}

function EntryForm({ project, values, errors }: Pick<Props, 'project' | 'values' | 'errors'>) {
  return (
    <section>
      <h2>{t('Ajouter au journal')}</h2>
      <Form action={`/espace/projets/${project.id}/journal`} submit="Ajouter au journal">
        <Select
          name="kind"
          label="Nature"
          options={entryKinds.map((value) => ({ value, label: entryLabels[value] }))}
          value={values.kind}
          error={errors.kind}
        />
        <TextField name="title" label="Objet" value={values.title} error={errors.title} />
        <TextArea
          name="body"
          label="Ce qu’il faut savoir"
          hint="Pour un risque : ce qui peut arriver, et ce que vous faites d’avance."
          value={values.body}
          error={errors.body}
          rows={4}
        />
        <TextField
          name="likelihood"
          label="Probabilité, de 1 (rare) à 5 (presque sûr)"
          hint="Pour un risque seulement."
          value={values.likelihood}
          error={errors.likelihood}
          required={false}
        />
        <TextField
          name="impact"
          label="Effet, de 1 (gênant) à 5 (arrête le projet)"
          hint="Pour un risque seulement."
          value={values.impact}
          error={errors.impact}
          required={false}
        />
      </Form>
    </section>
  )
}
