/** The project's own sources, as its rules of the house read them. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export interface Source {
  /** From the root of the project. */
  readonly file: string
  readonly text: string
}

export function listSources(folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}

export const isTest = ({ file }: Source) => /\.test\.tsx?$/.test(file)

/** Every node of a file, each after the one it stands in. */
export function listNodes({ file, text }: Source): ts.Node[] {
  const nodes: ts.Node[] = []
  const add = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, add)
  }
  add(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return nodes
}

export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1
}
