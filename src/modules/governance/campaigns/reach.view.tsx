/** Whom a campaign would reach, and whom it did: counted by means and by outcome, then commune by commune. */
import { formatDate, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Details, EmptyState, Figure, Grid, Table } from '#web/components/index.tsx'
import type { Outcome, Result } from './delivery.queries.ts'
import type { Reach } from './load-audience.ts'

export function CampaignReach({ reach }: { reach: Reach & { readonly names: readonly string[] } }) {
  const { communes, people, byMeans, refused, unreachable, names } = reach
  return (
    <section>
      <h2>{t('Qui elle toucherait aujourd’hui')}</h2>
      <Grid>
        <Figure value={communes} label="Communes" />
        <Figure value={people} label="Personnes jointes" />
        <Figure value={byMeans.email} label="Par e-mail" />
        <Figure value={byMeans.sms} label="Par SMS" />
        <Figure value={refused} label="Qui n’en veulent pas" />
        <Figure value={unreachable} label="Sans adresse pour ces moyens" />
      </Grid>
      {communes === 0 ? (
        <EmptyState title="Aucune commune ne remplit ces conditions" />
      ) : (
        <Details summary="Les communes">
          <p>{names.join(', ')}</p>
        </Details>
      )}
    </section>
  )
}

const outcomeLabels: Readonly<Record<Outcome, string>> = {
  waiting: 'En attente',
  queued: 'En route',
  sent: 'Partis',
  failed: 'En échec',
  refused: 'Qui n’en veulent pas',
  unreachable: 'Sans adresse pour ces moyens',
  stopped: 'Arrêtés à temps',
}

type NamedResult = Result & { readonly names: ReadonlyMap<string, string> }

export function CampaignResult({ result: { counts, communes, names } }: { result: NamedResult }) {
  const opened = communes.filter(({ openedAt }) => openedAt !== null).length
  return (
    <section>
      <h2>{t('Ce qu’elle est devenue')}</h2>
      <Grid>
        {[...counts].map(([outcome, people]) => (
          <Figure key={outcome} value={people} label={outcomeLabels[outcome]} />
        ))}
        <Figure value={opened} label="Communes qui ont ouvert le lien" />
      </Grid>
      <p class="soft">
        {t(
          'Les messages se comptent par personne. Les ouvertures se comptent par commune, jamais par personne.',
        )}
      </p>
      <Table
        caption="Commune par commune"
        columns={[
          { key: 'commune', label: 'Commune' },
          { key: 'people', label: 'Personnes', numeric: true },
          { key: 'sent', label: 'Messages partis', numeric: true },
          { key: 'opened', label: 'Lien ouvert le' },
        ]}
        rows={communes.map(({ communeId, people, sent, openedAt }) => ({
          commune: names.get(communeId) ?? '',
          people: formatNumber(people),
          sent: formatNumber(sent),
          opened: openedAt ? formatDate(openedAt) : '—',
        }))}
      />
    </section>
  )
}
