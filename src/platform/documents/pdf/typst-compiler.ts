/** The Typst compiler, where this machine has one: it comes as an optional package, made for one platform. */
import { createRequire } from 'node:module'

interface Compiled {
  readonly result: object | null
  takeError(): { readonly shortDiagnostics: readonly unknown[] } | null
}

export interface Compiler {
  compile(parts: {
    mainFileContent: string
    inputs: Readonly<Record<string, string>>
    resetRead?: boolean
  }): Compiled
  pdf(compiled: object, options: { pdfStandard?: string }): Buffer
  mapShadow(path: string, bytes: Buffer): void
  unmapShadow(path: string): void
  evictCache(maxAge: number): void
}

interface Package {
  readonly NodeCompiler: { create(parts: { workspace: string }): Compiler }
}

/** A place with no file in it: a document can read nothing of this machine. */
export const workspace = '/cauri-documents'

let compiler: Compiler | null | undefined

export function findCompiler(): Compiler | null {
  if (compiler === undefined) compiler = loadCompiler()
  return compiler
}

function loadCompiler(): Compiler | null {
  try {
    const { NodeCompiler } = createRequire(import.meta.url)(
      '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
    ) as Package
    return NodeCompiler.create({ workspace })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_DLOPEN')) return null
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}
