/** What modules add to the signed-in home: what waits for somebody, and where they may go. */
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'

export interface SpaceTask {
  readonly title: string
  readonly href: string
  readonly text?: string
  readonly due?: Date | null
  readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger'
}

export interface SpaceLink {
  readonly label: string
  readonly href: string
}

export interface SpaceContribution {
  listTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]>
  listLinks(actor: Actor): SpaceLink[]
}
