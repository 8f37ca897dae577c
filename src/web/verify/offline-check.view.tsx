/** Where the words of a signed square are checked: the same on the page and in the file that is kept for days without a network. */
import { t } from '#platform/i18n.ts'
import { DefinitionList, Notice, TextArea } from '../components/index.tsx'

const facts = [
  ['issuer', 'Émis par'],
  ['name', 'Document'],
  ['title', 'Objet'],
  ['holder', 'Délivré à'],
  ['reference', 'Référence'],
  ['date', 'Date'],
  ['code', 'Code'],
] as const

/** Hidden until its script runs: without it there is nothing to press. */
export function OfflineCheck({ sealKey }: { readonly sealKey: string }) {
  return (
    <div data-seal-key={sealKey} hidden>
      <TextArea
        name="carre"
        label="Ce que dit le carré"
        hint="Lisez le carré avec le téléphone, copiez ce qu’il dit et collez-le ici."
        rows={4}
      />
      <div data-answer="true" hidden>
        <Notice kind="success" title="La signature est vraie" role="status">
          <p>
            {t(
              'Comparez chaque ligne avec le papier : ce qui diffère a été changé. Sans réseau, on ne sait pas s’il a été retiré depuis : son code le dit.',
            )}
          </p>
          <DefinitionList
            items={facts.map(([name, term]) => ({ term, value: <span data-fact={name} /> }))}
          />
        </Notice>
      </div>
      <div data-answer="false" hidden>
        <Notice kind="danger" title="La signature est fausse" role="alert">
          <p>{t('Ce papier n’a pas été émis ici, ou ce qu’il dit a été changé.')}</p>
        </Notice>
      </div>
      <div data-answer="unreadable" hidden>
        <Notice kind="warning" title="Ce n’est pas un carré signé" role="status">
          <p>
            {t('Copiez tout ce que dit le carré : il commence par une adresse, puis « CAURI1 ».')}
          </p>
        </Notice>
      </div>
    </div>
  )
}
