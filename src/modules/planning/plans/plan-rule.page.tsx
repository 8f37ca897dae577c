/** How the calendar of a plan is reckoned: the rule, in words anybody can follow. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Page } from '#web/components/index.tsx'

export const planRulePage = page('/schemas-directeurs/calendrier', {
  load: () => null,
  allow: everyone,
  isPublic: true,
  view: () => <PlanRule />,
})

function PlanRule() {
  return (
    <Page
      title="Comment le calendrier est calculé"
      lead="La même règle pour toutes les communes : les mêmes données donnent toujours le même calendrier."
      breadcrumbs={[{ label: 'Schémas directeurs', href: '/schemas-directeurs' }]}
    >
      <h2>{t('Quelles actions')}</h2>
      <p>
        {t(
          'Le diagnostic appelle les actions de la bibliothèque : celles dont l’axe est sous le seuil, celles que l’écart de connexion demande, et le socle que le modèle demande à toute commune de la catégorie. Une solution déjà en usage confirmé n’est pas achetée de nouveau.',
        )}
      </p>
      <h2>{t('Ce que vaut une action')}</h2>
      <p>
        {t(
          'Chaque dixième de niveau gagné sur un axe compte d’autant plus que la commune y est bas : il est multiplié par ce qui reste à monter jusqu’à 5. La somme sur les axes fait les points de l’action. Elle rapporte ses points pour chaque année où elle est en service, celle où elle finit comprise.',
        )}
      </p>
      <h2>{t('Ce qu’un calendrier respecte')}</h2>
      <ul>
        <li>
          {t(
            'Aucune année ne coûte plus que son enveloppe. L’investissement se répartit sur les années de travaux ; le fonctionnement pèse sur chaque année suivante.',
          )}
        </li>
        <li>
          {t('Aucune action ne commence avant l’année où finissent celles dont elle a besoin.')}
        </li>
        <li>{t('Aucune action ne commence si elle ne peut finir dans le plan.')}</li>
        <li>{t('Le socle passe avant tout le reste.')}</li>
        <li>{t('Une action dont vous gardez les années ne bouge pas.')}</li>
      </ul>
      <h2>{t('Lequel est choisi')}</h2>
      <p>
        {t(
          'Parmi tous les calendriers possibles, celui qui rapporte le plus de points. Un premier calendrier est dressé, puis amélioré ; la recherche s’arrête quand elle a la preuve qu’aucun autre ne rapporte plus, ou, pour les plus grands plans, après 60 000 essais. Sur les petits plans, le résultat est comparé à tous les calendriers possibles dans nos essais.',
        )}
      </p>
      <p>
        {t(
          'Le calcul propose. La commune déplace, ajoute ou retire ce qu’elle veut : ses choix sont gardés.',
        )}
      </p>
    </Page>
  )
}
