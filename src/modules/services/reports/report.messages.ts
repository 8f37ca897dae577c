/** Who is told when a report moves: whoever told it, and those whose report was merged into it; in the town hall, those whose turn it is. */
import { notify } from '#modules/identity/index.ts'
import { showCode } from '#platform/documents.ts'
import { t } from '#platform/i18n.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import { nameCategory } from './category.facts.ts'
import type { Report } from './report.lifecycle.ts'
import type { ReportStep } from './report.workflow.ts'

type Telling = Pick<Context, 'db' | 'actor' | 'now'>
export type ToldStep = ReportStep | 'create' | 'answer'

/** What whoever told it hears; a step that is not here is the town hall's own business. */
const reporterWords: Partial<Record<ToldStep, string>> = {
  create: 'La mairie l’a reçu. Code de suivi : {code}.',
  take: 'La mairie s’en occupe.',
  resolve: 'La mairie dit qu’il est réglé. Si ce n’est pas le cas, dites-le par le lien.',
  reject: 'La mairie ne peut pas y donner suite. Lisez pourquoi.',
  merge: 'Il est regroupé avec un signalement du même problème, que vous suivez au même endroit.',
  reopen: 'La mairie l’a rouvert.',
  answer: 'La mairie vous a répondu.',
}

export async function tellOfReport(
  context: Telling,
  report: Report,
  step: ToldStep,
): Promise<void> {
  await tellReporters(context, report, step)
  if (step === 'create' || step === 'contest') await tellTeam(context, report, step)
}

async function tellReporters({ db, now }: Telling, report: Report, step: ToldStep) {
  const words = reporterWords[step]
  if (!words) return
  for (const one of await listReporters({ db }, report)) {
    const { contactPhone: phone, contactEmail: email, reference, code } = one
    const to = phone
      ? ({ channel: 'sms', recipient: phone } as const)
      : ({ channel: 'email', recipient: email ?? '' } as const)
    await queueMessage(
      db,
      {
        ...{ ...to, personId: null, topic: 'reports', locale: 'fr' },
        subject: t('Signalement {reference}', { reference }),
        body: t(words, { code: showCode(code) }),
        link: `/signalements/suivi/${showCode(code)}`,
        dedupeKey: `report:${one.id}:${step}:${now.getTime()}`,
      },
      now,
    )
  }
}

/** Those who can still be reached: of this report, and of those merged into it. */
function listReporters({ db }: Pick<Telling, 'db'>, { id }: Pick<Report, 'id'>) {
  return db
    .selectFrom('services.report')
    .select(['id', 'reference', 'code', 'contactPhone', 'contactEmail'])
    .where((is) => is.or([is('id', '=', id), is('mergedInto', '=', id)]))
    .where((is) => is.or([is('contactPhone', 'is not', null), is('contactEmail', 'is not', null)]))
    .orderBy('id')
    .execute()
}

const teamSubjects = {
  create: 'Nouveau signalement : {about}',
  contest: 'Signalement contesté : {about}',
} as const

async function tellTeam({ db, actor, now }: Telling, report: Report, step: 'create' | 'contest') {
  const { id, communeId, reference, category, assigneeId } = report
  await notify(
    db,
    {
      organisationId: communeId,
      ...(assigneeId ? { personIds: [assigneeId] } : { roles: ['agent', 'secretary'] as const }),
      exceptPersonId: actor.id,
      topic: 'reports',
      subject: () => t(teamSubjects[step], { about: reference }),
      text: () => t(nameCategory(category)),
      link: `/espace/signalements/${id}`,
      key: `report:${id}:${step}:team:${now.getTime()}`,
    },
    now,
  )
}
