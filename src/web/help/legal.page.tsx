import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, Page } from '../components/index.tsx'

export const legalPage = page('/mentions-legales', {
  load: () => null,
  allow: everyone,
  isPublic: true,
  view: () => <Legal />,
})

function Legal() {
  const unknown = t('à confirmer')
  return (
    <Page title="Mentions légales">
      <DefinitionList
        items={[
          { term: 'Propriétaire', value: t('Association nationale des communes du Bénin (ANCB)') },
          { term: 'Siège et coordonnées', value: unknown },
          { term: 'Directeur de la publication', value: unknown },
          { term: 'Hébergeur', value: unknown },
          { term: 'Déclaration à l’APDP', value: unknown },
          { term: 'Licence du logiciel', value: 'EUPL-1.2' },
        ]}
      />
      <h2>{t('Contenus')}</h2>
      <p>
        {t(
          'Les fiches des startups et des solutions sont rédigées par les startups ; les besoins, par les communes. La vérification par l’ANCB porte sur l’identité de l’entreprise, pas sur la qualité de ses produits. Cauri ne remplace pas les procédures de passation des marchés publics.',
        )}
      </p>
      <h2>{t('Sources des données')}</h2>
      <ul>
        <li>{t('Populations et découpage : recensement RGPH-4 (2013), INStaD.')}</li>
        <li>{t('Positions des chefs-lieux : GeoNames, licence CC BY 4.0.')}</li>
        <li>{t('Contour du pays : Natural Earth, domaine public.')}</li>
      </ul>
    </Page>
  )
}
