/** Who uses a solution: confirmed by communes on one side, announced by its vendor on the other, never mixed. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { ActionButton, Stars } from '#web/components/index.tsx'
import type { SolutionUse } from '../../deployments/deployment.queries.ts'

interface Props {
  readonly uses: readonly SolutionUse[]
  readonly mayModerate: boolean
}

export function Uses({ uses, mayModerate }: Props) {
  const confirmed = uses.filter(({ status }) => status === 'confirmed')
  const ended = uses.filter(({ status }) => status === 'ended')
  const claimed = uses.filter(({ status }) => status === 'claimed')
  return (
    <section>
      <h2>{t('Qui l’utilise')}</h2>
      <h3>{t('Confirmé par les communes')}</h3>
      {confirmed.length === 0 ? (
        <p>{t('Aucune commune ne l’a encore confirmé.')}</p>
      ) : (
        <UseList uses={confirmed} mayModerate={mayModerate} />
      )}
      {claimed.length > 0 && <Claims uses={claimed} />}
      {ended.length > 0 && (
        <>
          <h3>{t('L’ont utilisée et ne l’utilisent plus')}</h3>
          <UseList uses={ended} mayModerate={mayModerate} />
        </>
      )}
    </section>
  )
}

/** The vendor's word, and nothing more: no rating, no scope. */
function Claims({ uses }: { uses: readonly SolutionUse[] }) {
  return (
    <>
      <h3>{t('Annoncé par la startup, pas encore confirmé')}</h3>
      <p>{uses.map(({ communeName }) => communeName).join(', ')}</p>
    </>
  )
}

function UseList({ uses, mayModerate }: Props) {
  return (
    <ul class="rows">
      {uses.map((use) => (
        <li key={use.id}>
          <a href={`/communes/${use.communeSlug}`}>{use.communeName}</a> {describeUse(use)}
          {use.comment !== null && <Opinion use={use} mayModerate={mayModerate} />}
        </li>
      ))}
    </ul>
  )
}

function describeUse({ since, endedOn, scope, users }: SolutionUse): string {
  return [
    endedOn
      ? t('jusqu’au {date}', { date: formatDate(endedOn) })
      : since && t('depuis le {date}', { date: formatDate(since) }),
    scope,
    users && t('{count, plural, one {# agent} other {# agents}}', { count: users }),
  ]
    .filter(Boolean)
    .join(', ')
}

function Opinion({ use, mayModerate }: { use: SolutionUse; mayModerate: boolean }) {
  if (use.hiddenAt) return mayModerate ? <HiddenOpinion use={use} /> : null
  return (
    <>
      <p>
        <Stars value={use.stars ?? 0} />
        {use.ratedAt && <span class="meta"> {formatDate(use.ratedAt)}</span>}
      </p>
      <p class="prose">{use.comment}</p>
      {use.reply && (
        <p class="prose">
          <strong>{t('Réponse de la startup :')}</strong> {use.reply}
        </p>
      )}
      {mayModerate && <a href={`/espace/avis/${use.id}/masquer`}>{t('Masquer cet avis')}</a>}
    </>
  )
}

function HiddenOpinion({ use }: { use: SolutionUse }) {
  return (
    <>
      <p class="meta">{t('Avis masqué. Motif : {reason}', { reason: use.hiddenReason ?? '' })}</p>
      <ActionButton
        action={`/espace/avis/${use.id}/retablir`}
        label="Rétablir cet avis"
        kind="quiet"
      />
    </>
  )
}
