/** The framework as it is read: a table of contents, then each clause under its number. */
import { t } from '#platform/i18n.ts'
import { Prose, Tag } from '#web/components/index.tsx'
import type { FullFramework } from './framework.schema.ts'

export function FrameworkText({ version, clauses }: FullFramework) {
  return (
    <>
      <Prose text={version.preamble} />
      <nav aria-label={t('Sommaire')}>
        <h2>{t('Sommaire')}</h2>
        <ol class="columns">
          {clauses.map(({ key, title }) => (
            <li key={key}>
              <a href={`#${key}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {clauses.map(({ key, position, title, body, guidance, isMandatory }) => (
        <article key={key} id={key}>
          <h2>{t('Article {position}. {title}', { position, title })}</h2>
          {!isMandatory && (
            <p>
              <Tag>{t('Clause facultative')}</Tag>
            </p>
          )}
          <Prose text={body} />
          {guidance && (
            <p class="soft">
              <b>{t('Conseil :')}</b> {guidance}
            </p>
          )}
        </article>
      ))}
    </>
  )
}
