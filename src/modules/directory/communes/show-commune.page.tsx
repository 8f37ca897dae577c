/** A commune's public page: who it is, what it has, what it uses, and what later modules know of it. */
import type { VNode } from 'preact'
import type { Db } from '#platform/database.ts'
import { formatDate, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  DefinitionList,
  Details,
  Page,
  Stars,
} from '#web/components/index.tsx'
import { type ConfirmedUse, listUsesOfCommune } from '../deployments/deployment.queries.ts'
import { mayEditProfile } from './commune.policy.ts'
import {
  type Commune,
  type CommuneProfile,
  findProfile,
  getCommuneBySlug,
  listArrondissements,
  listDepartments,
} from './commune.queries.ts'
import { listIdentity, listMeans } from './commune-facts.tsx'

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
    view: (shown, { actor }) => (
      <ShowCommune {...shown} isOwn={mayEditProfile(actor, shown.commune)} />
    ),
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

function ShowCommune({
  commune,
  departmentName,
  profile,
  arrondissements,
  uses,
  added,
  isOwn,
}: Shown & { isOwn: boolean }) {
  return (
    <Page
      title={commune.name}
      kicker={t('Commune, {department}', { department: departmentName })}
      breadcrumbs={[{ label: 'Communes', href: '/communes' }]}
    >
      <DefinitionList items={listIdentity(commune)} />
      <h2>{t('Les moyens numériques')}</h2>
      <DefinitionList items={listMeans(profile)} />
      {profile && (
        <p class="meta">
          {t('Déclaré par la commune, mis à jour le {date}.', {
            date: formatDate(profile.updatedAt),
          })}
        </p>
      )}
      {isOwn && (
        <Actions>
          <ButtonLink href="/espace/commune" kind="quiet">
            {profile ? 'Mettre à jour' : 'Indiquer les moyens de la commune'}
          </ButtonLink>
        </Actions>
      )}
      <h2>{t('Les solutions utilisées')}</h2>
      <Uses uses={uses} />
      {added.map((render) => render())}
      <Arrondissements arrondissements={arrondissements} />
      <p class="meta">
        {t(
          'Population, ménages et arrondissements : recensement de 2013 (RGPH-4, INStaD). Catégorie : décret 2022-320 du 1er juin 2022, d’après la presse.',
        )}
      </p>
    </Page>
  )
}

function Uses({ uses }: Pick<Shown, 'uses'>) {
  if (uses.length === 0)
    return <p>{t('La commune n’a encore confirmé l’usage d’aucune solution.')}</p>
  return (
    <CardList>
      {uses.map(({ slug, name, startupName, since, stars }) => (
        <Card key={slug} title={name} href={`/solutions/${slug}`} meta={startupName} level={3}>
          {since && <p>{t('Depuis le {date}', { date: formatDate(since) })}</p>}
          {stars !== null && <Stars value={stars} />}
        </Card>
      ))}
    </CardList>
  )
}

function Arrondissements({ arrondissements }: Pick<Shown, 'arrondissements'>) {
  return (
    <Details
      summary={t('{count, plural, one {L’arrondissement} other {Les # arrondissements}}', {
        count: arrondissements.length,
      })}
    >
      <ul>
        {arrondissements.map(({ name, population }) => (
          <li key={name}>
            {t('{name} : {count} habitants', { name, count: formatNumber(population) })}
          </li>
        ))}
      </ul>
    </Details>
  )
}
