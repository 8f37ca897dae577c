import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Page } from '../components/index.tsx'

export const accessibilityPage = page('/aide/accessibilite', {
  load: () => null,
  allow: everyone,
  isPublic: true,
  view: () => <Accessibility />,
})

const promises = [
  'Toutes les pages se lisent et s’utilisent au clavier, et avec un lecteur d’écran.',
  'Les couleurs ne portent jamais seules une information : un mot, un signe ou un chiffre la redit.',
  'Les textes sont contrastés, pour un petit téléphone en plein soleil comme la nuit : l’affichage sombre suit le réglage de votre appareil.',
  'Les pages tiennent sur un écran étroit sans défilement de côté, et supportent un agrandissement à 400 %.',
  'Tout fonctionne sans JavaScript, sur un réseau lent : une page publique pèse environ 14 ko, styles et scripts compris.',
  'Les messages d’erreur disent quoi faire, et ce que vous avez écrit est conservé.',
]

function Accessibility() {
  return (
    <Page
      title="Accessibilité"
      lead="Cauri doit servir à chacun, quel que soit son appareil, sa vue ou son réseau."
      breadcrumbs={[{ label: 'Aide', href: '/aide' }]}
    >
      <p>{t('La référence suivie est WCAG 2.2, niveau AA. Voici ce que nous nous imposons :')}</p>
      <ul>
        {promises.map((promise) => (
          <li key={promise}>{t(promise)}</li>
        ))}
      </ul>
      <h2>{t('État de conformité')}</h2>
      <p>
        {t(
          'Les pages sont contrôlées par un outil automatique à chaque modification. Un audit par des personnes handicapées et par un organisme indépendant reste à faire : le niveau de conformité est donc à confirmer.',
        )}
      </p>
      <h2>{t('Signaler une difficulté')}</h2>
      <p>
        {t(
          'Dites au secrétariat de l’ANCB quelle page vous gêne et avec quel appareil (coordonnées à confirmer). Une réponse vous est due même si la correction prend du temps.',
        )}
      </p>
      <p>
        <a href="/aide/composants">{t('Voir tous les composants des pages')}</a>
      </p>
    </Page>
  )
}
