/** The readable part of a public address: « Gestion des marchés » becomes gestion-des-marches. */
const longest = 60

export function toSlug(name: string): string {
  const folded = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
  const dashed = folded.replace(/[^a-z0-9]+/g, '-').slice(0, longest)
  return dashed.replace(/^-+|-+$/g, '') || 'sans-nom'
}

/** What to try in turn for a new row: the plain name, then the name marked with the end of its identifier. */
export function listSlugs(name: string, id: string): [string, string] {
  const slug = toSlug(name)
  return [slug, `${slug}-${id.slice(-6)}`]
}
