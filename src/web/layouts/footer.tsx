/** The bottom of every page: who answers for it, and in which language to read it. */
import { listLocales, t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'

const links = [
  ['/aide', 'Aide'],
  ['/demarches', 'Démarches'],
  ['/suivi', 'Suivre une demande'],
  ['/signalements', 'Signaler un problème'],
  ['/services', 'Services municipaux'],
  ['/mecanismes', 'Mécanismes de collaboration'],
  ['/cadre-de-collaboration', 'Cadre de collaboration'],
  ['/registre', 'Registre public'],
  ['/planification', 'Où en sont les communes'],
  ['/connectivite', 'Connectivité'],
  ['/sessions', 'Sessions des commissions'],
  ['/recommandations', 'Recommandations'],
  ['/sensibilisation', 'Sensibilisation'],
  ['/donnees', 'Données ouvertes'],
  ['/indicateurs', 'Indicateurs'],
  ['/verifier', 'Vérifier un document'],
  ['/aide/accessibilite', 'Accessibilité'],
  ['/aide/confidentialite', 'Confidentialité'],
  ['/mentions-legales', 'Mentions légales'],
] as const

const languageNames: Readonly<Record<string, string>> = { fr: 'Français', en: 'English' }

export function Footer() {
  const { hasOutboxPage } = useView()
  return (
    <footer class="foot">
      <div class="wrap wide">
        <p>
          <b>Cauri</b>,{' '}
          {t('la plateforme de l’Association nationale des communes du Bénin (ANCB).')}
        </p>
        <p>
          {links.map(([href, label]) => (
            <a key={href} href={href}>
              {t(label)}
            </a>
          ))}
          {hasOutboxPage && <a href="/courrier-sortant">{t('Courrier sortant')}</a>}
          <Languages />
        </p>
        <p>{t('Populations : recensement RGPH-4 (2013), INStaD.')}</p>
      </div>
    </footer>
  )
}

function Languages() {
  const { url, locale } = useView()
  const others = listLocales().filter((one) => one !== locale)
  return others.map((one) => (
    <a
      key={one}
      lang={one}
      hreflang={one}
      rel="nofollow"
      href={`/langue/${one}?suite=${encodeURIComponent(url)}`}
    >
      {languageNames[one] ?? one}
    </a>
  ))
}
