/** On every page while somebody of the association acts for a commune: for whom, until when, and how to stop. */
import { afterOf } from '#platform/elision.rules.ts'
import { formatTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'
import { Hidden } from '../components/hidden/hidden.tsx'

export function AssistanceBanner() {
  const { actor, csrfToken } = useView()
  const { assistance, organisation } = actor
  if (!assistance || !organisation) return null
  return (
    <section class="assisting" aria-label={t('Assistance en cours')}>
      <form class="wrap wide" method="post" action={`/espace/assistances/${assistance.id}/arreter`}>
        <Hidden name="_csrf" value={csrfToken()} />
        <p>
          <b>
            {t('Vous agissez pour le compte de la commune {ofCommune}', {
              ofCommune: afterOf(organisation.name),
            })}
          </b>{' '}
          {t('jusqu’à {time}. Vous rédigez et répondez ; elle décide.', {
            time: formatTime(assistance.endsAt),
          })}
        </p>
        <button class="btn quiet" type="submit">
          {t('Arrêter l’assistance')}
        </button>
      </form>
    </section>
  )
}
