/** The steps of a town hall with a report: plain buttons, and forms where something must be said. */
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { action, type Context, endpoint, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { findPhoto } from '../photo/keep-photo.ts'
import {
  rejectReport,
  releaseReport,
  reopenReport,
  resolveReport,
  takeReport,
} from '../treat-report.actions.ts'
import {
  backToReport as back,
  loadReport as load,
  may,
  type Treated,
  treatHref,
  treatPath,
} from './load-treated.ts'

const plainSteps = [
  { step: 'take', path: 'prendre', act: takeReport, done: 'Vous avez le signalement en charge.' },
  {
    step: 'release',
    path: 'rendre',
    act: releaseReport,
    done: 'Le signalement est remis à la file.',
  },
] as const

export const plainReportActions = plainSteps.map(({ step, path, act, done }) =>
  action(`${treatPath}/${path}`, {
    load,
    allow: may(step),
    input: z.object({}),
    back: treatHref,
    act: async (treated, _, context) => {
      await act(context, treated.report.id)
      return seeOther(treatHref(treated), done)
    },
  }),
)

type Subject = Pick<Treated, 'report'>

export const resolveReportPage = reasonForm(`${treatPath}/regler`, {
  ...{ load, allow: may('resolve'), back },
  title: 'Dire que c’est réglé',
  label: 'Ce qui a été fait',
  hint: 'Tout le monde le lit, et qui a signalé est prévenu. Il peut dire pendant un mois que ce n’est pas réglé.',
  done: 'Le signalement est réglé. Qui l’a fait est prévenu.',
  act: ({ report }: Subject, answer, context) => resolveReport(context, report.id, answer),
})

export const rejectReportPage = reasonForm(`${treatPath}/rejeter`, {
  ...{ load, allow: may('reject'), back },
  title: 'Rejeter le signalement',
  label: 'Pourquoi la mairie n’y donne pas suite',
  hint: 'Tout le monde le lit. Dites à qui s’adresser si ce n’est pas la commune.',
  done: 'Le signalement est rejeté. Qui l’a fait est prévenu.',
  isDangerous: true,
  act: ({ report }: Subject, reason, context) => rejectReport(context, report.id, reason),
})

export const reopenReportPage = reasonForm(`${treatPath}/rouvrir`, {
  ...{ load, allow: may('reopen'), back },
  title: 'Rouvrir le signalement',
  label: 'Pourquoi il est rouvert',
  hint: 'Tout le monde le lit, et qui a signalé est prévenu.',
  done: 'Le signalement est rouvert.',
  act: ({ report }: Subject, reason, context) => reopenReport(context, report.id, reason),
})

export const reportPhotoEndpoint = endpoint(`${treatPath}/photo`, {
  load: async (params: { reportId: string }, context: Context) => {
    const { report } = await load(params, context)
    return { report, photo: await findPhoto(context.db, report.id) }
  },
  allow: may('read'),
  reply: async ({ report, photo }, { platform }) => {
    if (!photo) throw new NotFound()
    const name = `${report.reference}.${photo.mediaType.replace('image/', '')}`
    return {
      headers: { ...describeFile({ ...photo, name }), 'cache-control': 'private, no-store' },
      body: await platform.files.open(photo.sha256),
    }
  },
})
