/** Whether an act still holds. */
import { Tag } from '#web/components/index.tsx'
import type { Act } from './act.queries.ts'

export function ActState({ act }: { readonly act: Act }) {
  return act.revokedAt ? <Tag tone="danger">Retiré</Tag> : <Tag tone="success">En vigueur</Tag>
}
