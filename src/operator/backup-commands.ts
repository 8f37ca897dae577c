/** Everything into one file, and back. docs/operations/backup.md tells when. */
import { statSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { writeBackup } from '#platform/backup/backup.ts'
import { NotRestored } from '#platform/backup/backup-reader.ts'
import { countRows, isServed } from '#platform/backup/occupancy.ts'
import { restoreBackup } from '#platform/backup/restore.ts'
import { formatNumber } from '#platform/format.ts'
import { recordOperation } from '#platform/operations/operations.ts'
import { type Command, complain, say } from './command.ts'

export const backup: Command = {
  usage: 'backup FICHIER',
  purpose: 'écrit dans un fichier toutes les lignes, tous les fichiers et le secret',
  run: async (opened, [file = '']) => {
    if (file === '') return complain('Indiquez le fichier à écrire : script/cauri backup FICHIER')
    const startedAt = new Date()
    const { rows, files, lost } = await writeBackup(opened, file)
    await recordOperation(opened.platform.db, {
      ...{ kind: 'backup', startedAt, finishedAt: new Date(), isWhole: lost === 0 },
      counts: { rows, files, lost },
    })
    say(
      `Sauvegarde écrite dans ${file} : ${formatNumber(rows)} lignes, ${formatNumber(files)} fichiers, ${formatNumber(Math.ceil(statSync(file).size / 1000))} Ko.`,
    )
    if (lost === 0) return 0
    return complain(
      `Attention : ${formatNumber(lost)} fichiers manquent dans le dossier des fichiers ; la sauvegarde ne les contient pas.`,
      1,
    )
  },
}

export const restore: Command = {
  usage: 'restore FICHIER [--remplacer]',
  purpose: 'remet une sauvegarde dans une base vide, ou à la place de ce que la base contient',
  run: async (opened, words) => {
    const file = words.find((word) => !word.startsWith('--'))
    if (file === undefined)
      return complain('Indiquez le fichier à lire : script/cauri restore FICHIER')
    statSync(file)
    const present = await countRows(opened.connection)
    if (present > 0 && (await isServed(opened.connection)))
      return complain('Un serveur Cauri travaille sur cette base : arrêtez-le d’abord.', 1)
    if (present > 0 && !words.includes('--remplacer') && !(await confirmReplacing(present)))
      return complain('Rien n’a été changé.', 1)
    return restoreFrom(opened, file, present > 0)
  },
}

async function restoreFrom(
  opened: Parameters<Command['run']>[0],
  file: string,
  replaces: boolean,
): Promise<number> {
  try {
    const { rows, files } = await restoreBackup(opened, file, { replaces })
    say(`Restauré : ${formatNumber(rows)} lignes, ${formatNumber(files)} fichiers.`)
    say('Vérifiez maintenant le journal : script/cauri verify-audit')
    return 0
  } catch (error) {
    if (!(error instanceof NotRestored)) throw error
    return complain(`${error.message} Rien n’a été changé.`, 1)
  }
}

/** Asked of a person only: a script says --remplacer, or is refused. */
async function confirmReplacing(present: number): Promise<boolean> {
  const warning = `La base n’est pas vide : ${formatNumber(present)} lignes, qui seraient effacées, journal d’audit compris.`
  if (!process.stdin.isTTY) {
    complain(
      `${warning}\nRestaurez dans une base neuve (un autre CAURI_DATA_DIR ou DATABASE_URL), ou ajoutez --remplacer.`,
    )
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${warning}\nPour les remplacer, écrivez « remplacer » : `)
  terminal.close()
  return answer.trim() === 'remplacer'
}
