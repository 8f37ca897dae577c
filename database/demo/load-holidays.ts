/** One day off that nobody will take for a real one, so that the page shows how such a day reads. */
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { type Ago, demoId, personId } from './ids.ts'

export async function loadHolidays(db: Db, ago: Ago): Promise<void> {
  await db
    .insertInto('directory.holiday')
    .values({
      id: demoId('holiday:cowries'),
      day: toDay(ago(-45)),
      name: 'Fête des cauris (démonstration)',
      source: '',
      isConfirmed: false,
      setBy: personId('ancb'),
      setAt: ago(20),
    })
    .execute()
}
