/** The opinions asked of other departments, and those that were given. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { ButtonLink, Card, CardList, Tag } from '#web/components/index.tsx'
import { type Instructed, instructHref } from './load-instructed.ts'
import type { Opinion } from './opinion.actions.ts'

export function Opinions(instructed: Instructed) {
  const { opinions, names } = instructed
  if (opinions.length === 0) return null
  return (
    <section>
      <h2>{t('Avis')}</h2>
      <CardList>
        {opinions.map((opinion) => (
          <OpinionCard
            key={opinion.id}
            opinion={opinion}
            names={names}
            href={`${instructHref(instructed)}/avis/${opinion.id}`}
          />
        ))}
      </CardList>
    </section>
  )
}

interface CardProps {
  readonly opinion: Opinion
  readonly names: ReadonlyMap<string, string>
  readonly href: string
}

function OpinionCard({ opinion, names, href }: CardProps) {
  const { department, question, askedBy, askedAt, isFavourable, answer, answeredBy } = opinion
  return (
    <Card
      level={3}
      title={department}
      tags={<Verdict isFavourable={isFavourable} />}
      meta={t('Demandé par {name} le {date}', {
        name: names.get(askedBy) ?? '',
        date: formatDate(askedAt),
      })}
    >
      <p class="prose typed">{question}</p>
      {answer === null ? (
        <ButtonLink kind="quiet" href={href}>
          Donner l’avis
        </ButtonLink>
      ) : (
        <p class="prose typed">
          {t('{name} : {answer}', { name: names.get(answeredBy ?? '') ?? '', answer })}
        </p>
      )}
    </Card>
  )
}

function Verdict({ isFavourable }: Pick<Opinion, 'isFavourable'>) {
  if (isFavourable === null) return <Tag tone="warning">Attendu</Tag>
  return isFavourable ? <Tag tone="success">Favorable</Tag> : <Tag tone="danger">Défavorable</Tag>
}
