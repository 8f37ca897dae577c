/** What a reader finds in a PDF, by poppler's tools where they are installed. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

export const hasPdfReader = spawnSync('pdftotext', ['-v']).status === 0

function run(program: string, args: readonly string[], input: Buffer): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, maxBuffer: 50_000_000 })
  assert.equal(status, 0, stderr?.toString())
  return stdout.toString('utf8')
}

/** Its words, spaces made plain; a word cut at the end of a line stays cut. */
export function readText(pdf: Buffer): string {
  return run('pdftotext', ['-layout', '-', '-'], pdf).replace(/[\s\u00A0\u202F]+/g, ' ')
}

export function readFacts(pdf: Buffer): Readonly<Record<string, string>> {
  const lines = run('pdfinfo', ['-'], pdf).split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/:\s+(.*)/).slice(0, 2)))
}
