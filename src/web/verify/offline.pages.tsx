/** Checking a paper without a network: a page that asks nobody, the key it checks with, and a file to keep on a phone. */
import { publishSealKey } from '#platform/documents.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, json, page } from '#platform/web.ts'
import { Notice, Page } from '../components/index.tsx'
import { OfflineCheck } from './offline-check.view.tsx'

const loadKey = (_: unknown, { platform }: Context) =>
  JSON.stringify(publishSealKey(platform.secret))

export const offlineCheckPage = page('/verifier/hors-ligne', {
  load: loadKey,
  allow: everyone,
  isPublic: true,
  view: (sealKey) => (
    <Page
      title="Vérifier sans réseau"
      lead="Le grand carré d’un acte porte ce que dit le papier, signé. Cette page vérifie la signature sur votre appareil : rien n’est envoyé."
      islands={['offline-check.js']}
      breadcrumbs={[{ label: 'Vérifier un document', href: '/verifier' }]}
    >
      <noscript>
        <Notice kind="info" title="Cette page a besoin de JavaScript">
          <p>
            {t('Sans lui, vérifiez le document par son code :')}{' '}
            <a href="/verifier">{t('Vérifier un document')}</a>
          </p>
        </Notice>
      </noscript>
      <OfflineCheck sealKey={sealKey} />
      <h2>{t('Là où il n’y a pas de réseau')}</h2>
      <p>
        {t(
          'Gardez ce fichier sur un téléphone ou un ordinateur : il vérifie seul, sans rien demander à personne.',
        )}
      </p>
      <p>
        <button type="button" class="btn quiet" data-keep-verifier hidden>
          {t('Télécharger le vérificateur')}
        </button>
      </p>
      <p class="soft">
        <a href="/verifier/cle.json">{t('La clé publique, pour vérifier autrement')}</a>
      </p>
    </Page>
  ),
})

export const sealKeyEndpoint = endpoint('/verifier/cle.json', {
  load: (_: unknown, { platform }: Context) => publishSealKey(platform.secret),
  allow: everyone,
  reply: (key) => json({ ...key, use: 'sig', alg: 'ES256' }),
})
