/** Measures repeated work and tells it as a table, or as JSON with --json. */

export interface Measure {
  readonly name: string
  readonly unit: string
  readonly median: number
  readonly p95: number
  /** What must hold; kept beside the figure. */
  readonly aim: string
}

/** Runs the work some times after a few to warm up, and keeps the median and the 95th percentile, in milliseconds. */
export async function measure(
  name: string,
  aim: string,
  work: (index: number) => Promise<unknown>,
  times = 60,
): Promise<Measure> {
  for (let index = 0; index < 5; index++) await work(index)
  const durations: number[] = []
  for (let index = 0; index < times; index++) {
    const startedAt = performance.now()
    await work(index)
    durations.push(performance.now() - startedAt)
  }
  durations.sort((a, b) => a - b)
  return { name, unit: 'ms', median: at(durations, 0.5), p95: at(durations, 0.95), aim }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function report(measures: readonly Measure[]): void {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  if (process.argv.includes('--json')) {
    say(JSON.stringify(measures))
    return
  }
  for (const { name, unit, median, p95, aim } of measures) {
    say(
      `${name.padEnd(52)} médiane ${median.toFixed(1).padStart(8)} ${unit}   p95 ${p95.toFixed(1).padStart(8)} ${unit}   visé : ${aim}`,
    )
  }
}
