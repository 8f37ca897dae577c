/** Where the association prepares the next version of the charter: its points, what changes, its publication. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import {
  action,
  type Context,
  fields,
  form,
  page,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Form,
  Page,
  Table,
  TextArea,
} from '#web/components/index.tsx'
import { publishCharter, removePoint, startDraft } from './charter.actions.ts'
import { findDraftCharter, getCharterInForce } from './charter.queries.ts'
import type { Charter, CharterPoint } from './charter.schema.ts'
import { compareCharters } from './charter-changes.rules.ts'
import { ChangeList } from './charter-changes.view.tsx'

const base = '/espace/points'

interface Editing {
  readonly inForce: Charter
  readonly draft: Charter | undefined
}

const editCharterPage = page(base, {
  load: async (_, { db }): Promise<Editing> => ({
    inForce: await getCharterInForce(db),
    draft: await findDraftCharter(db),
  }),
  allow: associationStaff,
  view: (editing) => <EditCharter {...editing} />,
})

const startDraftAction = action(`${base}/nouvelle-version`, {
  load: () => null,
  allow: associationStaff,
  input: z.object({}),
  back: () => base,
  act: async (_, __, context) => {
    const { version } = await startDraft(context)
    return seeOther(base, `La version ${version.number} est en préparation.`)
  },
})

interface Named {
  readonly draft: Charter
  readonly point: CharterPoint
}

export async function loadDraftPoint({ key }: { key: string }, { db }: Context): Promise<Named> {
  const draft = orNotFound(await findDraftCharter(db))
  return { draft, point: orNotFound(draft.points.find((point) => point.key === key)) }
}

const removePointAction = action(`${base}/:key/retirer`, {
  load: loadDraftPoint,
  allow: associationStaff,
  input: z.object({}),
  back: () => base,
  act: async ({ draft, point }, _, context) => {
    await removePoint(context, draft, point)
    return seeOther(base, 'Le point est retiré de la version en préparation.')
  },
})

const Publication = z.object({
  note: fields.text({ min: 20, max: 1000, missing: 'Dites ce que cette version change' }),
})

const publishCharterPage = form(`${base}/publier`, {
  load: async (_, { db }) => ({
    inForce: await getCharterInForce(db),
    draft: orNotFound(await findDraftCharter(db)),
  }),
  allow: associationStaff,
  input: Publication,
  invalid: (editing, submission) => <PublishCharter {...editing} {...submission} />,
  valid: async ({ draft }, { note }, context) => {
    await publishCharter(context, draft, note)
    return seeOther(
      '/projets/points',
      'La version est publiée. Les projets déjà ouverts gardent la leur.',
    )
  },
})

export const editCharterPages = [
  editCharterPage,
  startDraftAction,
  removePointAction,
  publishCharterPage,
]

const crumbs = [
  { label: 'Mon espace', href: '/espace' },
  { label: 'Points d’un projet', href: base },
]

function EditCharter({ inForce, draft }: Editing) {
  return (
    <Page title="Les points de la charte" breadcrumbs={crumbs.slice(0, 1)}>
      <p>
        <a href="/projets/points">
          {t('Version {number}, en vigueur', { number: inForce.version.number })}
        </a>
      </p>
      {draft ? (
        <Draft draft={draft} inForce={inForce} />
      ) : (
        <ActionButton
          action={`${base}/nouvelle-version`}
          label="Préparer une nouvelle version"
          kind="primary"
        />
      )}
    </Page>
  )
}

const columns = [
  { key: 'title', label: 'Point' },
  { key: 'kind', label: 'Exigence' },
  { key: 'act', label: 'Action' },
]

function Draft({ draft, inForce }: { draft: Charter; inForce: Charter }) {
  return (
    <>
      <h2>{t('Version {number}, en préparation', { number: draft.version.number })}</h2>
      <Table
        caption="Points de la version en préparation"
        isCaptionHidden
        columns={columns}
        rows={draft.points.map(({ key, title, isMandatory }) => ({
          title: <a href={`${base}/${key}`}>{title}</a>,
          kind: isMandatory ? t('Obligatoire') : t('Conseillé'),
          act: (
            <ActionButton
              action={`${base}/${key}/retirer`}
              label="Retirer"
              confirm="Les projets ouverts avec une version publiée gardent ce point."
            />
          ),
        }))}
      />
      <Actions>
        <ButtonLink href={`${base}/publier`}>Publier cette version</ButtonLink>
        <ButtonLink href={`${base}/ajouter`} kind="quiet">
          Ajouter un point
        </ButtonLink>
      </Actions>
      <h2>{t('Ce qui change')}</h2>
      <ChangeList changes={compareCharters(inForce.points, draft.points)} />
    </>
  )
}

type PublishProps = { inForce: Charter; draft: Charter } & Submission<z.infer<typeof Publication>>

function PublishCharter({ inForce, draft, values, errors }: PublishProps) {
  return (
    <Page title="Publier la nouvelle version" errors={errors} breadcrumbs={crumbs}>
      <ChangeList changes={compareCharters(inForce.points, draft.points)} />
      <Form
        action={`${base}/publier`}
        submit="Publier cette version"
        secondary={{ label: 'Annuler', href: base }}
      >
        <TextArea
          name="note"
          label="Ce que cette version change, et pourquoi"
          hint="Public. Les communes et les startups le liront à côté de la liste."
          value={values.note}
          error={errors.note}
          rows={4}
        />
      </Form>
    </Page>
  )
}
