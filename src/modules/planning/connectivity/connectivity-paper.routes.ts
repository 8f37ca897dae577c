/** The connectivity sheet of a commune, for everybody: it says what its public page says. */
import { type Commune, getCommuneBySlug, getCommuneIssuer } from '#modules/directory/index.ts'
import { type NewDocument, nameCommune, paperRoutes } from '#platform/documents.ts'
import { NotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import type { Context, Route } from '#platform/web.ts'
import { writeConnectivitySheet } from './connectivity.paper.ts'
import { loadConnectivityGap } from './gap.queries.ts'
import { listProviders } from './provider.queries.ts'
import type { SiteState } from './site.schema.ts'
import { listSiteStates } from './state.queries.ts'

interface Subject {
  readonly commune: Commune
  readonly states: readonly SiteState[]
}

async function write({ commune, states }: Subject, { db, now }: Context): Promise<NewDocument> {
  const issuer = await getCommuneIssuer(db, commune.id)
  const days = states.map(({ computedAt }) => computedAt.getTime())
  const model = writeConnectivitySheet({
    communeName: commune.name,
    code: commune.code,
    states,
    gap: await loadConnectivityGap(db, commune.id, now),
    providers: new Map((await listProviders(db)).map(({ code, name }) => [code, name])),
    issuer,
    computedAt: new Date(Math.max(...days)),
  })
  return {
    kind: 'connectivitySheet',
    subject: { kind: 'commune', id: commune.id },
    issuer: { id: commune.id, name: nameCommune(issuer.name) },
    readerIds: [],
    isPublic: true,
    model,
  }
}

/** A commune that declared nothing has no sheet. */
const sheet = {
  load: async ({ slug }: { slug: string }, { db }: Context): Promise<Subject> => {
    const commune = await getCommuneBySlug(db, slug)
    const states = await listSiteStates(db, commune.id)
    if (states.length === 0) throw new NotFound()
    return { commune, states }
  },
  allow: everyone,
  write,
}

export const connectivityPaperRoutes: Route[] = [
  ...paperRoutes('/communes/:slug/connectivite/fiche', sheet),
]
