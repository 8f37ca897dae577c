/** On a commune's page: how many of its services can be asked for online. */
import type { CommuneSection } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { tallyLevels } from './level.rules.ts'
import { listOffersOfCommune } from './offer.queries.ts'

export const communeServicesSection: CommuneSection = async (db, { id, slug }) => {
  const offers = await listOffersOfCommune(db, id)
  const { offered, digital } = tallyLevels(offers.map(({ level }) => level))
  return () => (
    <section>
      <h2>{t('Les services')}</h2>
      <p>
        {offers.length === 0
          ? t('La commune n’a pas encore dit comment elle rend ses services.')
          : t(
              '{offered, plural, =0 {Aucun service proposé} one {# service proposé} other {# services proposés}}, dont {digital, plural, =0 {aucun ne se demande en ligne} one {# se demande en ligne} other {# se demandent en ligne}}.',
              { offered, digital },
            )}{' '}
        <a href={`/communes/${slug}/services`}>{t('Voir les services')}</a>
      </p>
    </section>
  )
}
