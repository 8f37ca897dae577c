/** Lists the French sentences of the interface: what `t` is given, and what components or buttons are given to translate. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Properties whose texts reach a reader through a component that translates them. */
const spoken = new Set([
  'label',
  'title',
  'hint',
  'legend',
  'submit',
  'caption',
  'summary',
  'lead',
  'explanation',
  'message',
  'suggestion',
  'text',
  'confirm',
  'term',
  'empty',
  'singular',
  'plural',
  'description',
  'kicker',
  'governs',
  'keeps',
  'alt',
  'said',
  'done',
  'formula',
  'basis',
  'origin',
])

/** The argument of a call that a reader sees: the sentence itself, and what is said after an act. */
const spokenArguments: ReadonlyMap<string, number> = new Map([
  ['t', 0],
  ['seeOther', 1],
])

/** Papers are in French, whoever asks for them, and so are the samples of the gallery of components: they are not translated. */
export function listSentences(root = 'src'): Map<string, string> {
  const found = new Map<string, string>()
  for (const file of listSources(root)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    )
    visit(source, (sentence) => {
      if (/\p{L}{2}/u.test(sentence)) found.set(sentence, found.get(sentence) ?? file)
    })
  }
  return found
}

function listSources(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !/\.(test|fixture|factory|bench|paper)\.tsx?$|test-d|operator\.ts$|help\/gallery-/.test(
          file,
        ),
    )
    .sort()
}

function visit(node: ts.Node, keep: (sentence: string) => void): void {
  if (isExample(node)) return
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
    keepText(node.arguments[spokenArguments.get(node.expression.text) ?? -1], keep)
  if (ts.isJsxText(node)) keep(node.text.trim().replace(/\s*\n\s*/g, ' '))
  if (ts.isJsxAttribute(node) && ts.isIdentifier(node.name) && spoken.has(node.name.text))
    keepText(node.initializer, keep)
  if (ts.isPropertyAssignment(node) && isSpoken(node.name)) keepText(node.initializer, keep)
  if (ts.isPropertyAssignment(node) && isLabelTable(node)) keepText(node.initializer, keep)
  ts.forEachChild(node, (child) => visit(child, keep))
}

/** What an answer to a program looks like is not said to anybody. */
function isExample(node: ts.Node): boolean {
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
  return isNamed && ts.isIdentifier(node.name) && /^example$|Example$/.test(node.name.text)
}

function isSpoken(name: ts.PropertyName): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && spoken.has(name.text)
}

/** Tables such as `const statusLabels = { draft: 'Brouillon' }`. */
function isLabelTable(node: ts.PropertyAssignment): boolean {
  let parent: ts.Node = node.parent
  while (parent && !ts.isVariableDeclaration(parent)) parent = parent.parent
  return (
    parent !== undefined &&
    ts.isIdentifier((parent as ts.VariableDeclaration).name) &&
    /(Labels|Titles|Introductions)$/.test(
      ((parent as ts.VariableDeclaration).name as ts.Identifier).text,
    )
  )
}

function keepText(node: ts.Node | undefined, keep: (sentence: string) => void): void {
  if (!node) return
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) keep(node.text)
  else if (ts.isJsxExpression(node)) keepText(node.expression, keep)
  else if (ts.isConditionalExpression(node)) {
    keepText(node.whenTrue, keep)
    keepText(node.whenFalse, keep)
  }
}
