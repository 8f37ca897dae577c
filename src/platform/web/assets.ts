/** Built styles and scripts: named by their content, compressed when they were built, kept for ever by browsers. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { chooseEncoding } from './render.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
const suffixes = { br: '.br', gzip: '.gz' } as const

/** Serves the directory under /assets, and returns how a file is addressed. */
export function serveAssets(app: FastifyInstance, directory: string): (name: string) => string {
  const files = new Map(
    readdirSync(directory).map((name) => [name, readFileSync(path.join(directory, name))]),
  )
  const manifest = JSON.parse(String(files.get('manifest.json') ?? '{}')) as Record<string, string>

  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const { name } = request.params
    const type = types[path.extname(name)]
    const plain = files.get(name)
    if (!type || !plain) return reply.callNotFound()
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    const packed = encoding ? files.get(name + suffixes[encoding]) : undefined
    if (encoding && packed) reply.header('content-encoding', encoding)
    reply.headers({
      'content-type': type,
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    return reply.send(packed ?? plain)
  })

  return (name) => manifest[name] ?? `/assets/${name}`
}
