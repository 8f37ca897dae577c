/** The numbers of an anonymous call: drawn, so that neither the order of arrival nor a name shows through. */

/** 1 to `count`, each once, in an order that `draw` decides; `draw(n)` gives a whole number from 0 to n - 1. */
export function drawNumbers(count: number, draw: (below: number) => number): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  for (let last = count - 1; last > 0; last--) {
    const chosen = draw(last + 1)
    const kept = numbers[last] as number
    numbers[last] = numbers[chosen] as number
    numbers[chosen] = kept
  }
  return numbers
}
