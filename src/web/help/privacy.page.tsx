import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Page, Table } from '../components/index.tsx'

export const privacyPage = page('/aide/confidentialite', {
  load: () => null,
  allow: everyone,
  isPublic: true,
  view: () => <Privacy />,
})

const kept = [
  [
    'Nom, téléphone, adresse électronique',
    'Vous reconnaître et vous écrire',
    'Tant que le compte existe',
  ],
  [
    'Mot de passe, clés d’accès',
    'Vous connecter ; ils sont gardés sous une forme illisible',
    'Tant que le compte existe',
  ],
  [
    'Appareil et date des connexions',
    'Vous montrer vos connexions et repérer un accès anormal',
    'Durée à confirmer',
  ],
  [
    'Décisions et changements d’état',
    'Garder la preuve de qui a décidé quoi',
    'Durée d’archivage à confirmer',
  ],
  [
    'Réponses, fichiers et messages d’une demande',
    'Examiner ce que vous demandez à une mairie, et vous répondre',
    'Deux ans après la fin de la demande ; durée à confirmer',
  ],
  [
    'Pièce d’identité jointe à une demande',
    'Vérifier qui demande',
    'Effacée dès que la demande est décidée',
  ],
  [
    'Téléphone ou adresse laissés avec un signalement',
    'Vous dire ce que la mairie en fait ; la mairie seule les lit',
    'Trois mois après la fin du signalement ; durée à confirmer',
  ],
  [
    'Texte, photo et position d’un signalement',
    'Régler le problème ; publics seulement une fois relus, la position arrondie',
    'Deux ans après la fin du signalement ; durée à confirmer',
  ],
  [
    'Messages entre communes et startups',
    'Permettre l’échange et en garder la trace',
    'Durée à confirmer',
  ],
] as const

function Privacy() {
  return (
    <Page
      title="Confidentialité"
      lead="Ce que Cauri garde de vous, pourquoi, et comment le corriger."
      breadcrumbs={[{ label: 'Aide', href: '/aide' }]}
    >
      <h2>{t('Ce qui est gardé')}</h2>
      <Table
        caption="Données personnelles conservées"
        isCaptionHidden
        columns={[
          { key: 'what', label: 'Donnée' },
          { key: 'why', label: 'Pourquoi' },
          { key: 'long', label: 'Combien de temps' },
        ]}
        rows={kept.map(([what, why, long]) => ({ what: t(what), why: t(why), long: t(long) }))}
      />
      <h2>{t('Ce qui n’est pas fait')}</h2>
      <ul>
        <li>{t('Aucune publicité, aucun traceur, aucune mesure d’audience par un tiers.')}</li>
        <li>{t('Aucune donnée n’est vendue ni transmise pour un autre usage.')}</li>
        <li>{t('Lire les pages publiques ne demande aucun compte.')}</li>
      </ul>
      <h2>{t('Les cookies')}</h2>
      <p>
        {t(
          'Cauri n’utilise que les cookies nécessaires : votre session, la protection des formulaires, la langue choisie et le message affiché après une action. Ils ne servent à rien d’autre.',
        )}
      </p>
      <h2>{t('Vos droits')}</h2>
      <p>
        {t(
          'Le Code du numérique (loi 2017-20, livre V) vous donne le droit de consulter, de corriger et, dans les cas prévus, de faire effacer vos données. Une partie se corrige dans « Mon espace » ; pour le reste, écrivez au secrétariat de l’ANCB (coordonnées à confirmer). L’autorité de contrôle est l’APDP.',
        )}
      </p>
      <p>{t('Déclaration à l’APDP : à confirmer.')}</p>
    </Page>
  )
}
