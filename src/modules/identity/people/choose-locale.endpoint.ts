/** Choosing the language of the pages, kept in the browser. */
import { NotFound } from '#platform/errors.ts'
import { listLocales } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { endpoint, seeOther } from '#platform/web.ts'
import { toLocalPath } from '../sessions/next-address.rules.ts'

export const chooseLocaleEndpoint = endpoint('/langue/:locale', {
  load: ({ locale }) => {
    if (!listLocales().includes(locale)) throw new NotFound()
    return locale
  },
  allow: everyone,
  reply: (locale, { query, setCookie }) => {
    setCookie('cauri-langue', locale, { maxAge: 31_536_000 })
    return seeOther(toLocalPath(query.suite, '/'))
  },
})
