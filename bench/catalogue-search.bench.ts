/** How long a search of the catalogue takes with 20,000 solutions: each must stay under 50 ms at the median. */

import { useDatabase } from '#test/database.ts'
import { searchCatalogue } from '../src/modules/directory/catalogue/catalogue.queries.ts'
import { readSearch } from '../src/modules/directory/catalogue/catalogue-query.rules.ts'
import { fillCatalogue } from './catalogue-world.ts'
import { measure, report } from './measure.ts'

const searches: readonly [string, Record<string, string | string[]>][] = [
  ['sans mot', {}],
  ['deux domaines, une connexion', { domaine: ['markets', 'waste'], connexion: '3g' }],
  ['les mieux notées, à petit prix', { tri: 'notees', cout: ['zero', 'petit'] }],
  ['un mot', { q: 'marché' }],
  ['deux mots', { q: 'école cantine' }],
  ['deux mots, un filtre', { q: 'taxe abonnement', domaine: 'local-revenue' }],
  ['une faute', { q: 'redevence' }],
  ['un mot commencé', { q: 'cimet' }],
  ['rien', { q: 'xyzzy' }],
]

const database = await useDatabase()
await fillCatalogue(database.db, 20_000)
const measures = []
for (const [name, query] of searches) {
  const search = readSearch(query)
  measures.push(
    await measure(`catalogue, 20 000 solutions : ${name}`, '50 ms', () =>
      searchCatalogue(database.db, search),
    ),
  )
}
report(measures)
await database.close()
