/** A prompt for the questions no page answers: it reads, and writes only when the operator says why. */
import repl from 'node:repl'
import { connect } from '#platform/database.ts'
import type { OpenPlatform } from '#platform/open-platform.ts'
import { type Command, complain, say } from './command.ts'
import { createConsole } from './console.ts'

export const consoleCommand: Command = {
  usage: 'console [--ecrire RAISON]',
  purpose: 'ouvre une invite JavaScript sur la base, en lecture seule sauf raison donnée',
  run: async (opened, [option, ...words]) => {
    const reason = words.join(' ').trim()
    if (option !== undefined && option !== '--ecrire')
      return complain('Options : --ecrire RAISON, pour pouvoir modifier.')
    if (option === '--ecrire' && reason.length < 10)
      return complain(
        'Dites pourquoi, en dix caractères au moins : --ecrire "RAISON". Le journal la garde.',
      )
    await talk(opened, reason || null)
    return 0
  },
}

async function talk({ platform, url }: OpenPlatform, reason: string | null): Promise<void> {
  const reading = connect(url, { max: 2, name: 'cauri-console', readsOnly: true })
  say('db lit la base par Kysely ; await ask`select …` affiche des lignes. .exit pour sortir.')
  if (reason !== null)
    say('await write(async (db) => …) modifie en une transaction, notée au journal.')
  const prompt = repl.start({ prompt: 'cauri> ', useGlobal: true })
  Object.assign(prompt.context, createConsole({ reading: reading.db, platform, reason }))
  await new Promise<void>((resolve) => prompt.on('exit', resolve))
  await reading.close()
}
