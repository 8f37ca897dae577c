/** Fills an empty database: the real reference data always, the demonstration world where it was not declined. */
import { storeDemoFiles } from '#demo/files/load-files.ts'
import { loadDemo } from '#demo/load-demo.ts'
import { askForFiles } from '#modules/open-data/index.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import type { Platform } from '#platform/web.ts'
import { loadReference } from '#reference/load-reference.ts'

export async function loadWorld(platform: Platform): Promise<void> {
  await writeAs(platform.db, system, async (db) => {
    await loadReference(db)
    await askForFiles(db)
    if (!platform.config.hasDemo) return
    const now = new Date()
    const isNew = await loadDemo(db, now, platform.secret)
    if (!isNew) return
    await storeDemoFiles(platform.files)
  })
}
