/** The gap of a whole commune: how many sites lack what they need, what it costs over three years, and on which assumptions. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Details, Figure, Grid } from '#web/components/index.tsx'
import type { ConnectivityGap } from './gap.types.ts'

export function GapSummary({ gap }: { gap: ConnectivityGap }) {
  const { sites, unmet, unknown, setUpCost, yearlyCost, costOverThreeYears } = gap
  const met = sites.length - unmet - unknown
  return (
    <>
      <Grid>
        <Figure
          value={met}
          label={t('{count, plural, one {lieu au niveau} other {lieux au niveau}}', { count: met })}
        />
        <Figure
          value={unmet}
          label={t(
            '{count, plural, one {lieu sous le niveau requis} other {lieux sous le niveau requis}}',
            { count: unmet },
          )}
        />
        <Figure
          value={unknown}
          label={t('{count, plural, one {lieu à mesurer} other {lieux à mesurer}}', {
            count: unknown,
          })}
        />
        <Figure value={formatMoney(costOverThreeYears)} label="pour combler l’écart, sur 3 ans" />
      </Grid>
      {costOverThreeYears > 0 && (
        <p>
          {t('Soit {setUp} de mise en place, puis {yearly} par an.', {
            setUp: formatMoney(setUpCost),
            yearly: formatMoney(yearlyCost),
          })}{' '}
          {t('Ce que coûtent les connexions d’aujourd’hui n’est pas déduit.')}
        </p>
      )}
      {gap.assumptions.length > 0 && (
        <Details summary="Les hypothèses de ce calcul">
          <ul>
            {gap.assumptions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            <a href="/connectivite/hypotheses">{t('Toutes les hypothèses et leurs sources')}</a>
          </p>
        </Details>
      )}
    </>
  )
}
