/** The need that an action became, and how far it has gone, as collaboration tells it. */
import { t } from '#platform/i18n.ts'
import { Tag, type Tone } from '#web/components/index.tsx'
import type { PlanAction } from './plan.schema.ts'

/** What came of it, from the first draft to the project. */
const stages: Readonly<Record<string, { label: string; tone: Tone }>> = {
  draft: { label: 'Besoin en rédaction', tone: 'neutral' },
  submitted: { label: 'Besoin à approuver', tone: 'warning' },
  returned: { label: 'Besoin à corriger', tone: 'warning' },
  published: { label: 'Besoin publié', tone: 'info' },
  callOpen: { label: 'Appel en cours', tone: 'info' },
  agreement: { label: 'Convention', tone: 'info' },
  project: { label: 'Projet', tone: 'success' },
  met: { label: 'Besoin satisfait', tone: 'success' },
  withdrawn: { label: 'Besoin abandonné', tone: 'neutral' },
}

/** Those of whom everybody may read the need. */
const publicStages = ['published', 'callOpen', 'agreement', 'project', 'met']

type Props = Pick<PlanAction, 'needId' | 'needReference' | 'needStatus'> & {
  /** In the commune's own space, where its drafts are read too. */
  readonly isOwn?: boolean
}

export function ActionNeed({ needId, needReference, needStatus, isOwn = false }: Props) {
  const stage = stages[needStatus ?? '']
  const isPublic = publicStages.includes(needStatus ?? '')
  if (needId === null || !stage || !(isOwn || isPublic)) return null
  const href = isOwn ? `/espace/besoins/${needId}` : `/besoins/${needReference}`
  return (
    <>
      <a href={href}>{needReference ?? t('Le besoin')}</a>{' '}
      <Tag tone={stage.tone}>{t(stage.label)}</Tag>
    </>
  )
}
