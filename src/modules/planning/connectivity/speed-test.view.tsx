/** The measurement by the browser: hidden until its script runs; without it, what to do instead is said. */
import { formatSize } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'
import { Button, Hidden, Notice } from '#web/components/index.tsx'
import { Island } from '#web/components/island/island.tsx'
import { bytesOf, type SpeedPlan, sizesOf, speedPlans } from './speed-test.rules.ts'

const planLabels: Readonly<Record<SpeedPlan['key'], string>> = {
  light: 'Économe : {size} au plus, pour un forfait compté ou une 2G',
  usual: 'Ordinaire : {size} au plus',
  fast: 'Rapide : {size} au plus, pour une fibre ou un faisceau hertzien',
}

export function SpeedTest() {
  return (
    <>
      <p>
        {t(
          'Mesurez depuis le lieu lui-même, par la connexion à mesurer, sans autre téléchargement en cours.',
        )}
      </p>
      <noscript>
        <Notice kind="info" title="Mesure par un autre outil">
          <p>
            {t(
              'Ce navigateur n’exécute pas de scripts : Cauri ne peut pas mesurer lui-même. Relevez les chiffres d’un autre outil (l’application de votre opérateur, un site de mesure) et écrivez-les ci-dessous.',
            )}
          </p>
        </Notice>
      </noscript>
      <form class="speed" data-speed hidden {...series()} {...words()}>
        <Hidden name="_csrf" value={useView().csrfToken()} />
        <fieldset class="field">
          <legend>{t('Combien la mesure peut-elle consommer ?')}</legend>
          {speedPlans.map((plan) => (
            <label key={plan.key} class="choice">
              <input
                type="radio"
                name="plan"
                value={`${plan.downSteps} ${plan.upSteps}`}
                checked={plan.key === 'light'}
              />
              <span>{t(planLabels[plan.key], { size: formatSize(bytesOf(plan)) })}</span>
            </label>
          ))}
        </fieldset>
        <Button>Mesurer maintenant</Button>
        <p role="status" data-progress />
      </form>
      <Island name="speed-test.js" />
    </>
  )
}

const base = '/espace/connectivite/mesure'

function series() {
  return {
    'data-latency': `${base}/latence`,
    'data-download': `${base}/descendant`,
    'data-upload': `${base}/montant`,
    'data-sizes': sizesOf(9).join(' '),
  }
}

function words() {
  return {
    'data-measuring': t('Mesure en cours…'),
    'data-latency-label': t('Latence'),
    'data-down-label': t('Débit descendant'),
    'data-up-label': t('Débit montant'),
    'data-done': t('Mesure terminée. Vérifiez les chiffres ci-dessous, puis gardez-les.'),
    'data-failed': t(
      'La mesure n’a pas abouti. Réessayez plus tard, ou saisissez les chiffres d’un autre outil.',
    ),
    'data-limited': t('Trop de mesures depuis une heure avec ce compte. Réessayez plus tard.'),
  }
}
