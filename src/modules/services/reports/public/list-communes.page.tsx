/** The communes that take reports: where to tell, where to look. */
import { listCommunePlaces } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table } from '#web/components/index.tsx'
import { listTakingCommunes } from '../category.queries.ts'
import { countByCommune } from '../public-report.queries.ts'

interface Line {
  readonly slug: string
  readonly name: string
  readonly departmentName: string
  readonly open: number
  readonly resolved: number
}

export const listReportCommunesPage = page('/signalements', {
  load: loadLines,
  allow: everyone,
  isPublic: true,
  view: (lines) => <Communes lines={lines} />,
})

async function loadLines(_: unknown, { db }: Context): Promise<Line[]> {
  const taking = await listTakingCommunes(db)
  const counts = new Map((await countByCommune(db)).map((one) => [one.communeId, one]))
  return (await listCommunePlaces(db))
    .filter(({ id }) => taking.has(id))
    .map(({ id, slug, name, departmentName }) => {
      const { open = 0, resolved = 0 } = counts.get(id) ?? {}
      return { slug, name, departmentName, open, resolved }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

function Communes({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <Page
      title="Signaler un problème à sa mairie"
      lead="Un trou, un lampadaire éteint, des ordures : dites-le en deux minutes, sans compte, et suivez ce que la mairie en fait."
    >
      {lines.length === 0 ? (
        <EmptyState title="Aucune commune ne reçoit encore de signalements ici">
          <p>{t('Adressez-vous à votre mairie.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Les communes qui reçoivent des signalements"
          columns={[
            { key: 'name', label: 'Commune' },
            { key: 'tell', label: 'Pour le dire' },
            { key: 'open', label: 'À régler', numeric: true },
            { key: 'resolved', label: 'Réglés', numeric: true },
          ]}
          rows={lines.map(({ slug, name, departmentName, open, resolved }) => ({
            name: (
              <>
                <a href={`/communes/${slug}/signalements`}>{name}</a>{' '}
                <small class="soft">{departmentName}</small>
              </>
            ),
            tell: (
              <a href={`/communes/${slug}/signaler`}>
                {t('Signaler')}
                <span class="hide"> {t('à {commune}', { commune: name })}</span>
              </a>
            ),
            ...{ open, resolved },
          }))}
        />
      )}
      <Actions>
        <ButtonLink kind="quiet" href="/suivi">
          Suivre mon signalement
        </ButtonLink>
        <ButtonLink kind="quiet" href="/signalements/chiffres">
          Les chiffres
        </ButtonLink>
      </Actions>
      <OpenFiles />
    </Page>
  )
}

function OpenFiles() {
  return (
    <p class="meta">
      {t('Données ouvertes :')} <a href="/signalements/donnees.csv">CSV</a>,{' '}
      <a href="/signalements/donnees.geojson">GeoJSON</a>,{' '}
      <a href="/open311/v2/discovery.json">Open311 GeoReport v2</a>.{' '}
      {t(
        'Ni nom, ni téléphone, ni position exacte n’y figurent ; les textes et les photos ne sont publics qu’une fois relus par la mairie.',
      )}
    </p>
  )
}
