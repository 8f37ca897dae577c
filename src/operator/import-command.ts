/** Official files into the directory: all of a file, or nothing and every reason why. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { importBoundaries, importCommunes } from '#modules/directory/index.ts'
import { formatNumber } from '#platform/format.ts'
import { decodeText } from '#platform/tables/decode-text.rules.ts'
import { loadWorld } from '../load-world.ts'
import { type Command, complain, say } from './command.ts'

const usage = 'import communes FICHIER.csv, ou import limites FICHIER.geojson [SOURCE]'

export const importCommand: Command = {
  usage: 'import communes|limites FICHIER',
  purpose: 'met à jour les communes (CSV), ou leurs limites sur la carte (GeoJSON)',
  run: async ({ platform }, [what = '', file = '', ...source]) => {
    if (file === '') return complain(`Indiquez quoi importer : script/cauri ${usage}`)
    if (what !== 'communes' && what !== 'limites')
      return complain(`« ${what} » ne s’importe pas : script/cauri ${usage}`)
    const text = [...decodeText(readFileSync(file))].join('')
    await loadWorld(platform)
    if (what === 'limites')
      return tellBoundaries(
        await importBoundaries(
          platform.db,
          text,
          source.join(' ') || path.basename(file),
          new Date(),
        ),
      )
    const outcome = await importCommunes(platform.db, text, new Date())
    if (!outcome.ok) return listFaults(outcome.faults)
    say(`Communes modifiées : ${formatNumber(outcome.changed)}.`)
    return 0
  },
}

function tellBoundaries(outcome: Awaited<ReturnType<typeof importBoundaries>>): number {
  if (!outcome.ok) return listFaults(outcome.faults)
  say(`Limites de communes enregistrées : ${formatNumber(outcome.changed)}.`)
  if (outcome.missing.length > 0) say(`Encore sans limites : ${outcome.missing.join(', ')}.`)
  return 0
}

const mostTold = 30

function listFaults(faults: readonly string[]): number {
  const more = faults.length - mostTold
  const told =
    more > 0 ? [...faults.slice(0, mostTold), `… et ${formatNumber(more)} autres.`] : faults
  return complain(
    [...told, 'Rien n’a été importé : corrigez le fichier, puis recommencez.'].join('\n'),
    1,
  )
}
