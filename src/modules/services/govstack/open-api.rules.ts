/** The OpenAPI 3.1 document, written from the shapes that check what is sent. */
import { z } from 'zod'
import type { JsonSchema } from './json-schema.types.ts'
import { type Operation, operations, prefix } from './operation.lists.ts'
import { Problem } from './registration.schema.ts'

export function writeOpenApi(origin: string): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cauri : démarches communales, selon le bloc « Registration » de GovStack',
      version: '1.0.0',
      description: `Mode d’emploi : ${origin}${prefix}`,
    },
    servers: [{ url: `${origin}${prefix}` }],
    paths: writePaths(),
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'Une clé de la commune : cauri_…' },
      },
    },
  }
}

function writePaths(): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const [operationId, operation] of Object.entries<Operation>(operations)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: writeOperation(operationId, operation),
    }
  }
  return paths
}

function writeOperation(operationId: string, operation: Operation): JsonSchema {
  const { summary, scope, body, takesFile, reply } = operation
  return {
    ...{ operationId, summary },
    ...(scope && { security: [{ apiKey: [] }], 'x-cauri-scope': scope }),
    parameters: listParameters(operation),
    ...(body && { requestBody: { required: true, content: jsonOf(body, 'input') } }),
    ...(takesFile && { requestBody: fileBody }),
    responses: {
      200: {
        description: 'Fait',
        ...(operation.query?.shape.after !== undefined && { headers: nextLink }),
        content: jsonOf(reply, 'output'),
      },
      default: {
        description: 'Refusé : ce qu’il faut faire est dans « detail »',
        content: { 'application/problem+json': { schema: toSchema(Problem, 'output') } },
      },
    },
  }
}

const nextLink = {
  Link: { description: 'La page suivante, rel="next"', schema: { type: 'string' } },
}

const fileBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        ...{ type: 'object', required: ['file'] },
        properties: {
          file: {
            type: 'string',
            description: 'PDF, PNG, JPEG ou WebP, 12 Mo au plus ; ou le même en base64.',
          },
        },
      },
    },
  },
}

function listParameters({ path, query, scope, method }: Operation): JsonSchema[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, shape]) => ({
    ...{ name, in: 'query', required: false, schema: toSchema(shape as z.ZodType, 'input') },
  }))
  const inHeader = scope ? [mediatorClient, ...(method === 'GET' ? [] : [repeatKey])] : []
  return [...inPath, ...inQuery, ...inHeader]
}

const mediatorClient = {
  ...{ name: 'Information-Mediator-Client', in: 'header', required: false },
  description:
    'Par qui la demande passe, INSTANCE/CLASSE/MEMBRE/SOUS-SYSTÈME. Noté, et ne prouve rien : la clé seule ouvre.',
  schema: { type: 'string', examples: ['BJ/GOV/90000009/etat-civil'] },
}

const repeatKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description: 'La même clé, dans la semaine, rend la même réponse sans rien refaire.',
  schema: { type: 'string', maxLength: 200 },
}

function jsonOf(shape: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: toSchema(shape, io) } }
}

function toSchema(shape: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, target: 'draft-2020-12' })
  return schema
}
