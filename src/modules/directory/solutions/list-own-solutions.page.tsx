/** Every solution of the company, whatever its status. */
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  Time,
} from '#web/components/index.tsx'
import { ownStartupId } from '../startups/startup.queries.ts'
import { StatusTag } from '../verification/file-status.view.tsx'
import { startupPeople } from '../verification/verification.policy.ts'
import { listStartupSolutions } from './solution.queries.ts'
import type { Solution } from './solution.schema.ts'

export const listOwnSolutionsPage = page('/espace/solutions', {
  load: (_params, { db, actor }: Context) => listStartupSolutions(db, ownStartupId(actor)),
  allow: startupPeople,
  view: (solutions) => <ListOwnSolutions solutions={solutions} />,
})

function ListOwnSolutions({ solutions }: { solutions: readonly Solution[] }) {
  return (
    <Page title="Mes solutions" breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}>
      {solutions.length === 0 ? (
        <EmptyState
          title="Aucune solution pour le moment"
          action={{ label: 'Présenter une solution', href: '/espace/solutions/nouvelle' }}
        >
          <p>{t('Une solution vérifiée paraît dans le catalogue que lisent les communes.')}</p>
        </EmptyState>
      ) : (
        <>
          <Actions>
            <ButtonLink href="/espace/solutions/nouvelle">Présenter une solution</ButtonLink>
          </Actions>
          <CardList>
            {solutions.map((solution) => (
              <SolutionCard key={solution.id} {...solution} />
            ))}
          </CardList>
        </>
      )}
    </Page>
  )
}

function SolutionCard({ id, name, summary, status, updatedAt }: Solution) {
  return (
    <Card
      title={name}
      href={`/espace/solutions/${id}`}
      tags={<StatusTag status={status} />}
      meta={
        <>
          {t('Modifiée le')} <Time at={updatedAt} dayOnly />
        </>
      }
    >
      {summary && <p>{summary}</p>}
    </Card>
  )
}
