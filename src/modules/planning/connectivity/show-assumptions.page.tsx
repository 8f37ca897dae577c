/** What the figures of connectivity stand on: definitions, assumptions with their sources, and what services ask for. */
import { connectivityLabels, listAllEntries, serviceLabels } from '#modules/directory/index.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Page, Table, Tag } from '#web/components/index.tsx'
import {
  assumptionGroupLabels,
  assumptionGroups,
  formatAssumption,
  nameAssumption,
} from './assumption.labels.ts'
import { type Assumption, listAssumptions } from './assumption.queries.ts'
import { listServiceRequirements, type ServiceRequirement } from './requirement.rules.ts'

interface Shown {
  readonly assumptions: readonly Assumption[]
  readonly services: readonly ServiceRequirement[]
}

export const showAssumptionsPage = page('/connectivite/hypotheses', {
  load: async (_, { db, now }: Context): Promise<Shown> => ({
    assumptions: await listAssumptions(db, toDay(now)),
    services: listServiceRequirements(await listAllEntries(db)),
  }),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowAssumptions {...shown} />,
})

function ShowAssumptions({ assumptions, services }: Shown) {
  return (
    <Page
      title="Définitions et hypothèses de la connectivité"
      lead="Avec quoi les niveaux requis, les écarts et leurs coûts sont calculés. L’association peut tout changer, en disant pourquoi."
      breadcrumbs={[{ label: 'Connectivité', href: '/connectivite' }]}
    >
      <Definitions />
      {assumptionGroups.map((group) => (
        <AssumptionTable
          key={group}
          caption={assumptionGroupLabels[group]}
          assumptions={assumptions.filter(({ key }) => key.startsWith(`${group}.`))}
        />
      ))}
      <ServiceTable services={services} />
      <h2>{t('Licence')}</h2>
      <p>
        {t(
          'Les données sont publiques et se réutilisent en citant l’Association nationale des communes du Bénin (CC BY 4.0, à confirmer par l’association). Elles ne nomment personne.',
        )}
      </p>
    </Page>
  )
}

function Definitions() {
  return (
    <>
      <h2>{t('Définitions')}</h2>
      <ul>
        <li>
          {t(
            'Débit et latence d’un lieu : la médiane de ses mesures des 90 derniers jours. Sans mesure, on ne sait pas.',
          )}
        </li>
        <li>
          {t(
            'Disponibilité : la part des 90 derniers jours sans coupure déclarée ; un lieu n’est coupé que quand toutes ses connexions le sont.',
          )}
        </li>
        <li>
          {t(
            'Débit demandé : celui de l’usage du lieu ou, à la mairie et au centre communal de services publics, celui de la solution utilisée qui demande le plus. Une solution qui fonctionne hors ligne ne demande que la 2G.',
          )}
        </li>
        <li>
          {t(
            'Écart : ce que coûte la technologie la moins chère sur 3 ans parmi celles qui arrivent déjà dans la commune, ou le satellite ; et des panneaux solaires là où l’énergie manque.',
          )}
        </li>
      </ul>
    </>
  )
}

interface TableProps {
  readonly caption: string
  readonly assumptions: readonly Assumption[]
}

function AssumptionTable({ caption, assumptions }: TableProps) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: 'Hypothèse' },
        { key: 'value', label: 'Valeur', numeric: true },
        { key: 'since', label: 'Depuis le' },
        { key: 'source', label: 'Source' },
        { key: 'state', label: 'État' },
      ]}
      rows={assumptions.map(({ key, value, validFrom, source, isConfirmed }) => ({
        name: nameAssumption(key),
        value: formatAssumption(key, value),
        since: formatDate(validFrom),
        source,
        state: <ConfirmedTag isConfirmed={isConfirmed} />,
      }))}
    />
  )
}

export function ConfirmedTag({ isConfirmed }: Pick<Assumption, 'isConfirmed'>) {
  return isConfirmed ? <Tag tone="success">Confirmée</Tag> : <Tag tone="warning">À confirmer</Tag>
}

function ServiceTable({ services }: Pick<Shown, 'services'>) {
  const rows = services
    .map((service) => ({ ...service, label: t(serviceLabels[service.service] ?? service.service) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
  return (
    <Table
      caption="La connexion que demande chaque service, d’après les solutions du catalogue"
      columns={[
        { key: 'label', label: 'Service' },
        { key: 'least', label: 'Au moins' },
        { key: 'most', label: 'Au plus' },
        { key: 'solutions', label: 'Solutions', numeric: true },
      ]}
      rows={rows.map(({ label, least, most, solutions }) => ({
        label,
        least: t(connectivityLabels[least]),
        most: t(connectivityLabels[most]),
        solutions,
      }))}
    />
  )
}
