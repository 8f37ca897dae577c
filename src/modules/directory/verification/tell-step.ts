/** Tells those concerned by a step of the verification, once. */
import { findAssociation, notify } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { messageOf } from './verification.messages.ts'
import type { VerificationStep } from './verification.workflow.ts'

interface MovedFile {
  readonly kind: 'startup' | 'solution'
  readonly id: string
  readonly startupId: string
  readonly name: string
}

export async function tellStep(
  { db, actor, now }: Context,
  file: MovedFile,
  step: VerificationStep,
  reason?: string,
): Promise<void> {
  const message = messageOf(step, file, reason)
  if (!message) return
  const { to, subject, text } = message
  const organisationId = to === 'startup' ? file.startupId : await findAssociation(db)
  if (!organisationId) return
  await notify(
    db,
    {
      organisationId,
      roles: to === 'startup' ? ['manager', 'member'] : ['staff'],
      exceptPersonId: actor.id,
      topic: 'verification',
      isFormal: true,
      subject: () => t('{what} : {about}', { what: subject(), about: file.name }),
      text,
      link: to === 'startup' ? linkOfStartup(file) : linkOfAssociation(file),
      key: `${file.kind}:${file.id}:${step}:${now.getTime()}`,
    },
    now,
  )
}

function linkOfStartup({ kind, id }: MovedFile): string {
  return kind === 'startup' ? '/espace/startup' : `/espace/solutions/${id}`
}

function linkOfAssociation({ kind, id }: MovedFile): string {
  return `/espace/verifications/${kind === 'startup' ? 'startups' : 'solutions'}/${id}`
}
