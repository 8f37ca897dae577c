/** Pages to read, from the cache when nothing has changed since. */
import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { inLocale } from '../i18n.ts'
import { chooseEncoding, encodePage, renderPage } from './render.ts'
import type { Request } from './request.ts'
import { isRedirect, type PageRoute } from './route.ts'
import type { Site } from './site.ts'
import { loadSubject, readFor, redirect } from './steps.ts'

export async function servePage(
  site: Site,
  route: PageRoute,
  request: Request,
  reply: FastifyReply,
) {
  const visit = await site.openVisit(request, reply)
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const isForAll = route.isPublic && visit.session === null && visit.flash === null
  const key = `${visit.locale} ${encoding} ${request.url}`
  const kept = isForAll ? site.pages.find(key, Date.now()) : undefined
  if (kept) return site.sendPage(request, reply, kept, true)

  const { generation } = site.pages
  const { answered, subject } = await readFor(site, visit.context(), async (context) => {
    const subject = await loadSubject(route, request, context)
    return {
      subject,
      answered: await inLocale(visit.locale, async () => route.view(subject as never, context)),
    }
  })
  await route.afterwards?.(subject as never, visit.context())
  if (isRedirect(answered)) return redirect(site, reply, answered)

  const { view, isPersonal } = visit.view()
  const html = renderPage(view, () => answered as VNode)
  const mayKeep = isForAll && !isPersonal()
  const encoded = await encodePage(html, encoding, mayKeep)
  if (mayKeep) site.pages.keep(key, encoded, generation, Date.now())
  return site.sendPage(request, reply, encoded, mayKeep)
}
