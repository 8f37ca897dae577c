import { actors } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { changeLifecycle } from './change.lifecycle.ts'
import type { ReferenceChange } from './change.schema.ts'
import type { ChangeStatus } from './change.workflow.ts'

const by = (proposedBy: string) => (status: ChangeStatus) =>
  ({ status, proposedBy }) as ReferenceChange

const association = ['secretariatAncb', 'commissaireAncb'] as const
const { workflow, policy } = changeLifecycle

testLifecycle({
  title: 'Un changement proposé par une autre personne',
  ...{ workflow, policy, rowAt: by('somebody-else') },
  allowed: {
    approve: { proposed: [...association] },
    return: { proposed: [...association] },
    resubmit: { returned: ['secretariatAncb'] },
    apply: { approved: [...association] },
    withdraw: {
      proposed: ['secretariatAncb'],
      returned: ['secretariatAncb'],
      approved: ['secretariatAncb'],
    },
  },
})

testLifecycle({
  title: 'Un changement que le secrétariat a écrit lui-même',
  ...{ workflow, policy, rowAt: by(actors.secretariatAncb.id ?? '') },
  allowed: {
    approve: { proposed: ['commissaireAncb'] },
    return: { proposed: ['commissaireAncb'] },
    resubmit: { returned: ['secretariatAncb'] },
    apply: { approved: ['commissaireAncb'] },
    withdraw: {
      proposed: ['secretariatAncb'],
      returned: ['secretariatAncb'],
      approved: ['secretariatAncb'],
    },
  },
})
