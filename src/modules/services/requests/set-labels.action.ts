/** The words by which a town hall sorts its requests: its own, not the citizen's. */
import { Forbidden } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import type { Request } from './request.lifecycle.ts'
import { requestPolicy } from './request.policy.ts'

const most = 10
const longest = 40

/** From « Urgent, à rappeler »: each once, ten at most. */
export function readLabels(typed: string): string[] {
  const labels = typed
    .split(/[,;\n]/)
    .map((label) => label.trim().slice(0, longest))
    .filter(Boolean)
  return [...new Set(labels)].slice(0, most)
}

export async function setLabels(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  request: Request,
  typed: string,
): Promise<void> {
  if (!requestPolicy.instruct(actor, request)) throw new Forbidden()
  await db
    .updateTable('services.request')
    .set({ labels: readLabels(typed) })
    .where('id', '=', request.id)
    .execute()
}
