/** A campaign: what it says, what it is about, whom it is for. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { domainLabels } from '#modules/directory/index.ts'
import { type Axis, axes } from '#modules/planning/index.ts'
import { communeTeam } from '#platform/actor.ts'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { Stage } from '../adoption/adoption.rules.ts'
import type { CampaignStatus } from './campaign.workflow.ts'

export const measuredAxes = ['overall', ...axes] as const
/** Those that adopted have nothing more to be told. */
export const stuckStages = ['informed', 'interested', 'tried'] as const satisfies readonly Stage[]
export const means = ['email', 'sms'] as const
export type Means = (typeof means)[number]
export type TeamRole = (typeof communeTeam)[number]

type Row = Selectable<Tables['governance.campaign']>
export type Campaign = Omit<
  Row,
  'status' | 'axis' | 'stage' | 'channels' | 'roles' | 'atLeast' | 'atMost'
> & {
  readonly status: CampaignStatus
  readonly axis: Axis | 'overall' | null
  readonly stage: (typeof stuckStages)[number] | null
  readonly channels: Means[]
  readonly roles: TeamRole[]
  readonly atLeast: number | null
  readonly atMost: number | null
}

const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) => value || null,
    z.enum(values, 'Choisissez une réponse de la liste').nullable(),
  )

const level = () =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? null : String(value).replace(',', '.')),
    z.coerce
      .number('Indiquez un niveau de 0 à 5')
      .min(0, 'Indiquez un niveau de 0 à 5')
      .max(5, 'Indiquez un niveau de 0 à 5')
      .transform((value) => Math.round(value * 10) / 10)
      .nullable(),
  )

const ids = () =>
  z.preprocess(
    (value) => [value ?? []].flat().filter(Boolean),
    z.array(z.uuid('Choisissez une solution du catalogue')).max(20, 'Vingt solutions au plus'),
  )

const words = z.object({
  title: fields.text({ min: 5, max: 120, missing: 'Donnez un titre, de 5 lettres au moins' }),
  body: fields.text({ min: 20, max: 4000, missing: 'Écrivez le message, de 20 lettres au moins' }),
  sms: fields.optionalText(300),
  channels: fields.choices(means, { min: 1, missing: 'Choisissez au moins un moyen' }),
  solutionIds: ids(),
  domains: fields.choices(Object.keys(domainLabels)),
  page: z.preprocess(
    (value) => (typeof value === 'string' && value.trim()) || null,
    z
      .string()
      .regex(/^\/[a-z][\w/.-]*$/, 'Indiquez une page de Cauri, par exemple /sensibilisation')
      .max(200)
      .nullable(),
  ),
})

const audience = z.object({
  roles: fields.choices(communeTeam, { min: 1, missing: 'Choisissez au moins une fonction' }),
  categories: fields.choices(['particulier', 'intermediaire', 'ordinaire']),
  departments: z.preprocess(
    (value) => [value ?? []].flat().filter(Boolean),
    z.array(z.string().max(20)).max(20),
  ),
  needDomains: fields.choices(Object.keys(domainLabels)),
  axis: optionalChoice(measuredAxes),
  atLeast: level(),
  atMost: level(),
  stage: optionalChoice(stuckStages),
  sendAt: fields.optionalMoment(),
  version: fields.version(),
})

export const CampaignInput = words
  .extend(audience.shape)
  .refine(({ channels, sms }) => !channels.includes('sms') || sms !== '', {
    path: ['sms'],
    message: 'Écrivez ce que les téléphones montrent, ou n’envoyez que des e-mails',
  })
  .refine(({ atLeast, atMost }) => atLeast === null || atMost === null || atLeast <= atMost, {
    path: ['atMost'],
    message: 'Le plus haut niveau ne peut pas être sous le plus bas',
  })
  .refine(({ axis, atLeast, atMost }) => axis !== null || (atLeast === null && atMost === null), {
    path: ['axis'],
    message: 'Choisissez de quelle maturité il s’agit',
  })
  .refine(({ stage, solutionIds }) => stage === null || solutionIds.length > 0, {
    path: ['stage'],
    message: 'Choisissez d’abord la solution dont il s’agit',
  })
export type CampaignValues = z.infer<typeof CampaignInput>
