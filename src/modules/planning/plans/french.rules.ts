/** Figures as a master plan writes them: always in French, whoever has it generated. */
const whole = new Intl.NumberFormat('fr-FR')
const tenths = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

export function sayMoney(amount: number): string {
  return `${whole.format(amount)} FCFA`
}

export function sayNumber(value: number): string {
  return whole.format(value)
}

export function sayLevel(level: number): string {
  return tenths.format(level)
}

/** « a, b et c » */
export function sayList(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`
}

export function sayCount(count: number, one: string, several: string): string {
  return `${whole.format(count)} ${count > 1 ? several : one}`
}

/** A title inside a sentence: « Former les agents » becomes « former les agents ». */
export function inSentence(title: string): string {
  return title.charAt(0).toLocaleLowerCase('fr') + title.slice(1)
}

/** Paragraphs apart by a blank line; what is not said leaves nothing. */
export function paragraphs(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
