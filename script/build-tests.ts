/** Writes every test as plain JavaScript that shares its parts: a process of tests starts three times as fast. */
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { writeGroup } from './group-tests.ts'

const outDir = 'dist/tests'

/** The built file of each group. */
export async function buildTests(
  groups: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const files = [...groups.values()].flat()
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
  return [...groups].map(([name, group]) => writeGroup(name, group.map(nameBuilt), outDir))
}

const nameBuilt = (file: string) => path.join(outDir, file.replace(/\.tsx?$/, '.js'))

function listScripts(): string[] {
  return readdirSync('script')
    .filter((name) => name.endsWith('.ts') && name !== 'test.ts')
    .map((name) => path.join('script', name))
}
