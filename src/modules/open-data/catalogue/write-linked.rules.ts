/** Writes a graph as JSON-LD, whose context is inside, and as Turtle. */
import { type LinkedNode, type LinkedValue, prefixes } from './linked-node.types.ts'

export function writeJsonld(node: LinkedNode): string {
  return `${JSON.stringify({ '@context': prefixes, ...node }, null, 1)}\n`
}

export function writeTurtle(node: LinkedNode): string {
  const head = Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`)
  const described: string[] = []
  describe(node, described)
  return `${head.join('\n')}\n\n${described.join('\n\n')}\n`
}

/** Adds what is said of a node, after what is said of those it leads to; returns how it is referred to. */
function describe(node: LinkedNode, described: string[]): string {
  const { '@id': id, '@type': type, ...properties } = node
  const said = [
    ...(type ? [`a ${type}`] : []),
    ...Object.entries(properties).flatMap(([name, value]) => {
      if (value === undefined || typeof value === 'string') return []
      const values = Array.isArray(value) ? value : [value]
      return values.length === 0
        ? []
        : [`${name} ${values.map((one: LinkedValue) => writeValue(one, described)).join(', ')}`]
    }),
  ]
  if (id === undefined) return `[ ${said.join(' ; ')} ]`
  if (said.length > 0) described.push(`<${id}>\n  ${said.join(' ;\n  ')} .`)
  return `<${id}>`
}

function writeValue(value: LinkedValue, described: string[]): string {
  if (!('@value' in value)) return describe(value as LinkedNode, described)
  const literal = value as { '@value': string; '@language'?: string; '@type'?: string }
  const text = JSON.stringify(literal['@value'])
  return literal['@language'] ? `${text}@${literal['@language']}` : `${text}^^${literal['@type']}`
}
