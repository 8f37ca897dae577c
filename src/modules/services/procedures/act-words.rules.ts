/** What a model of act may name: the questions, by their code, and these words. */
export const actWords = ['reference', 'commune', 'procedure', 'receivedOn', 'today'] as const
export type ActWord = (typeof actWords)[number]

export const placeholder = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g

export function listPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))]
}
