/** Puts in force what was approved for today: the changes of one list and one day together, in a transaction of their own. */
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import type { Platform } from '#platform/web.ts'
import { applyChanges } from './change.actions.ts'
import { tellAuthor } from './change.messages.ts'
import { listDueChanges } from './change.queries.ts'
import { getList } from './reference-lists.ts'

/** A group that fails holds back no other; it is tried again an hour later. */
export async function applyDueChanges({ db, log }: Platform, now: Date): Promise<void> {
  const due = await readAs(db, system, (reading) => listDueChanges(reading, toDay(now)))
  const groups = new Map<string, { listCode: string; ids: string[] }>()
  for (const { id, listCode, takesEffectOn } of due) {
    const group = groups.get(`${takesEffectOn} ${listCode}`) ?? { listCode, ids: [] }
    groups.set(`${takesEffectOn} ${listCode}`, { ...group, ids: [...group.ids, id] })
  }
  for (const { listCode, ids } of groups.values()) {
    try {
      await writeAs(db, system, async (writing) => {
        const moving = { db: writing, actor: system, now }
        for (const change of await applyChanges(moving, getList(listCode), ids))
          await tellAuthor(moving, change)
      })
    } catch (error) {
      log.error(
        { err: error, listCode, ids },
        'des changements de référentiel n’ont pas pris effet',
      )
    }
  }
}
