/** A commune's public page: who it is, what it has, what it uses, and what later modules know of it. */
import type { VNode } from 'preact'
import type { Db } from '#platform/database.ts'
import { formatDate, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Card, CardList, DefinitionList, Details, Page, Stars } from '#web/components/index.tsx'
import { type ConfirmedUse, listUsesOfCommune } from '../deployments/deployment.queries.ts'
import { categoryLabels, connectivityLabels, languageLabels } from '../labels.ts'
import {
  type Commune,
  type CommuneProfile,
  findProfile,
  getCommuneBySlug,
  listArrondissements,
  listDepartments,
} from './commune.queries.ts'

/** What a later module adds to the page; nothing where it has nothing to say. */
export type CommuneSection = (db: Db, commune: Commune) => Promise<(() => VNode) | null>

interface Shown {
  readonly commune: Commune
  readonly departmentName: string
  readonly profile: CommuneProfile | undefined
  readonly arrondissements: readonly { name: string; population: number }[]
  readonly uses: readonly ConfirmedUse[]
  readonly added: readonly (() => VNode)[]
}

export function createCommunePage(sections: readonly CommuneSection[]) {
  return page('/communes/:slug', {
    load: ({ slug }, context) => loadCommune(slug, context, sections),
    allow: everyone,
    isPublic: true,
    view: (shown) => <ShowCommune {...shown} />,
  })
}

async function loadCommune(
  slug: string,
  { db }: Context,
  sections: readonly CommuneSection[],
): Promise<Shown> {
  const commune = await getCommuneBySlug(db, slug)
  const departments = await listDepartments(db)
  const added: (() => VNode)[] = []
  for (const section of sections)
    added.push(...[await section(db, commune)].filter((one) => one !== null))
  return {
    commune,
    added,
    departmentName: departments.find(({ code }) => code === commune.departmentCode)?.name ?? '',
    profile: await findProfile(db, commune.id),
    arrondissements: await listArrondissements(db, commune.id),
    uses: await listUsesOfCommune(db, commune.id),
  }
}

function ShowCommune({ commune, departmentName, profile, arrondissements, uses, added }: Shown) {
  return (
    <Page
      title={commune.name}
      kicker={t('Commune, {department}', { department: departmentName })}
      breadcrumbs={[{ label: 'Communes', href: '/communes' }]}
    >
      <DefinitionList items={listIdentity(commune)} />
      <h2>{t('Les moyens numériques')}</h2>
      <DefinitionList items={listMeans(profile)} />
      <h2>{t('Les solutions utilisées')}</h2>
      {uses.length === 0 ? (
        <p>{t('La commune n’a encore confirmé l’usage d’aucune solution.')}</p>
      ) : (
        <CardList>
          {uses.map((use) => (
            <Card
              key={use.slug}
              title={use.name}
              href={`/solutions/${use.slug}`}
              meta={use.startupName}
            >
              {use.since && <p>{t('Depuis le {date}', { date: formatDate(use.since) })}</p>}
              {use.stars !== null && <Stars value={use.stars} />}
            </Card>
          ))}
        </CardList>
      )}
      {added.map((render) => render())}
      <Details summary={t('Les {count} arrondissements', { count: arrondissements.length })}>
        <ul>
          {arrondissements.map(({ name, population }) => (
            <li key={name}>
              {name} ({formatNumber(population)})
            </li>
          ))}
        </ul>
      </Details>
      <p class="meta">
        {t(
          'Population, ménages et arrondissements : recensement de 2013 (RGPH-4, INStaD). Catégorie : décret 2022-320 du 1er juin 2022, d’après la presse.',
        )}
      </p>
    </Page>
  )
}

function listIdentity(commune: Commune) {
  return [
    { term: 'Code', value: commune.code },
    {
      term: 'Catégorie',
      value: t('{category}, depuis le {date}', {
        category: t(categoryLabels[commune.category as keyof typeof categoryLabels]),
        date: formatDate(commune.categorySince),
      }),
    },
    {
      term: 'Population',
      value: t('{count} habitants en {year}', {
        count: formatNumber(commune.population),
        year: String(commune.populationYear),
      }),
    },
    { term: 'Ménages', value: formatNumber(commune.households) },
    { term: 'Villages et quartiers', value: formatNumber(commune.villages) },
    ...(commune.aliases.length > 0
      ? [{ term: 'Autre nom', value: commune.aliases.join(', ') }]
      : []),
  ]
}

/** What nobody filled in is said to be unknown, never left out. */
function listMeans(profile: CommuneProfile | undefined) {
  const unknown = t('Inconnu : la commune ne l’a pas encore indiqué')
  const say = (value: string | null | undefined) => value ?? unknown
  const power = profile?.hasBackupPower
  return [
    {
      term: 'Connexion de la mairie',
      value: say(
        profile?.connectivity &&
          t(connectivityLabels[profile.connectivity as keyof typeof connectivityLabels]),
      ),
    },
    { term: 'Postes de travail', value: say(profile?.workstations?.toString()) },
    { term: 'Agents informaticiens', value: say(profile?.itStaff?.toString()) },
    {
      term: 'Énergie de secours',
      value: power === null || power === undefined ? unknown : t(power ? 'Oui' : 'Non'),
    },
    {
      term: 'Langues de travail',
      value: say(
        profile?.languages.map((code) => t(languageLabels[code] ?? code)).join(', ') || null,
      ),
    },
    ...(profile?.website
      ? [
          {
            term: 'Site',
            value: (
              <a href={profile.website} rel="noreferrer">
                {profile.website}
              </a>
            ),
          },
        ]
      : []),
  ]
}
