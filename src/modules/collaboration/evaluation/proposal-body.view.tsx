/** A proposal as the committee reads it: each answer under its criterion. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Prose } from '#web/components/index.tsx'
import { listPrices } from '../opening/open-call.page.tsx'
import { listNotedCriteria } from './evaluation.rules.ts'
import type { Reading } from './load-reading.ts'

export function ProposalBody({ full, content, bid }: Reading) {
  const files = `/espace/appels/${full.call.id}/propositions/${bid.proposalId}/pieces`
  return (
    <>
      <Prose text={content.summary} />
      {listNotedCriteria(full.criteria).map(({ id, label, weight }) => (
        <section key={id}>
          <h2>{t('{label} ({weight} %)', { label, weight })}</h2>
          <p class="prose">
            {content.answers.find(({ criterionId }) => criterionId === id)?.text ?? ''}
          </p>
        </section>
      ))}
      <h2>{t('Prix et calendrier')}</h2>
      <DefinitionList
        items={[
          { term: 'Prix', value: listPrices(content, full) },
          ...(content.schedule
            ? [{ term: 'Calendrier', value: <span class="prose">{content.schedule}</span> }]
            : []),
        ]}
      />
      {content.files.length > 0 && (
        <>
          <h2>{t('Pièces jointes')}</h2>
          <ul>
            {content.files.map(({ fileId, name, sizeBytes }) => (
              <li key={fileId}>
                <a href={`${files}/${fileId}`}>{name}</a>{' '}
                {t('{size} Ko', { size: formatNumber(Math.ceil(sizeBytes / 1000)) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
