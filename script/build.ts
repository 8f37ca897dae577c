/** Builds dist/: the server and the operator's command as one file each, styles and islands named by their content. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import zlib from 'node:zlib'
import { build } from 'esbuild'

export async function buildAll({ outDir = 'dist' } = {}): Promise<void> {
  rmSync(outDir, { recursive: true, force: true })
  await Promise.all([buildServer(outDir), buildAssets(path.join(outDir, 'assets'))])
}

export async function buildServer(outDir: string): Promise<void> {
  await build({
    entryPoints: ['src/main.ts', 'src/operator.ts'].filter((file) => existsSync(file)),
    outdir: outDir,
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
}

/** Styles, islands and pictures, each under a name that changes with its content, compressed once and for all. */
export async function buildAssets(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true })
  const bundled = await bundle()
  const pictures = readFiles('src/web/assets')
  const manifest: Record<string, string> = {}
  for (const [name, bytes] of [...bundled, ...pictures])
    manifest[name] = `/assets/${writeAsset(directory, name, bytes)}`
  writeFileSync(path.join(directory, 'manifest.json'), JSON.stringify(manifest))
}

/** Scripts of pages: those that every module may use, and those that belong to one (`*.island.ts`), each a file of its own name. */
function listIslands(): { in: string; out: string }[] {
  const listed = (directory: string, pattern: RegExp) =>
    existsSync(directory)
      ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
          .filter((file) => pattern.test(file))
          .map((file) => path.join(directory, file))
      : []
  return [
    ...listed('src/web/islands', /^[a-z-]+\.ts$/),
    ...listed('src/modules', /\.island\.ts$/),
  ].map((file) => ({ in: file, out: path.basename(file).replace(/(\.island)?\.ts$/, '') }))
}

async function bundle(): Promise<[string, Uint8Array][]> {
  const { outputFiles } = await build({
    entryPoints: [{ in: 'src/web/styles/index.css', out: 'index' }, ...listIslands()],
    outdir: 'assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    logLevel: 'warning',
  })
  return outputFiles.map((file) => [path.basename(file.path), file.contents])
}

function readFiles(directory: string): [string, Uint8Array][] {
  if (!existsSync(directory)) return []
  return readdirSync(directory).map((name) => [name, readFileSync(path.join(directory, name))])
}

function writeAsset(directory: string, name: string, bytes: Uint8Array): string {
  const { name: stem, ext } = path.parse(name)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
  const hashed = `${stem}.${hash}${ext}`
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }
  writeFileSync(path.join(directory, hashed), bytes)
  writeFileSync(path.join(directory, `${hashed}.br`), zlib.brotliCompressSync(bytes, quality))
  writeFileSync(path.join(directory, `${hashed}.gz`), zlib.gzipSync(bytes, { level: 9 }))
  return hashed
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll()
