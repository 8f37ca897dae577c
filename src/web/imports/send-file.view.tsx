/** Where a file of rows is sent: what it may hold is said before one tries. */
import type { VNode } from 'preact'
import { t } from '#platform/i18n.ts'
import type { Columns } from '#platform/tables/columns.rules.ts'
import { Details, FileField, Form, Page, Table } from '../components/index.tsx'
import type { ImportTexts } from './import-texts.types.ts'

interface Props {
  readonly texts: ImportTexts
  readonly action: string
  readonly back: { readonly href: string; readonly label: string }
  readonly columns: Columns
  readonly maxMegabytes: number
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly fields?: VNode
}

export function SendFile(props: Props) {
  const { texts, back, columns, maxMegabytes, values, errors } = props
  return (
    <Page title={texts.title} lead={texts.lead} errors={errors} breadcrumbs={[back]}>
      <Form
        action={props.action}
        multipart
        submit="Voir ce que le fichier contient"
        secondary={{ label: 'Annuler', href: back.href }}
      >
        <FileField
          name="file"
          label="Fichier"
          hint="Excel (.xlsx) ou CSV. Rien n’est enregistré avant votre confirmation."
          accept=".xlsx,.csv,.txt,.tsv"
          maxMegabytes={maxMegabytes}
          values={values}
          error={errors.file}
        />
        {props.fields}
      </Form>
      <Details summary="Les colonnes du fichier">
        <p>
          {t(
            'Une ligne du fichier les nomme ; leur ordre est libre, les accents et les majuscules ne comptent pas. Les autres colonnes sont ignorées.',
          )}
        </p>
        <Table
          caption="Les colonnes du fichier"
          isCaptionHidden
          columns={[
            { key: 'name', label: 'Colonne' },
            { key: 'needed', label: 'Obligatoire' },
            { key: 'hint', label: 'Ce qu’elle contient' },
            { key: 'aliases', label: 'Autres noms' },
          ]}
          rows={Object.values(columns).map(({ label, isNeeded, hint, aliases }) => ({
            name: t(label),
            needed: isNeeded ? t('Oui') : t('Non'),
            hint: hint ? t(hint) : '—',
            aliases: aliases.join(', ') || '—',
          }))}
        />
      </Details>
    </Page>
  )
}
