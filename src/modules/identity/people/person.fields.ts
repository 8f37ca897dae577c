/** Fields that several forms ask of people. */
import { fields } from '#platform/web.ts'

export const personName = fields.text({ min: 2, max: 120, missing: 'Indiquez votre nom' })
