/** What a file, a function and an exported name may be called, and how long they may be. */
import path from 'node:path'
import ts from 'typescript'
import { lineOf, listNodes, type Source } from './sources.ts'

export const longestFile = 250
export const longestFunction = 50
export const longestMedian = 80

/** What a file may say of itself after its subject; a new kind is added here, on purpose. */
const kinds = [
  ...['workflow', 'policy', 'rules', 'schema', 'facts', 'types', 'weights', 'lists'],
  ...['queries', 'conditions', 'actions', 'action', 'lifecycle', 'messages', 'tasks', 'schedules'],
  ...[
    'routes',
    'endpoint',
    'page',
    'pages',
    'view',
    'fields',
    'steps',
    'labels',
    'feed',
    'space',
    'paper',
    'island',
  ],
  ...['factory', 'fixture', 'story', 'bench', 'dataset'],
]

const fileName = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${kinds.join('|')}))?(\\.test)?\\.tsx?$`)

/** Names that say nothing of what is meant, alone or where they carry the name (« tableUtils », « handleClick »). */
const empty = [
  /^(utils?|helpers?|common|misc|managers?|data|handle|handlers?)$/,
  /(Utils?|Helpers?|Data|Handlers?)$/,
  /^handle[A-Z]/,
  // « manager » is also the role of whoever answers for a startup: isManagerOf, leftToManager.
  /(?<!By|For|Is|Of|To)Managers?$/,
]

export function isEmptyName(name: string): boolean {
  return empty.some((pattern) => pattern.test(name))
}

export function checkFileName({ file }: Source): string[] {
  const base = path.basename(file)
  const stem = base.split('.')[0] ?? ''
  if (!fileName.test(base)) return [`${file}: is not kebab-case entity.kind.ts`]
  return isEmptyName(toCamelCase(stem)) ? [`${file}: says nothing`] : []
}

function toCamelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

export function checkFileLength({ file, text }: Source): string[] {
  const lines = countLines(text)
  return lines > longestFile ? [`${file}: ${lines} lines`] : []
}

export function countLines(text: string): number {
  return text.split('\n').length - 1
}

export function checkFunctions(source: Source): string[] {
  return listNodes(source)
    .filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined)
    .map((node) => ({ node, lines: countLines(node.getText()) + 1 }))
    .filter(({ lines }) => lines > longestFunction)
    .map(({ node, lines }) => `${source.file}:${lineOf(node)}: a function of ${lines} lines`)
}

export function checkNames(source: Source): string[] {
  return listNodes(source)
    .flatMap(findNames)
    .filter(({ text }) => isEmptyName(text))
    .map((name) => `${source.file}:${lineOf(name)}: ${name.text}`)
}

/** The name of a function, or of anything that is exported. */
function findNames(node: ts.Node): ts.Identifier[] {
  if (ts.isExportSpecifier(node)) return [node.name].filter(ts.isIdentifier)
  if (!isNamed(node) || !(isFunction(node) || isExported(node))) return []
  return [node.name]
}

function isNamed(node: ts.Node): node is ts.Node & { name: ts.Identifier } {
  return 'name' in node && node.name !== undefined && ts.isIdentifier(node.name as ts.Node)
}

/** Not the properties of an object, whose names belong to whoever reads it: Fastify asks for a `handler`. */
function isFunction(node: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(node.parent)) return false
  const value = ts.isVariableDeclaration(node) ? node.initializer : node
  return value !== undefined && ts.isFunctionLike(value) && 'body' in value
}

function isExported(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}
