/** The searches that were kept, and keeping this one. */
import { t } from '#platform/i18n.ts'
import { ActionButton, Details, TextField } from '#web/components/index.tsx'
import { type InboxFilter, writeInboxFilter } from './inbox-filter.rules.ts'
import type { SavedFilter } from './saved-filter.actions.ts'

interface Props {
  readonly saved: readonly SavedFilter[]
  readonly filter: InboxFilter
}

export function SavedFilters({ saved, filter }: Props) {
  const query = writeInboxFilter(filter).toString()
  if (saved.length === 0 && query === '') return null
  return (
    <Details summary="Mes recherches">
      {saved.length > 0 && (
        <ul>
          {saved.map(({ id, name, query: kept }) => (
            <li key={id}>
              <a href={`/espace/demandes?${kept}`}>{name}</a>
              <ActionButton
                action="/espace/demandes/recherches/oublier"
                label={t('Oublier « {name} »', { name })}
                fields={{ filterId: id }}
              />
            </li>
          ))}
        </ul>
      )}
      {query !== '' && (
        <ActionButton
          action="/espace/demandes/recherches"
          label="Garder cette recherche"
          fields={{ query }}
        >
          <TextField name="name" label="Nom de la recherche" maxLength={80} />
        </ActionButton>
      )}
    </Details>
  )
}
