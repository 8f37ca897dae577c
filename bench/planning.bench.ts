/** The national page of planning, whole, through the server: 77 communes over ten years, then a synthetic country of 5,000. */
import { startApp } from '#test/app.ts'
import { type Measure, measure, report } from './measure.ts'
import { addCommunes, fillPlanning } from './planning-world.ts'

const aim = 'moins de 150 ms'

const { app, database, close } = await startApp({ demo: false })

/** Each address is new, so that none comes from the pages that are kept. */
let asked = 0
const open = async (query = '') => {
  asked += 1
  const answer = await app.inject({ url: `/planification?vu=${asked}${query}` })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}`)
}

async function measureCountry(communes: number): Promise<Measure[]> {
  const country = `${communes} communes sur 10 ans`
  return [
    await measure(`page nationale, ${country}`, aim, () => open()),
    await measure(`page nationale, ${country}, une catégorie`, aim, () =>
      open('&categorie=ordinaire'),
    ),
  ]
}

try {
  await fillPlanning(database.db)
  const measures = await measureCountry(77)
  await addCommunes(database.db, 5000)
  await fillPlanning(database.db)
  report([...measures, ...(await measureCountry(5000))])
} finally {
  await close()
}
