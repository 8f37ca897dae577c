/** Each module's SQL names its own schema only: what others hold comes through their front doors. */
import ts from 'typescript'
import { lineOf, listNodes, type Source } from './sources.ts'

/** Each may refer to those before it. */
export const schemas = [
  'platform',
  'identity',
  'directory',
  'planning',
  'collaboration',
  'services',
  'governance',
  'opendata',
] as const

/** The words that PostgreSQL itself lends to every module: folding, French stems, who is acting and for whom, what is never changed. */
const lent = [
  'platform.fold',
  'platform.fr',
  'platform.actor_id',
  'platform.acting_organisation',
  'platform.acts_for',
  'platform.acts_for_association',
  'platform.drafts_for',
  'platform.is_assisting',
  'platform.refuse_to_drafters',
  'platform.is_system',
  'platform.api_key_id',
  'platform.refuse_change',
  'platform.change_only_once',
]

const named = new RegExp(`\\b(?:${schemas.join('|')})\\.[a-z]\\w*`, 'gi')

/** What a text names in a schema other than its own. */
export function findForeignNames(text: string, own: string | null): string[] {
  return (text.match(named) ?? []).filter(
    (name) => !lent.includes(name) && name.split('.')[0] !== own,
  )
}

/** Null for what holds no SQL of its own: the root, and the design system. */
function findSchema(file: string): string | null {
  if (file.startsWith('src/platform/')) return 'platform'
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1]?.replace('-', '') ?? null
}

export function checkSchemas(source: Source): string[] {
  return listNodes(source)
    .filter(isText)
    .filter(({ parent }) => !ts.isImportDeclaration(parent) && !ts.isExportDeclaration(parent))
    .flatMap((node) =>
      findForeignNames(node.text, findSchema(source.file)).map(
        (name) => `${source.file}:${lineOf(node)}: ${name}`,
      ),
    )
}

type Text = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail

function isText(node: ts.Node): node is Text {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  )
}
