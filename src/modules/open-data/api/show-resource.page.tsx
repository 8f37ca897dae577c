/** One kind of object: how it is asked for, with which parameters, and what comes back. Told from the schemas that check it. */

import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Details, Page, Table } from '#web/components/index.tsx'
import { listInQuery, type Parameter } from './open-api.rules.ts'
import { type Operation, prefix } from './operation.types.ts'
import { operations } from './operations.lists.ts'
import { resourceLabels, resourceNames } from './resource.labels.ts'

export const showResourcePage = page('/api/:resource', {
  load: ({ resource }, { platform }) => {
    const name = resourceNames.find((one) => one === resource)
    if (!name) throw new NotFound()
    return { name, origin: platform.config.origin }
  },
  allow: everyone,
  isPublic: true,
  view: ({ name, origin }) => (
    <Page
      title={resourceLabels[name]}
      kicker="Interface pour les programmes"
      breadcrumbs={[{ label: 'Interface pour les programmes', href: '/api' }]}
      wide
    >
      {operations
        .filter(({ resource }) => resource === name)
        .map((operation) => (
          <OperationSection key={operation.name} operation={operation} origin={origin} />
        ))}
    </Page>
  ),
})

interface Props {
  readonly operation: Operation
  readonly origin: string
}

function OperationSection({ operation, origin }: Props) {
  const { name, path, summary, key, example } = operation
  const parameters = listInQuery(operation)
  return (
    <section class="part" id={name}>
      <h2>{t(summary)}</h2>
      <p>
        <code class="hash">{`GET ${prefix}${path.replace(/:(\w+)/g, '{$1}')}`}</code>
      </p>
      {key && <Right scope={key} />}
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      <p>
        <code class="hash">{writeCurl(operation, origin)}</code>
      </p>
      <Details summary="Une réponse">
        <pre>
          <code>{JSON.stringify(example, null, 1)}</code>
        </pre>
      </Details>
    </section>
  )
}

function Right({ scope }: { readonly scope: string }) {
  if (scope === 'any') return <p>{t('Avec une clé, quels que soient ses droits.')}</p>
  return (
    <p>
      {t('Droit de la clé :')} <code>{scope}</code>
    </p>
  )
}

function Parameters({ parameters }: { readonly parameters: readonly Parameter[] }) {
  return (
    <Table
      caption="Paramètres"
      columns={[
        { key: 'name', label: 'Paramètre' },
        { key: 'description', label: 'Ce qu’il fait' },
        { key: 'values', label: 'Valeurs' },
      ]}
      rows={parameters.map(({ name, required, description, schema }) => ({
        name: (
          <>
            <code>{name}</code> {required && t('(obligatoire)')}
          </>
        ),
        description: t(description),
        values: describeValues(schema),
      }))}
    />
  )
}

const mostValues = 8

/** Long lists have an address of their own. */
function describeValues(schema: Parameter['schema']) {
  const {
    enum: values,
    const: only,
    minimum,
    maximum,
  } = schema as {
    readonly enum?: readonly string[]
    readonly const?: string
    readonly minimum?: number
    readonly maximum?: number
  }
  if (only !== undefined) return <code>{only}</code>
  if (values && values.length <= mostValues) return <code>{values.join(' ')}</code>
  if (maximum !== undefined) return `${minimum} – ${maximum}`
  return ''
}

/** The address that the example was given at. */
function writeCurl({ path, key, example }: Operation, origin: string): string {
  const { url, links } = example as { url?: string; links?: { self: string } }
  const told = (links?.self ?? url ?? `${prefix}${path.replace(/:slug/, 'glazoue')}`).replace(
    'https://cauri.example',
    '',
  )
  const header = key ? '-H "Authorization: Bearer cauri_…" ' : ''
  const query = path === '/organisation/besoins' ? '?solution=axi-ticket' : ''
  return `curl ${header}"${origin}${told}${query}"`
}
