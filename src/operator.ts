/** What an operator does from the command line. Each command opens the database, works, and leaves. */
import { rebuildAdoption } from '#modules/governance/index.ts'
import { createAdministrator } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { verifyAudit } from '#platform/audit.ts'
import { readConfig } from '#platform/config.ts'
import { writeAs } from '#platform/database.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { loadWorld } from './load-world.ts'
import { backup, restore } from './operator/backup-commands.ts'
import { type Command, complain, explainDiskError, say } from './operator/command.ts'
import { consoleCommand } from './operator/console-command.ts'
import { exportCommand } from './operator/export-command.ts'
import { importCommand } from './operator/import-command.ts'

const commands: Readonly<Record<string, Command>> = {
  migrate: {
    usage: 'migrate',
    purpose: 'met la base à jour et charge les données de référence',
    run: async ({ platform }) => {
      await loadWorld(platform)
      say('La base est à jour.')
      return 0
    },
  },
  'create-admin': {
    usage: 'create-admin ADRESSE NOM',
    purpose: 'crée un compte du secrétariat de l’association',
    run: async ({ platform }, [email = '', ...name]) => {
      if (!email.includes('@') || name.length === 0)
        return complain('Indiquez une adresse électronique et un nom.')
      await loadWorld(platform)
      const person = { email: email.toLowerCase(), name: name.join(' ') }
      const path = await writeAs(platform.db, system, (db) =>
        createAdministrator(db, person, new Date()),
      )
      say(
        `Le compte est prêt. Mot de passe à choisir, une fois, avant demain : ${platform.config.origin}${path}`,
      )
      return 0
    },
  },
  'verify-audit': {
    usage: 'verify-audit',
    purpose: 'vérifie les chaînes du journal d’audit, et sort avec 1 si l’une est rompue',
    run: async ({ platform }) => {
      const { lines, faults } = await verifyAudit(platform.db)
      for (const { chain, sequence, because } of faults)
        say(`Rupture (${because}) : chaîne ${chain}, ligne ${sequence}`)
      say(`${lines} lignes vérifiées, ${faults.length} rupture(s).`)
      return faults.length === 0 ? 0 : 1
    },
  },
  'rebuild-adoption': {
    usage: 'rebuild-adoption',
    purpose: 'relit dans les dossiers jusqu’où chaque commune est allée avec chaque solution',
    run: async ({ platform }) => {
      await writeAs(platform.db, system, rebuildAdoption)
      say('L’adoption des solutions est recomptée.')
      return 0
    },
  },
  backup,
  restore,
  export: exportCommand,
  import: importCommand,
  console: consoleCommand,
}

function describeUsage(): string {
  const lines = Object.values(commands).map(
    ({ usage, purpose }) => `  script/cauri ${usage.padEnd(34)}${purpose}`,
  )
  return `Commandes :\n${lines.join('\n')}`
}

async function runCommand([name = '', ...words]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return complain(describeUsage())
  const config = { ...readConfig(), logLevel: 'warn' }
  const opened = await openPlatform(config, { mayJoin: true })
  try {
    return await command.run(opened, words)
  } catch (error) {
    const explained = explainDiskError(error)
    if (explained === undefined) throw error
    return complain(explained, 1)
  } finally {
    await opened.close()
  }
}

process.exit(await runCommand(process.argv.slice(2)))
