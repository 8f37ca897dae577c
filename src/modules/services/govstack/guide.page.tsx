/** How a system plugs in: the addresses, the key, what it may do and what it may never. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, Page, Table } from '#web/components/index.tsx'
import { type Operation, operations, prefix } from './operation.lists.ts'

export const guidePage = page(prefix, {
  load: (_, { platform }) => platform.config.origin,
  allow: everyone,
  isPublic: true,
  view: (origin) => (
    <Page
      title="Brancher un système sur les démarches"
      lead="Un logiciel lit les démarches ouvertes, dépose des demandes, suit leur avancement et fait une part du travail de la mairie. Les adresses sont celles du bloc « Registration » de GovStack."
      breadcrumbs={[{ label: 'Démarches', href: '/demarches' }]}
      wide
    >
      <Beginning origin={origin} />
      <Operations />
      <Filing />
      <Refusals />
      <NeverDone />
    </Page>
  ),
})

function Beginning({ origin }: { readonly origin: string }) {
  return (
    <section class="part">
      <h2>{t('Pour commencer')}</h2>
      <p>
        {t('Les démarches et leurs formulaires se lisent sans clé. Essayez :')}{' '}
        <a href={`${prefix}/services`}>{t('les démarches ouvertes')}</a>.
      </p>
      <p>
        {t(
          'Pour le reste, la commune crée une clé dans « Mon espace », avec les droits qu’il faut. Chaque appel la porte :',
        )}
      </p>
      <p>
        <code class="hash">
          {`curl -H "Authorization: Bearer cauri_…" ${origin}${prefix}/applications`}
        </code>
      </p>
      <p>
        {t('La description complète, pour les outils :')}{' '}
        <a href={`${prefix}/openapi.json`}>openapi.json</a>{' '}
        {t('(OpenAPI 3.1, tirée des règles qui vérifient ce qui est envoyé).')}
      </p>
    </section>
  )
}

function Operations() {
  return (
    <section class="part">
      <h2>{t('Les adresses')}</h2>
      <Table
        caption="Les adresses"
        isCaptionHidden
        columns={[
          { key: 'path', label: 'Adresse' },
          { key: 'summary', label: 'Ce qu’elle fait' },
          { key: 'scope', label: 'Droit de la clé' },
        ]}
        rows={Object.values<Operation>(operations).map(({ method, path, summary, scope }) => ({
          path: (
            <code class="hash">
              {method} {path.replace(/:(\w+)/g, '{$1}')}
            </code>
          ),
          summary: t(summary),
          scope: scope ? <code>{scope}</code> : t('Aucun'),
        }))}
      />
      <p>
        {t(
          'Une liste rend cinquante lignes, cent au plus avec maxResult ; l’en-tête Link donne la page suivante.',
        )}
      </p>
    </section>
  )
}

function Filing() {
  return (
    <section class="part">
      <h2>{t('Déposer et suivre une demande')}</h2>
      <ol>
        <li>
          {t(
            'Lisez le formulaire : son schéma (JSON Schema 2020-12) dit les questions, les choix et leurs conditions.',
          )}
        </li>
        <li>{t('Envoyez chaque document, et gardez son documentId.')}</li>
        <li>
          {t(
            'Déposez la demande avec un en-tête Idempotency-Key : renvoyée après une coupure, elle n’est reçue qu’une fois.',
          )}
        </li>
        <li>
          {t(
            'Suivez son état. SENDBACK veut dire que la mairie attend des compléments : completionAsked dit lesquels, et PUT les envoie.',
          )}
        </li>
      </ol>
      <p>
        {t(
          'Les réponses passent par les mêmes règles que le formulaire en ligne. applicantId est un identifiant à vous : jamais un nom, un téléphone ou un NPI.',
        )}
      </p>
      <p>
        {t(
          'L’en-tête Information-Mediator-Client (INSTANCE/CLASSE/MEMBRE/SOUS-SYSTÈME) dit par qui la demande passe. Il est noté et ne prouve rien : la clé seule ouvre.',
        )}
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
          'La réponse est du type application/problem+json : detail dit quoi faire, errors nomme chaque champ.',
        )}
      </p>
      <DefinitionList
        items={[
          { term: '400', value: t('Ce qui est envoyé n’a pas la forme attendue.') },
          { term: '401', value: t('La clé manque, n’existe pas, a expiré ou a été révoquée.') },
          { term: '403', value: t('La clé n’a pas ce droit, ou l’organisation est suspendue.') },
          { term: '404', value: t('Rien à cette adresse, ou ce n’est pas à votre commune.') },
          { term: '409', value: t('La situation a changé : relisez avant de recommencer.') },
          { term: '422', value: t('Des réponses manquent ou sont à corriger.') },
          { term: '429', value: t('Trop d’appels : attendez le délai de l’en-tête Retry-After.') },
        ]}
      />
    </section>
  )
}

function NeverDone() {
  return (
    <section class="part">
      <h2>{t('Ce qu’un système ne fait jamais')}</h2>
      <p>
        {t(
          'Proposer une décision, la prendre, signer un acte, encaisser ou rembourser : cela reste aux personnes de la mairie. Ce qu’un système fait est noté au nom de sa clé.',
        )}
      </p>
    </section>
  )
}
