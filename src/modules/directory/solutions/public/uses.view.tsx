/** Who uses a solution: confirmed by communes on one side, announced by its vendor on the other, never mixed. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Stars } from '#web/components/index.tsx'
import type { SolutionUse } from '../../deployments/deployment.queries.ts'

export function Uses({ uses }: { uses: readonly SolutionUse[] }) {
  const confirmed = uses.filter(({ status }) => status === 'confirmed')
  const claimed = uses.filter(({ status }) => status === 'claimed')
  return (
    <section>
      <h2>{t('Qui l’utilise')}</h2>
      <h3>{t('Confirmé par les communes')}</h3>
      {confirmed.length === 0 ? (
        <p>{t('Aucune commune ne l’a encore confirmé.')}</p>
      ) : (
        <ul class="rows">
          {confirmed.map((use) => (
            <ConfirmedUse key={use.id} use={use} />
          ))}
        </ul>
      )}
      {claimed.length > 0 && (
        <>
          <h3>{t('Annoncé par la startup, pas encore confirmé')}</h3>
          <p>{claimed.map(({ communeName }) => communeName).join(', ')}</p>
        </>
      )}
    </section>
  )
}

function ConfirmedUse({ use }: { use: SolutionUse }) {
  const isShown = use.stars !== null && use.hiddenAt === null
  return (
    <li>
      <a href={`/communes/${use.communeSlug}`}>{use.communeName}</a>
      {use.since && <> {t('depuis le {date}', { date: formatDate(use.since) })}</>}
      {use.scope && <> ({use.scope})</>}
      {isShown && (
        <>
          {' '}
          <Stars value={use.stars ?? 0} />
          <p class="prose">{use.comment}</p>
          {use.reply && (
            <p class="prose">
              <strong>{t('Réponse de la startup :')}</strong> {use.reply}
            </p>
          )}
        </>
      )}
    </li>
  )
}
