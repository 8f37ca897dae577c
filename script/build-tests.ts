/** Writes every test as plain JavaScript that shares its parts: a process of tests starts three times as fast. */
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const outDir = 'dist/tests'

/** Each file's built form, in the order given. */
export async function buildTests(files: readonly string[]): Promise<string[]> {
  rmSync(outDir, { recursive: true, force: true })
  await build({
    // Scripts are built on their own, or they would think that they are what was started.
    entryPoints: [...files, ...listScripts()],
    outdir: outDir,
    outbase: '.',
    chunkNames: 'shared/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
  return files.map((file) => path.join(outDir, file.replace(/\.tsx?$/, '.js')))
}

function listScripts(): string[] {
  return readdirSync('script')
    .filter((name) => name.endsWith('.ts') && name !== 'test.ts')
    .map((name) => path.join('script', name))
}
