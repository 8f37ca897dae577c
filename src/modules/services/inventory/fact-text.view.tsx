/** A fact with where it comes from; without a source, it says that it is to be confirmed. */
import { t } from '#platform/i18n.ts'
import type { Fact } from './service.schema.ts'

export function FactText({ text, source }: Fact) {
  return (
    <>
      <span lang="fr">{text}</span> <SourceNote source={source} />
    </>
  )
}

export function SourceNote({ source }: Pick<Fact, 'source'>) {
  return (
    <small class="soft">{source ? t('(source : {source})', { source }) : t('(à confirmer)')}</small>
  )
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return <p class="soft">{t('À confirmer auprès de la commune.')}</p>
  return (
    <ul>
      {facts.map((fact) => (
        <li key={fact.text}>
          <FactText {...fact} />
        </li>
      ))}
    </ul>
  )
}
