/** Everything an association hands over, in files a spreadsheet opens. */
import { collaborationTables } from '#modules/collaboration/index.ts'
import { directoryTables } from '#modules/directory/index.ts'
import { governanceTables } from '#modules/governance/index.ts'
import { identityTables, listEveryOrganisationName } from '#modules/identity/index.ts'
import { planningTables } from '#modules/planning/index.ts'
import { servicesTables } from '#modules/services/index.ts'
import { formatNumber, toDay } from '#platform/format.ts'
import { describeExport, exportTables } from '#platform/tables/export-tables.ts'
import { platformTables } from '#platform/tables/platform-tables.ts'
import { type Command, complain, say } from './command.ts'

const tables = [
  ...directoryTables,
  ...planningTables,
  ...collaborationTables,
  ...servicesTables,
  ...governanceTables,
  ...identityTables,
  ...platformTables,
]

export const exportCommand: Command = {
  usage: 'export DOSSIER',
  purpose: 'écrit en CSV ce que l’association peut transmettre, dans un dossier vide',
  run: async ({ platform, connection }, [directory = '']) => {
    if (directory === '')
      return complain('Indiquez le dossier à remplir : script/cauri export DOSSIER')
    const names = await listEveryOrganisationName(platform.db)
    const written = await exportTables(connection, directory, tables, names)
    if (written === 'notEmpty')
      return complain(`${directory} n’est pas vide : indiquez un dossier vide ou nouveau.`, 1)
    await describeExport(directory, written, toDay(new Date()))
    for (const { file, rows } of written) say(`${file}.csv : ${formatNumber(rows)} lignes`)
    say(`${directory}/LISEZ-MOI.txt dit ce que contient chaque fichier.`)
    return 0
  },
}
