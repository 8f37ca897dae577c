/** The national matrix: for each service, how many communes are at each level; for a department, each commune's own level. */
import {
  type CommuneLine,
  domainLabels,
  listCommunes,
  listDepartments,
} from '#modules/directory/index.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { ButtonLink, GetForm, Page, Select, Table } from '#web/components/index.tsx'
import { type Level, levels, listQuarterEnds, rankLevel } from './level.rules.ts'
import { groupServices, toListed } from './listed-service.ts'
import {
  type Cell,
  countLevels,
  type LevelCount,
  listCells,
  listProgress,
  type ProgressPoint,
} from './offer.queries.ts'
import { ProgressTable } from './progress-table.view.tsx'
import { levelLabels } from './service.labels.ts'
import type { ListedService } from './service-list.rules.ts'
import { listSheets } from './sheet.queries.ts'

interface Matrix {
  readonly services: readonly ListedService[]
  readonly departments: readonly { readonly code: string; readonly name: string }[]
  readonly department: string | null
  /** Of the chosen department. */
  readonly communes: readonly CommuneLine[]
  readonly cells: readonly Cell[]
  readonly counts: readonly LevelCount[]
  readonly total: number
  readonly progress: readonly ProgressPoint[]
}

export const matrixPage = page('/services/matrice', {
  load: loadMatrix,
  allow: everyone,
  isPublic: true,
  view: (matrix) => <ShowMatrix {...matrix} />,
})

async function loadMatrix(_: unknown, { db, query, now }: Context): Promise<Matrix> {
  const departments = await listDepartments(db)
  const department = departments.find(({ code }) => code === query.departement)?.code ?? null
  const all = await listCommunes(db)
  const communes = all.filter(({ departmentCode }) => departmentCode === department)
  return {
    services: (await listSheets(db)).map(toListed),
    departments,
    department,
    communes,
    cells: await listCells(
      db,
      communes.map(({ id }) => id),
    ),
    counts: department === null ? await countLevels(db) : [],
    total: all.length,
    progress:
      department === null ? await listProgress(db, listQuarterEnds(toDay(now), 6), null) : [],
  }
}

function ShowMatrix(matrix: Matrix) {
  const { departments, department, progress } = matrix
  return (
    <Page
      title="Les services, commune par commune"
      lead="La mesure de la digitalisation : ce que chaque commune rend, et jusqu’où elle le rend en ligne."
      breadcrumbs={[{ label: 'Services municipaux', href: '/services' }]}
      wide
    >
      <GetForm action="/services/matrice" submit="Afficher">
        <Select
          name="departement"
          label="Département"
          empty="Tout le pays"
          value={department}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </GetForm>
      <Legend />
      <p>
        <ButtonLink kind="quiet" href="/services/donnees.csv">
          Toutes les communes dans un tableur (CSV)
        </ButtonLink>
      </p>
      {groupServices(matrix.services).map(({ domain, services }) => (
        <section key={domain}>
          <h2>{t(domainLabels[domain] ?? domain)}</h2>
          {department === null ? (
            <CountTable {...matrix} domain={domain} services={services} />
          ) : (
            <CellTable {...matrix} domain={domain} services={services} />
          )}
        </section>
      ))}
      {progress.length > 0 && <ProgressTable points={progress} />}
    </Page>
  )
}

function Legend() {
  return (
    <p class="meta">
      {levels.map((level) => `${rankLevel(level)} : ${t(levelLabels[level].label)}`).join(' ; ')} ;{' '}
      {t('? : non renseigné')}
    </p>
  )
}

type TableProps = Matrix & { readonly domain: string }

function CountTable({ domain, services, counts, total }: TableProps) {
  const countOf = (code: string, level: Level) =>
    counts.find((count) => count.serviceCode === code && count.level === level)?.communes ?? 0
  const known = (code: string) => levels.reduce((sum, level) => sum + countOf(code, level), 0)
  return (
    <Table
      caption={t('{domain} : communes par niveau', { domain: t(domainLabels[domain] ?? domain) })}
      columns={[
        { key: 'service', label: 'Service' },
        ...levels.map((level) => ({ key: level, label: levelLabels[level].label, numeric: true })),
        { key: 'unknown', label: 'Non renseigné', numeric: true },
      ]}
      rows={services.map(({ code, label }) => ({
        service: <a href={`/services/${code}`}>{t(label)}</a>,
        ...Object.fromEntries(levels.map((level) => [level, countOf(code, level)])),
        unknown: total - known(code),
      }))}
    />
  )
}

function CellTable({ domain, services, communes, cells }: TableProps) {
  const levelOf = (communeId: string, code: string) => {
    const cell = cells.find((one) => one.communeId === communeId && one.serviceCode === code)
    return cell ? rankLevel(cell.level) : '?'
  }
  return (
    <Table
      caption={t('{domain} : niveau de chaque commune', {
        domain: t(domainLabels[domain] ?? domain),
      })}
      columns={[
        { key: 'service', label: 'Service' },
        ...communes.map(({ id, name }) => ({ key: id, label: name, numeric: true })),
      ]}
      rows={services.map(({ code, label }) => ({
        service: <a href={`/services/${code}`}>{t(label)}</a>,
        ...Object.fromEntries(communes.map(({ id }) => [id, levelOf(id, code)])),
      }))}
    />
  )
}
