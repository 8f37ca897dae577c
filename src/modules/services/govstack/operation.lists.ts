/** Every operation there is: what endpoints check, the OpenAPI document writes and the guide tells. */
import type { z } from 'zod'
import type { Scope } from '#modules/identity/index.ts'
import * as schema from './registration.schema.ts'

export const prefix = '/govstack/registration/v1'

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the prefix. */
  readonly path: string
  readonly summary: string
  /** Null where everybody may read. */
  readonly scope: Scope | null
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly takesFile?: boolean
  readonly reply: z.ZodType
}

export const operations = {
  listServices: {
    ...{ method: 'GET', path: '/services', summary: 'Les démarches ouvertes', scope: null },
    ...{ query: schema.ServiceQuery, reply: schema.Service.array() },
  },
  getService: {
    ...{ method: 'GET', path: '/services/:serviceId', summary: 'Une démarche', scope: null },
    reply: schema.Service,
  },
  listForms: {
    ...{ method: 'GET', path: '/services/:serviceId/eForms', scope: null },
    ...{ summary: 'Les formulaires d’une démarche', reply: schema.EFormListItem.array() },
  },
  getForm: {
    ...{ method: 'GET', path: '/eForms/:form', summary: 'Un formulaire', scope: null },
    reply: schema.EForm,
  },
  fileApplication: {
    ...{ method: 'POST', path: '/services/:serviceId/applications', scope: 'demandes.deposer' },
    ...{ summary: 'Déposer une demande', body: schema.ApplicationFileSubmit },
    reply: schema.ApplicationReceipt,
  },
  sendDocument: {
    ...{ method: 'POST', path: '/documents', scope: 'demandes.deposer', takesFile: true },
    ...{ summary: 'Envoyer un document', reply: schema.UploadResponse },
  },
  listApplications: {
    ...{ method: 'GET', path: '/applications', scope: 'demandes.lire' },
    ...{ summary: 'Les demandes reçues', query: schema.ApplicationQuery },
    reply: schema.ApplicationListItem.array(),
  },
  getApplication: {
    ...{ method: 'GET', path: '/applications/:fileId', scope: 'demandes.lire' },
    ...{ summary: 'Une demande', reply: schema.ApplicationFile },
  },
  completeApplication: {
    ...{ method: 'PUT', path: '/applications/:fileId', scope: 'demandes.deposer' },
    ...{ summary: 'Compléter une demande', body: schema.ApplicationFileSubmit },
    reply: schema.ApplicationReceipt,
  },
  listTasks: {
    ...{ method: 'GET', path: '/tasks', summary: 'Les tâches', scope: 'taches.traiter' },
    ...{ query: schema.TaskQuery, reply: schema.UserTask.array() },
  },
  getTask: {
    ...{ method: 'GET', path: '/tasks/:task', summary: 'Une tâche', scope: 'taches.traiter' },
    reply: schema.TaskToComplete,
  },
  completeTask: {
    ...{ method: 'POST', path: '/tasks/:task/complete', scope: 'taches.traiter' },
    ...{ summary: 'Faire une tâche', body: schema.TaskCompletion, reply: schema.CompletedTask },
  },
  getStatistics: {
    ...{ method: 'GET', path: '/data/statistics/1.0', scope: 'demandes.lire' },
    ...{ summary: 'Les demandes en nombres', query: schema.StatisticsQuery },
    reply: schema.StatisticsLine.array(),
  },
} as const satisfies Readonly<Record<string, Operation>>
