/** What is sent and answered, by the names of GovStack's Registration building block; what it has no word for comes after. */
import { z } from 'zod'
import { standardStatuses } from './application-status.rules.ts'
import { machineSteps } from './task.rules.ts'

const moment = z.iso.datetime({ offset: true })
const day = z.iso.date()

export const StatusModel = z.object({
  code: z.enum(standardStatuses),
  title: z.string(),
  step: z.string().describe('L’état exact dans Cauri, par exemple « inReview ».'),
})

export const Service = z.object({
  id: z.uuid(),
  serviceKey: z.uuid(),
  name: z.string(),
  version: z.string().describe('Numéro de la révision en vigueur.'),
  type: z.literal('Public'),
  isExecutable: z.boolean().describe('Faux quand la commune a suspendu la démarche.'),
  isClosed: z
    .boolean()
    .describe(
      'Attribut des processus BPMN : rien ne s’échange hors de ce qui est décrit. Toujours vrai.',
    ),
  description: z.string(),
  serviceBody: z
    .array(z.object({ code: z.string(), value: z.string() }))
    .describe('commune, communeName, municipalService, department, timeLimitDays, document…'),
})

export const EFormListItem = z.object({
  eFormId: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.string(),
  latest: z.boolean(),
})

export const EForm = EFormListItem.extend({
  schema: z.looseObject({}).describe('Schéma JSON (2020-12) des réponses.'),
})

const form = z.object({
  eFormId: z.string('Indiquez le formulaire'),
  data: z
    .record(z.string(), z.unknown(), 'Envoyez les réponses')
    .describe('Les réponses, selon le schéma du formulaire ; un document par son documentId.'),
})

export const ApplicationFileSubmit = z.object({
  applicantId: z
    .string('Indiquez comment votre système nomme l’usager')
    .min(1)
    .max(100)
    .describe('Comment votre système nomme l’usager : un identifiant, jamais un nom ni un NPI.'),
  formData: form,
})

export const ApplicationReceipt = z.object({
  fileId: z.uuid(),
  reference: z.string().describe('Le numéro que l’usager garde.'),
  applicantId: z.string(),
  registered: moment,
  serviceKey: z.uuid(),
  serviceName: z.string(),
  status: StatusModel,
  ended: z.boolean(),
  dueOn: day.nullable().describe('Réponse au plus tard ; null sans délai annoncé.'),
})

export const ApplicationListItem = ApplicationReceipt.extend({ eformId: z.string() })

export const ApplicationFile = ApplicationReceipt.extend({
  applicationData: z.object({
    applicantId: z.string(),
    created: moment,
    formData: form,
    documentUrls: z.array(z.string()),
  }),
  completionAsked: z.string().nullable().describe('Ce que la mairie demande de compléter.'),
  decision: z
    .object({
      isAccepted: z.boolean(),
      decidedAt: moment,
      reasons: z.string().nullable(),
      remedy: z.string().nullable(),
    })
    .nullable(),
  history: z.array(z.object({ step: z.string(), at: moment })),
})

export const UploadResponse = z.object({
  code: z.number().int(),
  type: z.string(),
  message: z.string(),
  url: z.string(),
  documentId: z.uuid(),
})

export const UserTask = z.object({
  taskId: z.string(),
  mainTaskId: z.uuid(),
  name: z.string(),
  created: moment,
  description: z.string(),
  serviceKey: z.uuid(),
  serviceName: z.string(),
  fileId: z.uuid(),
  eFormId: z.string(),
  status: StatusModel,
})

export const TaskToComplete = UserTask.extend({
  taskName: z.string(),
  formVariables: z.object({
    step: z.enum(machineSteps),
    isMessageAsked: z.boolean(),
  }),
})

export const TaskCompletion = z.object({
  data: z
    .object({
      message: z.string().trim().max(4000).optional().describe('Ce qui manque, pour « Vérifier ».'),
    })
    .default({}),
})

export const CompletedTask = z.object({
  taskId: z.string(),
  fileId: z.uuid(),
  serviceKey: z.uuid(),
  status: StatusModel,
  variables: z.object({}),
})

export const StatisticsLine = z.object({
  period: z.string().regex(/^\d{4}-\d{2}$/),
  serviceKey: z.uuid(),
  serviceName: z.string(),
  registered: z.number().int(),
  approved: z.number().int(),
  rejected: z.number().int(),
  sentBack: z.number().int(),
  pending: z.number().int(),
})

/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('En français : ce qu’il faut faire.'),
  code: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional(),
})

export const PageQuery = z.object({
  maxResult: z.coerce
    .number('Indiquez un nombre entre 1 et 100')
    .int('Indiquez un nombre entre 1 et 100')
    .min(1, 'Indiquez un nombre entre 1 et 100')
    .max(100, 'Indiquez un nombre entre 1 et 100')
    .default(50),
  after: z
    .uuid('Reprenez l’adresse de l’en-tête Link')
    .optional()
    .describe('La page suivante : donnée par l’en-tête Link, rel="next".'),
})

export const ServiceQuery = PageQuery.extend({
  name: z.string().max(100).default('').describe('Une partie du nom.'),
  commune: z.string().max(60).optional().describe('Par exemple « glazoue ».'),
})

export const ApplicationQuery = PageQuery.extend({
  serviceKey: z.uuid().optional(),
  applicantId: z.string().min(1).max(100).optional(),
  status: z.enum(standardStatuses).optional(),
})

export const TaskQuery = PageQuery.extend({
  fileId: z.uuid().optional(),
  serviceKey: z.uuid().optional(),
})

export const StatisticsQuery = z.object({
  from: z.iso.date().optional().describe('Premier jour ; un an avant par défaut.'),
  serviceKey: z.uuid().optional(),
})
