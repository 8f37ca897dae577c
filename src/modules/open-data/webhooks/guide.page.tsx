/** « Recevoir les événements »: what is sent, how it is signed, what is expected in return. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, Page, Table } from '#web/components/index.tsx'
import { writeEnvelope, writeType } from './envelope.rules.ts'
import { eventKindNames, eventKinds } from './event-kinds.lists.ts'
import { guideAddress } from './receiver-address.ts'
import { mostAttempts } from './retry.rules.ts'
import { logLastsDays } from './webhook.schedules.ts'

export const webhookGuidePage = page(guideAddress, {
  load: (_, { platform }) => platform.config.origin,
  allow: everyone,
  isPublic: true,
  view: (origin) => (
    <Page
      title="Recevoir les événements"
      lead="Votre système donne une adresse ; Cauri y envoie, signé, ce qui vous concerne. Une startup suit les besoins et les appels, une commune ses demandes et ses signalements."
      breadcrumbs={[{ label: 'Aide', href: '/aide' }]}
      wide
    >
      <Beginning />
      <Kinds />
      <Message origin={origin} />
      <Verifying />
      <Expected />
    </Page>
  ),
})

function Beginning() {
  return (
    <section class="part">
      <h2>{t('Pour commencer')}</h2>
      <p>
        {t(
          'Qui répond de l’organisation ouvre « Mon espace », puis « Récepteurs d’événements », donne une adresse en https et choisit ce qu’elle suit. Le secret se montre une fois. « Essayer » envoie un message qui ne dit rien.',
        )}
      </p>
    </section>
  )
}

function Kinds() {
  return (
    <section class="part">
      <h2>{t('Ce que Cauri envoie')}</h2>
      <Table
        caption="Ce que Cauri envoie"
        isCaptionHidden
        columns={[
          { key: 'type', label: 'Type' },
          { key: 'label', label: 'Événement' },
          { key: 'of', label: 'Pour' },
        ]}
        rows={eventKindNames.map((kind) => ({
          type: <code class="hash">{writeType(kind)}</code>,
          label: <KindWords {...eventKinds[kind]} />,
          of: eventKinds[kind].of === 'commune' ? t('Les communes') : t('Les startups'),
        }))}
      />
    </section>
  )
}

function KindWords({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <>
      {t(label)}
      <p class="meta">{t(hint)}</p>
    </>
  )
}

const example = {
  eventId: '019b0000-0000-7000-8000-000000000001',
  kind: 'need.published',
  subject: 'BES-2026-0042',
  details: {
    ...{ reference: 'BES-2026-0042', title: 'Encaisser les droits de place', status: 'published' },
    ...{ commune: 'Glazoué', domains: ['market'], services: [], path: '/besoins/BES-2026-0042' },
  },
  occurredAt: new Date('2026-11-28T09:00:00Z'),
} as const

function Message({ origin }: { readonly origin: string }) {
  const envelope = JSON.stringify(JSON.parse(writeEnvelope(example, origin)), null, 2)
  return (
    <section class="part">
      <h2>{t('Le message')}</h2>
      <p>
        {t(
          'Un événement est écrit selon CloudEvents 1.0 (mode structuré). Exemple inventé, du {date} :',
          { date: formatDate(example.occurredAt) },
        )}
      </p>
      <pre class="sample">{envelope}</pre>
      <p>
        {t(
          'Il dit de quoi il s’agit, où cela en est et où le lire : jamais un nom, une adresse ni une réponse de quelqu’un. « apiUrl », s’il y est, se lit avec une clé de l’organisation. La fin du type est sa version : des champs peuvent s’ajouter, aucun ne change de sens.',
        )}
      </p>
    </section>
  )
}

const verification = `import { createHmac, timingSafeEqual } from 'node:crypto'

function isFromCauri(headers, rawBody, secret) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  const age = Math.abs(Date.now() / 1000 - Number(timestamp))
  if (!(age < 300)) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key)
    .update(id + '.' + timestamp + '.' + rawBody).digest()
  return headers['webhook-signature'].split(' ').some((one) => {
    const given = Buffer.from(one.replace('v1,', ''), 'base64')
    return given.length === expected.length
      && timingSafeEqual(given, expected)
  })
}`

function Verifying() {
  return (
    <section class="part">
      <h2>{t('Vérifier la signature')}</h2>
      <p>
        {t(
          'Selon Standard Webhooks : HMAC-SHA256 de « webhook-id.webhook-timestamp.corps », avec le secret. Le corps est celui qui est arrivé, avant toute lecture du JSON. En JavaScript :',
        )}
      </p>
      <pre class="sample">{verification}</pre>
      <p>
        {t(
          'Refusez un message vieux de plus de cinq minutes. Pendant 24 heures après un renouvellement, l’en-tête porte deux signatures : une seule suffit.',
        )}
      </p>
    </section>
  )
}

function Expected() {
  return (
    <section class="part">
      <h2>{t('Ce qui est attendu de votre système')}</h2>
      <DefinitionList
        items={[
          {
            term: 'Répondre vite',
            value: t(
              'Un code 2xx en moins de dix secondes : notez le message, traitez-le ensuite. Un système lent reçoit moins souvent.',
            ),
          },
          {
            term: 'Reconnaître les doublons',
            value: t(
              'Un même message peut venir deux fois, et pas dans l’ordre : « webhook-id » ne change pas.',
            ),
          },
          {
            term: 'Revenir',
            value: t(
              'Sans réponse 2xx, le message est essayé {count} fois en trois jours, de plus en plus rarement. Ensuite le récepteur s’arrête, et l’organisation est prévenue. Un message se renvoie à la main pendant {days} jours.',
              { count: mostAttempts, days: logLastsDays },
            ),
          },
          {
            term: 'Être public',
            value: t(
              'En https, sur le port 443, à un nom public. Les redirections ne sont pas suivies, les réseaux privés sont refusés.',
            ),
          },
          { term: 'Dire adieu', value: t('Répondre 410 arrête le récepteur aussitôt.') },
        ]}
      />
    </section>
  )
}
