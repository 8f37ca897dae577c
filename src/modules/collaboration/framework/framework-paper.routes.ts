/** Each published version of the framework as PDF to keep, and in Word to work on. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type NewDocument, paperRoutes } from '#platform/documents.ts'
import { NotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import type { Context, Route } from '#platform/web.ts'
import { writeFrameworkPaper } from './framework.paper.ts'
import { getFrameworkByNumber } from './framework.queries.ts'
import type { FullFramework } from './framework.schema.ts'

const path = '/cadre-de-collaboration/versions/:number/convention-cadre'

const parts = {
  load: async ({ number }: { number: string }, { db }: Context) => {
    if (!/^\d{1,4}$/.test(number)) throw new NotFound()
    return getFrameworkByNumber(db, Number(number))
  },
  allow: everyone,
  write: writePaper,
}

async function writePaper(framework: FullFramework, { db }: Context): Promise<NewDocument> {
  const { id, associationId } = framework.version
  const names = await listOrganisationNames(db, [associationId])
  const name = names.get(associationId) ?? ''
  return {
    kind: 'framework',
    subject: { kind: 'framework', id },
    issuer: { id: associationId, name },
    isPublic: true,
    model: writeFrameworkPaper(framework, name),
  }
}

export const frameworkPaperRoutes: Route[] = paperRoutes(path, parts)
