/** Choosing the language of the pages: kept in the browser, and with the person who is signed in. */
import { NotFound } from '#platform/errors.ts'
import { listLocales } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, seeOther } from '#platform/web.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'

export function keepLocale({ setCookie }: Context, locale: string): void {
  setCookie('cauri-langue', locale, { maxAge: 365 * 86_400 })
}

export const chooseLocaleEndpoint = endpoint('/langue/:locale', {
  load: ({ locale }) => {
    if (!listLocales().includes(locale)) throw new NotFound()
    return locale
  },
  allow: everyone,
  reply: (locale, context) => {
    keepLocale(context, locale)
    const back = seeOther(toLocalPath(context.query.suite, '/'))
    const { id } = context.actor
    return id ? () => rememberLocale(context, id, locale).then(() => back) : back
  },
})

/** A link brings people here, and what a GET reads with cannot write: it is written afterwards. */
async function rememberLocale({ platform }: Context, personId: string, locale: string) {
  await platform.db
    .updateTable('identity.person')
    .set({ locale })
    .where('id', '=', personId)
    .execute()
}
