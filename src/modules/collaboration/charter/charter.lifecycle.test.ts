import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { charterLifecycle } from './charter.lifecycle.ts'
import type { CharterVersion } from './charter.schema.ts'

testLifecycle({
  title: 'La vie d’une version de la charte',
  workflow: charterLifecycle.workflow,
  policy: charterLifecycle.policy,
  rowAt: (status) => ({ status }) as CharterVersion,
  // By a change of its points that takes effect, never by hand.
  allowed: {},
})
