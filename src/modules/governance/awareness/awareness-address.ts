/** Where sensibilisation is read, and where it is prepared. */
export const awarenessPage = '/sensibilisation'
export const awarenessHome = '/espace/sensibilisation'

export const readResource = ({ reference }: { readonly reference: string }) =>
  `${awarenessPage}/ressources/${reference}`
export const workOnResource = ({ id }: { readonly id: string }) =>
  `${awarenessHome}/ressources/${id}`

export const homeCrumb = { label: 'Préparer la sensibilisation', href: awarenessHome }
export const pageCrumb = { label: 'Sensibilisation', href: awarenessPage }
