/** The procedures of the commune: those that are open, suspended, and still being written. */
import { communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  Tag,
} from '#web/components/index.tsx'
import { listOwn, type OwnProcedure } from '../procedures/procedure.queries.ts'
import { statusLabels, statusTones } from './editor.labels.ts'

export const listOwnProceduresPage = page('/espace/demarches', {
  load: (_, { db, actor }) => listOwn(db, getOrganisationId(actor)),
  allow: (actor) => worksForA(actor, 'commune', ...communeTeam),
  view: (procedures) => <OwnProcedures procedures={procedures} />,
})

function OwnProcedures({ procedures }: { readonly procedures: readonly OwnProcedure[] }) {
  return (
    <Page
      title="Les démarches de la commune"
      lead="Ce que les habitants peuvent demander, avec les questions que la commune leur pose."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {procedures.length === 0 ? (
        <EmptyState title="Aucune démarche pour le moment">
          <p>
            {t(
              'Partez d’un modèle prêt : adaptez-le, essayez-le, publiez-le. La démarche paraît aussitôt.',
            )}
          </p>
        </EmptyState>
      ) : (
        <CardList>
          {procedures.map((procedure) => (
            <ProcedureCard key={procedure.id} procedure={procedure} />
          ))}
        </CardList>
      )}
      <Actions>
        <ButtonLink href="/espace/demarches/nouvelle">Ouvrir une démarche</ButtonLink>
        <ButtonLink kind="quiet" href="/espace/demarches/importer">
          Importer un fichier
        </ButtonLink>
      </Actions>
    </Page>
  )
}

function ProcedureCard({ procedure }: { readonly procedure: OwnProcedure }) {
  const { id, title, status, revision, updatedAt } = procedure
  return (
    <Card
      title={title}
      href={`/espace/demarches/${id}`}
      tags={<Tag tone={statusTones[status]}>{statusLabels[status]}</Tag>}
      meta={
        revision === 0
          ? t('Commencée le {date}', { date: formatDate(updatedAt) })
          : t('Version {number}, changée le {date}', {
              number: revision,
              date: formatDate(updatedAt),
            })
      }
    />
  )
}
