/** The recovery codes, shown for ten minutes after they were made: long enough to print them after a cut. */
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'

export const path = '/espace/compte/double-authentification'

interface ShownCodes {
  readonly personId: string
  readonly codes: readonly string[]
}

export const shownCodes = createSealedCookie<ShownCodes>('cauri-codes-de-secours', 600)

export const shownCodesPage = page(`${path}/codes`, {
  load: (_, context) => {
    const shown = shownCodes.read(context)
    return shown?.personId === context.actor.id ? shown.codes : []
  },
  allow: signedIn,
  view: (codes) => (
    <Page
      title="Vos codes de secours"
      breadcrumbs={[{ label: 'Double authentification', href: path }]}
    >
      {codes.length === 0 ? <NoLongerShown /> : <CodeList codes={codes} />}
      <ButtonLink href={path} kind="quiet">
        Double authentification
      </ButtonLink>
    </Page>
  ),
})

function NoLongerShown() {
  return <p>{t('Ces codes ne se montrent que dix minutes. Vous pouvez en faire de nouveaux.')}</p>
}

function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <Notice kind="warning" title="Imprimez ou recopiez-les maintenant">
        <p>{t('Chacun sert une seule fois, si votre téléphone est perdu ou en panne.')}</p>
      </Notice>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </>
  )
}
