/** Puts in force what was approved for today: each change in a transaction of its own, so that one that fails holds back no other. */
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import type { Platform } from '#platform/web.ts'
import { applyChange } from './change.actions.ts'
import { tellAuthor } from './change.messages.ts'
import { listDueChanges } from './change.queries.ts'

export async function applyDueChanges({ db, log }: Platform, now: Date): Promise<void> {
  const due = await readAs(db, system, (reading) => listDueChanges(reading, toDay(now)))
  for (const id of due) {
    try {
      await writeAs(db, system, async (writing) => {
        const moving = { db: writing, actor: system, now }
        await tellAuthor(moving, await applyChange(moving, id))
      })
    } catch (error) {
      log.error({ err: error, changeId: id }, 'un changement de référentiel n’a pas pris effet')
    }
  }
}
