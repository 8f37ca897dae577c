/** How a program reads Cauri: addresses, keys, quotas, pages, refusals. Each kind of object has a page of its own. */
import { quotas } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, Page, Table } from '#web/components/index.tsx'
import { prefix } from './operation.types.ts'
import { operations } from './operations.lists.ts'
import { resourceLabels, resourceNames } from './resource.labels.ts'
import { publicLimit } from './serve-operation.ts'

export const showGuidePage = page('/api', {
  load: (_, { platform }) => platform.config.origin,
  allow: everyone,
  isPublic: true,
  view: (origin) => (
    <Page
      title="Interface pour les programmes"
      lead="Ce que tout le monde peut lire sur Cauri, un programme le lit aussi : sans clé, sans compte, en JSON."
      description="L’interface publique de Cauri : communes, solutions, besoins, appels, projets, en JSON, avec OpenAPI."
      wide
    >
      <Beginning origin={origin} />
      <Resources />
      <Lists />
      <Keys origin={origin} />
      <Refusals />
      <Elsewhere />
    </Page>
  ),
})

function Beginning({ origin }: { readonly origin: string }) {
  return (
    <section class="part">
      <h2>{t('Pour commencer')}</h2>
      <p>
        <code class="hash">{`curl "${origin}${prefix}/besoins?domaine=markets"`}</code>
      </p>
      <p>
        {t(
          'Chaque objet donne sa propre adresse (url) et sa page pour les personnes (page) ; il nomme les objets liés par les leurs. Une référence ou un nom court ne change pas.',
        )}
      </p>
      <p>
        {t('La description complète, pour les outils :')}{' '}
        <a href={`${prefix}/openapi.json`}>openapi.json</a>{' '}
        {t('(OpenAPI 3.1, tirée des règles qui vérifient chaque demande).')}
      </p>
      <p>
        {t(
          'Rien de personnel n’y passe : ni téléphone, ni adresse, ni nom de personne. Ce qui est public peut être lu depuis n’importe quel site (CORS).',
        )}
      </p>
    </section>
  )
}

function Resources() {
  return (
    <section class="part">
      <h2>{t('Ce qui se lit')}</h2>
      <Table
        caption="Ce qui se lit"
        isCaptionHidden
        columns={[
          { key: 'name', label: 'Objet' },
          { key: 'paths', label: 'Adresses' },
        ]}
        rows={resourceNames.map((name) => ({
          name: <a href={`/api/${name}`}>{t(resourceLabels[name])}</a>,
          paths: (
            <code class="hash">
              {operations
                .filter(({ resource }) => resource === name)
                .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
                .join(' ')}
            </code>
          ),
        }))}
      />
    </section>
  )
}

function Lists() {
  return (
    <section class="part">
      <h2>{t('Les pages d’une liste')}</h2>
      <p>
        {t(
          'Une liste rend cinquante lignes, ou ce que dit limite (cent au plus). links.next donne l’adresse de la page suivante, comme l’en-tête Link ; il est nul à la dernière. Prenez-la telle quelle : rien n’est sauté ni répété quand la liste change entre-temps.',
        )}
      </p>
      <p>
        {t(
          'Chaque réponse porte un ETag. Renvoyez-le dans If-None-Match : si rien n’a changé, la réponse est 304, sans contenu.',
        )}
      </p>
      <p>
        {t(
          'Sans clé, une adresse peut faire relire {points} fois par minute chaque liste ; ce qui n’a pas changé n’est pas compté.',
          { points: publicLimit.points },
        )}
      </p>
    </section>
  )
}

function Keys({ origin }: { readonly origin: string }) {
  return (
    <section class="part">
      <h2>{t('Les clés')}</h2>
      <p>
        {t(
          'Une commune suit ses demandes, une startup ce qui convient à ses solutions : il faut alors une clé. Qui répond de l’organisation la crée dans « Mon espace », avec les droits qu’il faut.',
        )}
      </p>
      <p>
        <code class="hash">
          {`curl -H "Authorization: Bearer cauri_…" ${origin}${prefix}/organisation`}
        </code>
      </p>
      <p>
        {t(
          'Une clé permet {minute} appels par minute et {day} par jour. Les en-têtes RateLimit disent ce qu’il en reste. Elle reste sur votre serveur : ne la mettez ni dans une page, ni dans une application.',
          { minute: quotas.minute.points, day: quotas.day.points },
        )}
      </p>
      <p>
        <a href="/api/organisation">{t('Ce qu’une clé permet de lire')}</a>
      </p>
    </section>
  )
}

function Refusals() {
  return (
    <section class="part">
      <h2>{t('Quand c’est refusé')}</h2>
      <p>
        {t(
          'La réponse est du type application/problem+json (RFC 9457) : detail dit quoi faire, errors nomme chaque paramètre à corriger.',
        )}
      </p>
      <DefinitionList
        items={[
          { term: '400', value: t('Un paramètre n’existe pas, ou sa valeur ne convient pas.') },
          { term: '401', value: t('La clé manque, n’existe pas, a expiré ou a été révoquée.') },
          { term: '403', value: t('La clé n’a pas ce droit, ou l’organisation est suspendue.') },
          { term: '404', value: t('Rien à cette adresse, ou rien de public.') },
          { term: '429', value: t('Trop d’appels : attendez le délai de l’en-tête Retry-After.') },
        ]}
      />
    </section>
  )
}

function Elsewhere() {
  return (
    <section class="part">
      <h2>{t('Les autres portes')}</h2>
      <ul>
        <li>
          <a href="/govstack/registration/v1">{t('Déposer et traiter des demandes (GovStack)')}</a>
        </li>
        <li>
          <a href="/open311/v2/discovery.json">{t('Les signalements (Open311)')}</a>
        </li>
      </ul>
    </section>
  )
}
