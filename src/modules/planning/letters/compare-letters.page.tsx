/** Two drafts of one year side by side: what was taken out, what was put in. */
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { type Context, page } from '#platform/web.ts'
import { Difference, EmptyState, Page } from '#web/components/index.tsx'
import { letterPolicy } from './letter.policy.ts'
import { getFullLetter } from './letter.queries.ts'
import type { FullLetter } from './letter.schema.ts'
import { listChanges } from './letter-text.rules.ts'
import { letterBack } from './move-letter.pages.tsx'

interface Compared {
  readonly full: FullLetter
  readonly other: FullLetter
}

export const compareLettersPage = page('/espace/lettres-de-cadrage/:letterId/differences', {
  load: async ({ letterId }: { letterId: string }, { db, query }: Context): Promise<Compared> => {
    const full = await getFullLetter(db, letterId)
    const { avec } = query
    // Compared with itself while nothing is chosen: no change is shown.
    const otherId = typeof avec === 'string' && isId(avec) ? avec : letterId
    const other = await getFullLetter(db, otherId)
    const isSame = other.letter.communeId === full.letter.communeId
    if (!isSame || other.letter.year !== full.letter.year) throw new NotFound()
    return { full, other }
  },
  allow: (actor, { full, other }) =>
    letterPolicy.read(actor, full.letter) && letterPolicy.read(actor, other.letter),
  view: (compared) => <CompareLetters {...compared} />,
})

function CompareLetters({ full, other }: Compared) {
  const changes = listChanges(other, full)
  return (
    <Page
      title={t('De {former} à {present}', {
        former: other.letter.reference,
        present: full.letter.reference,
      })}
      breadcrumbs={[letterBack(full.letter)]}
      lead="Ce qui est retiré est barré, ce qui est ajouté est souligné."
    >
      {changes.length === 0 ? (
        <EmptyState title="Aucune différence">
          <p>{t('Les deux textes, leurs lignes et leurs plafonds sont les mêmes.')}</p>
        </EmptyState>
      ) : (
        changes.map(({ title, pieces }) => (
          <section key={title}>
            <h2>{title}</h2>
            <Difference pieces={pieces} />
          </section>
        ))
      )}
    </Page>
  )
}
