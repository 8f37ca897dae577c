/** The library of actions, for everybody; its costs, which the association dates and explains. */
import type { Actor } from '#platform/actor.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Card, CardList, DefinitionList, Page } from '#web/components/index.tsx'
import { axes, axisLabels } from '../axes.ts'
import { CostTable } from './cost-table.view.tsx'
import { getLibraryAction, listCosts, listLibrary } from './library.queries.ts'
import type { LibraryAction, LibraryCost } from './library.schema.ts'
import { nameMechanism } from './plan.labels.ts'

export const libraryPage = page('/schemas-directeurs/actions', {
  load: async (_, { db, now }) => ({ library: await listLibrary(db, toDay(now)) }),
  allow: everyone,
  isPublic: true,
  view: ({ library }) => <Library library={library} />,
})

function Library({ library }: { library: readonly LibraryAction[] }) {
  return (
    <Page
      title="La bibliothèque d’actions"
      lead="Ce qu’une commune peut faire du numérique, axe par axe. Les coûts sont des ordres de grandeur de l’association, à confirmer."
      breadcrumbs={[{ label: 'Schémas directeurs', href: '/schemas-directeurs' }]}
    >
      {axes.map((axis) => (
        <section key={axis}>
          <h2>{t(axisLabels[axis])}</h2>
          <ul>
            {library
              .filter((action) => action.axis === axis)
              .map(({ code, title }) => (
                <li key={code}>
                  <a href={`/schemas-directeurs/actions/${code}`}>{title}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

export interface Shown {
  readonly action: LibraryAction
  readonly library: readonly LibraryAction[]
  readonly costs: readonly LibraryCost[]
}

export async function loadShown({ code }: { code: string }, { db, now }: Context): Promise<Shown> {
  const day = toDay(now)
  return {
    action: await getLibraryAction(db, code, day),
    library: await listLibrary(db, day),
    costs: await listCosts(db, code),
  }
}

export const libraryActionPage = page('/schemas-directeurs/actions/:code', {
  load: loadShown,
  allow: everyone,
  view: (shown, { actor }) => <ShowLibraryAction {...shown} actor={actor} />,
})

function ShowLibraryAction({ action, library, costs, actor }: Shown & { actor: Actor }) {
  return (
    <Page
      title={action.title}
      lead={action.purpose}
      breadcrumbs={[{ label: 'Bibliothèque d’actions', href: '/schemas-directeurs/actions' }]}
    >
      <DefinitionList items={listFacts(action, library)} />
      <h2>{t('Ce qu’elle coûte')}</h2>
      <CostTable brackets={action.cost.brackets} />
      <p class="meta">
        {action.cost.source} {!action.cost.isConfirmed && t('À confirmer.')}
      </p>
      {associationStaff(actor, null) && (
        <p>
          <a href={`/espace/actions-types/${action.code}`}>{t('Dire d’autres coûts')}</a>
        </p>
      )}
      {costs.length > 1 && (
        <>
          <h2>{t('Les coûts au fil du temps')}</h2>
          <CardList>
            {costs.map(({ validFrom, reason, brackets, createdAt }) => (
              <Card
                key={String(createdAt)}
                title={t('Depuis le {date}', { date: formatDate(validFrom) })}
                level={3}
              >
                <p>{reason}</p>
                <CostTable brackets={brackets} />
              </Card>
            ))}
          </CardList>
        </>
      )}
    </Page>
  )
}

function listFacts(action: LibraryAction, library: readonly LibraryAction[]) {
  const titleOf = new Map(library.map(({ code, title }) => [code, title]))
  return [
    { term: 'Axe', value: t(axisLabels[action.axis]) },
    {
      term: 'Durée',
      value: t('{years, plural, one {# an} other {# ans}}', { years: action.durationYears }),
    },
    { term: 'Après', value: action.needs.map((code) => titleOf.get(code)).join(', ') },
    { term: 'Mécanisme envisagé', value: t(nameMechanism(action.mechanism)) },
    { term: 'Se partage entre communes', value: action.isPoolable ? t('Oui') : t('Non') },
    { term: 'Service responsable', value: action.department },
    { term: 'Se mesure par', value: `${action.indicator.label} (${action.indicator.unit})` },
  ]
}
