/** The OpenAPI 3.1 document, written from the schemas that check what is asked and type what is answered. */
import { z } from 'zod'
import { type Operation, prefix } from './operation.types.ts'
import { Problem } from './shapes.schema.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

export function writeOpenApi(operations: readonly Operation[], origin: string): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cauri : interface publique',
      version: '1.0.0',
      description: `Ce que tout le monde peut lire sur Cauri, pour les programmes. Mode d’emploi : ${origin}/api`,
    },
    servers: [{ url: `${origin}${prefix}` }],
    tags: [...new Set(operations.map(({ resource }) => resource))].map((name) => ({ name })),
    paths: writePaths(operations),
    components: {
      schemas: listSchemas(),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'Une clé d’organisation : cauri_…' },
      },
    },
  }
}

/** Every named shape, each told once. */
function listSchemas(): JsonSchema {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'draft-2020-12',
  })
  const named = Object.entries(schemas).map(([id, schema]) => {
    const { $schema: _dialect, $id: _address, id: _id, ...told } = schema as Record<string, unknown>
    return [id, told] as const
  })
  return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function writePaths(operations: readonly Operation[]): JsonSchema {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.path.replace(/:(\w+)/g, '{$1}'),
      { get: writeOperation(operation) },
    ]),
  )
}

function writeOperation(operation: Operation): JsonSchema {
  const { name, resource, summary, key, reply, example } = operation
  return {
    ...{ operationId: name, tags: [resource], summary },
    ...(key && { security: [{ apiKey: [] }] }),
    ...(key && key !== 'any' && { 'x-cauri-scope': key }),
    parameters: [...listInPath(operation), ...listInQuery(operation)],
    responses: {
      200: {
        description: 'La réponse',
        headers: key ? quotaHeaders : tagHeader,
        content: { 'application/json': { schema: refer(reply), example } },
      },
      304: { description: 'Rien n’a changé depuis la réponse dont vous avez l’ETag' },
      default: {
        description: 'Refusé : ce qu’il faut faire est dans « detail »',
        content: { 'application/problem+json': { schema: refer(Problem) } },
      },
    },
  }
}

const header = (description: string) => ({ description, schema: { type: 'string' } })
const tagHeader = { ETag: header('À renvoyer dans If-None-Match.') }
const quotaHeaders = {
  ...tagHeader,
  'RateLimit-Policy': header('Les quotas de la clé.'),
  RateLimit: header('Ce qu’il en reste, et pour combien de secondes.'),
}

const refer = (shape: z.ZodType) => ({ $ref: `#/components/schemas/${shape.meta()?.id}` })

function listInPath({ path }: Operation): JsonSchema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string', pattern: '^[\\w-]{1,80}$' },
  }))
}

/** The parameters of an operation, as documents and the guide tell them. */
export interface Parameter {
  readonly name: string
  readonly in: 'query'
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
}

export function listInQuery({ query }: Operation): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const { description = '', ...schema } = property as { readonly description?: string }
    return { ...{ name, in: 'query', description, schema }, required: required.includes(name) }
  })
}
