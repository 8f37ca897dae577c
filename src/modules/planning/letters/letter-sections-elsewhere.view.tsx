/** On a commune's page: the digital lines of its latest letter, when the commune chose to show them. */
import type { CommuneSection } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { findPublishedLetter, listLetterLines } from './letter.queries.ts'
import { LineTable } from './letter-body.view.tsx'

export const communeLetterSection: CommuneSection = async (db, commune) => {
  const letter = await findPublishedLetter(db, commune.id)
  if (!letter) return null
  const lines = await listLetterLines(db, letter.id)
  return () => (
    <section>
      <h2>{t('Ses lignes numériques au budget {year}', { year: letter.year })}</h2>
      <p class="soft">
        {t('D’après sa lettre de cadrage {reference}, que la commune a choisi de publier.', {
          reference: letter.reference,
        })}
      </p>
      <LineTable lines={lines} />
    </section>
  )
}
