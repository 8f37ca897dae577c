/** The form of a change: what the entry will say, from which day, by which text, why. */
import { t } from '#platform/i18n.ts'
import type { ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import {
  DateField,
  Form,
  FormSection,
  Page,
  TextArea,
  TextField,
  UrlField,
} from '#web/components/index.tsx'
import type { ChangeKind, ReferenceChange } from './change.schema.ts'
import { ContentFields } from './content.view.tsx'
import { changeAddress, entryAddress, listAddress, referencesHome } from './reference-lists.ts'

/** What is being written: for which list, of which kind, about which entry. */
export interface Writing {
  readonly list: ReferenceList
  readonly kind: ChangeKind
  readonly entry: Pick<ReferenceEntry, 'key' | 'label' | 'content'> | null
  readonly change: ReferenceChange | null
}

type Texts = Readonly<Record<string, string | undefined>>

interface Props {
  readonly writing: Writing
  readonly values: Texts
  readonly errors: Texts
}

const titles = {
  add: 'Proposer une nouvelle entrée',
  revise: 'Proposer une nouvelle version',
  end: 'Proposer la fin de l’entrée',
} as const

export function ChangeForm({ writing, values, errors }: Props) {
  const { list, kind, entry } = writing
  return (
    <Page
      title={titles[kind]}
      lead={entry?.label}
      errors={errors}
      breadcrumbs={[
        { label: 'Référentiels', href: referencesHome },
        { label: list.title, href: listAddress(list) },
      ]}
    >
      <p>{t(list.keeps)}</p>
      <Form submit="Proposer ce changement" secondary={{ label: 'Annuler', href: backOf(writing) }}>
        {kind === 'add' && !entry && (
          <TextField
            name="key"
            label="Code"
            hint="En minuscules, sans accent ni espace. Il ne changera plus."
            value={values.key}
            error={errors.key}
          />
        )}
        {kind !== 'end' && <ContentFields list={list} values={values} errors={errors} />}
        <TermsFields values={values} errors={errors} kind={kind} />
      </Form>
    </Page>
  )
}

function backOf({ list, entry, change }: Writing): string {
  if (change) return changeAddress(change)
  return entry ? entryAddress(list, entry.key) : listAddress(list)
}

interface TermsProps extends Omit<Props, 'writing'> {
  readonly kind: Writing['kind']
}

function TermsFields({ values, errors, kind }: TermsProps) {
  return (
    <FormSection title="Le changement">
      <DateField
        name="takesEffectOn"
        label={kind === 'end' ? 'N’a plus cours à partir du' : 'En vigueur à partir du'}
        hint="Aujourd’hui : dès qu’une seconde personne l’approuve."
        value={values.takesEffectOn}
        error={errors.takesEffectOn}
      />
      <TextField
        name="source"
        label="Source"
        hint="Le texte qui le décide, ou « à confirmer »."
        value={values.source}
        error={errors.source}
      />
      <DateField
        name="sourceDate"
        label="Date de la source"
        value={values.sourceDate}
        error={errors.sourceDate}
        required={false}
      />
      <UrlField
        name="sourceUrl"
        label="Où la lire"
        value={values.sourceUrl}
        error={errors.sourceUrl}
        required={false}
      />
      <TextArea
        name="reason"
        label="Pourquoi ce changement"
        value={values.reason}
        error={errors.reason}
        rows={3}
      />
    </FormSection>
  )
}
