/** Where the secretariat chooses the commune that called for help. */
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { GetForm, Page, Table, Tag, TextField } from '#web/components/index.tsx'
import { mayAssist } from './assistance.policy.ts'
import { type CommuneToAssist, listCommunesToAssist } from './assistance.queries.ts'

const path = '/espace/assistance'

export const listCommunesToAssistPage = page(path, {
  load: async (_, { db, query }) => {
    const text = String(query.q ?? '').slice(0, 100)
    return { text, communes: await listCommunesToAssist(db, text) }
  },
  allow: mayAssist,
  view: ({ text, communes }) => (
    <Page
      title="Assister une commune"
      lead="Quand une commune vous appelle, agissez pour son compte quelques heures : vous rédigez et répondez, elle décide."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <p>
        <a href="/espace/assistances">{t('Registre des assistances')}</a>
      </p>
      <GetForm action={path} submit="Chercher">
        <TextField name="q" label="Nom de la commune" value={text} required={false} />
      </GetForm>
      <CommuneTable communes={communes} />
    </Page>
  ),
})

function CommuneTable({ communes }: { communes: readonly CommuneToAssist[] }) {
  if (communes.length === 0) return <p>{t('Aucune commune ne porte ce nom.')}</p>
  return (
    <Table
      caption="Communes à assister"
      isCaptionHidden
      columns={[
        { key: 'name', label: 'Commune' },
        { key: 'choice', label: 'Assistance' },
      ]}
      rows={communes.map(({ id, name, isAllowed }) => ({
        name: isAllowed ? <a href={`${path}/${id}`}>{name}</a> : name,
        choice: isAllowed ? t('Acceptée') : <Tag tone="warning">Refusée par la commune</Tag>,
      }))}
    />
  )
}
