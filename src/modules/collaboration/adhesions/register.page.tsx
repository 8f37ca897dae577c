/** The public register of those who adhere to the framework. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Page, Pagination, Table, Tabs } from '#web/components/index.tsx'
import { listAdherents, type RegisterLine } from './adhesion.queries.ts'

const pageSize = 50
const path = '/cadre-de-collaboration/adherents'

interface Register {
  readonly kind: 'commune' | 'startup' | null
  readonly lines: readonly RegisterLine[]
  readonly names: ReadonlyMap<string, string>
  readonly nextHref?: string
}

export const registerPage = page(path, {
  load: loadRegister,
  allow: everyone,
  isPublic: true,
  view: (register) => <RegisterView {...register} />,
})

async function loadRegister(_: unknown, { db, query }: Context): Promise<Register> {
  const kind = readKind(readQueryText(query.de))
  const cursor = decodeCursor(readQueryText(query.apres))
  const after = cursor && { signedAt: cursor.publishedAt, id: cursor.id }
  const found = await listAdherents(db, kind, after, pageSize)
  const { rows: lines, last } = cutPage(found, pageSize)
  const names = await listOrganisationNames(
    db,
    lines.map(({ organisationId }) => organisationId),
  )
  return { kind, lines, names, ...(last && { nextHref: hrefAfter(kind, last) }) }
}

function readKind(text: string): Register['kind'] {
  return text === 'commune' || text === 'startup' ? text : null
}

function hrefAfter(kind: Register['kind'], { signedAt, id }: RegisterLine): string {
  const query = new URLSearchParams({
    ...(kind && { de: kind }),
    apres: encodeCursor({ publishedAt: signedAt.toISOString(), id }),
  })
  return `${path}?${query}`
}

const columns = [
  { key: 'name', label: 'Adhérent' },
  { key: 'kind', label: 'Qualité' },
  { key: 'signedAt', label: 'Depuis le' },
  { key: 'number', label: 'Version' },
  { key: 'reference', label: 'Référence' },
]

function RegisterView({ kind, lines, names, nextHref }: Register) {
  return (
    <Page
      title="Registre des adhérents"
      breadcrumbs={[{ label: 'Cadre de collaboration', href: '/cadre-de-collaboration' }]}
      lead="Communes et startups qui ont signé la convention-cadre."
    >
      <Tabs
        label="Adhérents"
        tabs={[
          { label: 'Tous', href: path, current: kind === null },
          { label: 'Communes', href: `${path}?de=commune`, current: kind === 'commune' },
          { label: 'Startups', href: `${path}?de=startup`, current: kind === 'startup' },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState title="Personne n’adhère encore">
          <p>
            <a href="/espace/adhesion">{t('Être le premier')}</a>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Adhérents"
          isCaptionHidden
          columns={columns}
          rows={lines.map((line) => ({
            name: names.get(line.organisationId) ?? '',
            kind: line.organisationKind === 'commune' ? t('Commune') : t('Startup'),
            signedAt: formatDate(line.signedAt),
            number: line.number,
            reference: line.reference,
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  )
}
