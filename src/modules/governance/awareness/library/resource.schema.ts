/** A resource of the library: what kind it is, of what and for whom, and what it needs to be whole. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { domainLabels, serviceLabels } from '#modules/directory/index.ts'
import type { Tables } from '#platform/database.ts'
import { fields, mediaTypes, optionalFile } from '#platform/web.ts'
import { audiences } from '../audience.labels.ts'
import type { ResourceStatus } from './resource.workflow.ts'

export const resourceKinds = ['sheet', 'video', 'caseStudy', 'experience', 'document'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export type Resource = Omit<
  Selectable<Tables['governance.resource']>,
  'status' | 'kind' | 'document'
> & { readonly status: ResourceStatus; readonly kind: ResourceKind }

export const isKind = (text: string): text is ResourceKind =>
  resourceKinds.includes(text as ResourceKind)

export const ResourceInput = z.object({
  title: fields.text({ min: 5, max: 200, missing: 'Donnez un titre' }),
  summary: fields.text({ min: 20, max: 400, missing: 'Résumez en une phrase ou deux' }),
  body: fields.optionalText(20_000),
  solutionId: z.preprocess(
    (value) => value || null,
    z.uuid('Choisissez une solution de la liste').nullable(),
  ),
  domains: fields.choices(Object.keys(domainLabels), {
    min: 1,
    missing: 'Choisissez au moins un domaine',
  }),
  services: fields.choices(Object.keys(serviceLabels)),
  audiences: fields.choices(audiences, { min: 1, missing: 'Dites à qui elle s’adresse' }),
  videoUrl: fields.optionalUrl(),
  videoMinutes: fields.optionalInteger(1, 600),
  videoMegabytes: fields.optionalInteger(1, 5000),
  file: optionalFile([mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg], 10),
  version: fields.version(),
})
export type ResourceValues = z.infer<typeof ResourceInput>
