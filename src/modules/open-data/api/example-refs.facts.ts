/** What every example names: the commune and the startup of the demonstration world. */

export const apiOf = (path: string) => `https://cauri.example/api/v1${path}`
export const pageOfSite = (path: string) => `https://cauri.example${path}`

/** Where an object and its page are. */
export const at = (path: string) => ({ url: apiOf(path), page: pageOfSite(path) })

export const glazoue = { slug: 'glazoue', name: 'Glazoué', url: apiOf('/communes/glazoue') }
export const bohicon = { slug: 'bohicon', name: 'Bohicon', url: apiOf('/communes/bohicon') }
export const startup = {
  ...{ slug: 'axi-numerique', name: 'Axi Numérique' },
  url: apiOf('/startups/axi-numerique'),
}

export const links = (path: string, next: string | null = null) => ({
  self: apiOf(path),
  next: next && apiOf(next),
})
