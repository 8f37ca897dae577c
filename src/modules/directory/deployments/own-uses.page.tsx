/** The commune's side: the solutions it uses, the claims that await its word. */
import { getOrganisationId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  Stars,
  Tag,
} from '#web/components/index.tsx'
import { deploymentLabels } from '../labels.ts'
import { useTones } from './deployment.labels.ts'
import { mayDeclareUse } from './deployment.policy.ts'
import { type CommuneUse, listOwnUses } from './deployment.queries.ts'

export const ownUsesPath = '/espace/utilisations'

export const ownUsesPage = page(ownUsesPath, {
  load: (_, { db, actor }) => listOwnUses(db, getOrganisationId(actor)),
  allow: mayDeclareUse,
  view: (uses) => (
    <Page
      title="Solutions utilisées par la commune"
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {uses.length === 0 ? (
        <EmptyState title="Aucune utilisation connue">
          <p>
            {t(
              'Ouvrez la page d’une solution que la commune utilise, et dites-le : les autres communes en profiteront.',
            )}{' '}
            <a href="/solutions">{t('Voir les solutions')}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <CardList>
            {uses.map((use) => (
              <UseCard key={use.id} use={use} />
            ))}
          </CardList>
          <p>
            {t('La commune en utilise une autre ? Dites-le sur la page de la solution.')}{' '}
            <a href="/solutions">{t('Voir les solutions')}</a>
          </p>
        </>
      )}
    </Page>
  ),
})

function UseCard({ use }: { use: CommuneUse }) {
  const { solutionName, solutionSlug, startupName, status, since, scope, answerNote } = use
  return (
    <Card
      title={solutionName}
      href={`/solutions/${solutionSlug}`}
      tags={<Tag tone={useTones[status]}>{t(deploymentLabels[status])}</Tag>}
      meta={[startupName, since && t('depuis le {date}', { date: formatDate(since) })]
        .filter(Boolean)
        .join(', ')}
    >
      {scope && <p>{scope}</p>}
      {answerNote && <p class="meta">{t('Motif : {reason}', { reason: answerNote })}</p>}
      {use.stars !== null && <Opinion {...use} stars={use.stars} />}
      <UseActs use={use} />
    </Card>
  )
}

function Opinion({ stars, reply, hiddenReason }: CommuneUse & { stars: number }) {
  return (
    <>
      <p>
        <Stars value={stars} />
      </p>
      {hiddenReason && (
        <p class="meta">
          {t('Avis masqué par l’association. Motif : {reason}', { reason: hiddenReason })}
        </p>
      )}
      {reply && (
        <p class="prose">
          <strong>{t('Réponse de la startup :')}</strong> {reply}
        </p>
      )}
    </>
  )
}

function UseActs({ use }: { use: CommuneUse }) {
  const base = `${ownUsesPath}/${use.id}`
  const isConfirmed = use.status === 'confirmed'
  return (
    <Actions>
      {!isConfirmed && (
        <ActionButton
          action={`${base}/confirmer`}
          label={use.status === 'ended' ? 'Nous l’utilisons de nouveau' : 'Confirmer'}
          kind="quiet"
        />
      )}
      {use.status === 'claimed' && (
        <ButtonLink href={`${base}/contester`} kind="quiet">
          Contester
        </ButtonLink>
      )}
      {isConfirmed && (
        <ButtonLink href={`${base}/avis`} kind="quiet">
          {use.stars === null ? 'Donner un avis' : 'Changer l’avis'}
        </ButtonLink>
      )}
      {isConfirmed && (
        <ButtonLink href={`${base}/terminer`} kind="quiet">
          Ne plus utiliser
        </ButtonLink>
      )}
    </Actions>
  )
}
