/** What each addendum changed, word by word. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { Difference } from '#web/components/index.tsx'
import type { Addendum } from './addendum.queries.ts'

interface Props {
  readonly addenda: readonly Addendum[]
  /** The public address of the call. */
  readonly base: string
}

export function AddendumList({ addenda, base }: Props) {
  return (
    <section>
      <h2>{t('Additifs')}</h2>
      {addenda.map(({ id, number, reason, changes, publishedAt }) => (
        <article key={id} id={`additif-${number}`}>
          <h3>
            {t('Additif n° {number}, publié le {date}', { number, date: formatDate(publishedAt) })}
          </h3>
          <p class="prose">{reason}</p>
          <p>
            <a href={`${base}/additifs/${number}/additif.pdf`}>{t('Cet additif en PDF')}</a>{' '}
            <a href={`${base}/additifs/${number}/additif.docx`}>{t('le même dans Word')}</a>
          </p>
          {changes.map(({ label, before, after }) => (
            <div key={label}>
              <p class="strong">{t(label)}</p>
              <Difference pieces={compareTexts(before, after)} />
            </div>
          ))}
        </article>
      ))}
    </section>
  )
}
