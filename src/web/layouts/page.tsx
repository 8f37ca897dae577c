/** The whole document every page is written in. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'
import { Breadcrumbs, type Crumb } from '../components/breadcrumbs/breadcrumbs.tsx'
import {
  ErrorSummary,
  type Errors,
  listErrors,
} from '../components/error-summary/error-summary.tsx'
import { Island } from '../components/island/island.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { AssistanceBanner } from './assistance-banner.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

export interface PageProps {
  title: string
  /** For search engines and shared links. */
  description?: string
  errors?: Errors
  breadcrumbs?: readonly Crumb[]
  /** Above the title: a kind, a reference, a status. */
  kicker?: ComponentChildren
  /** One sentence below the title. */
  lead?: string
  /** Replaces the heading: the component must then hold the h1. */
  hero?: ComponentChildren
  /** Uses the whole width: tables, maps. */
  wide?: boolean
  aside?: ComponentChildren
  children?: ComponentChildren
  /** Where a reader follows what this page lists: /besoins.atom */
  feed?: string
  /** File names of scripts: 'passkey.js'. */
  islands?: readonly string[]
}

export function Page(props: PageProps) {
  const { locale } = useView()
  return (
    <html lang={locale}>
      <Head {...props} />
      <body>
        <a class="skip" href="#contenu">
          {t('Aller au contenu')}
        </a>
        <Header />
        <AssistanceBanner />
        {props.hero ? <WithHero {...props} /> : <WithHeading {...props} />}
        <Footer />
      </body>
    </html>
  )
}

function WithHeading(props: PageProps) {
  return (
    <div class={props.wide ? 'wrap wide page' : 'wrap page'}>
      {props.breadcrumbs && <Breadcrumbs items={props.breadcrumbs} />}
      <main id="contenu" tabIndex={-1}>
        <FlashMessage />
        <ErrorSummary errors={props.errors} />
        <Heading {...props} />
        <Body {...props} />
      </main>
    </div>
  )
}

function WithHero(props: PageProps) {
  return (
    <main id="contenu" tabIndex={-1}>
      {props.hero}
      <div class="wrap wide page">
        <FlashMessage />
        <Body {...props} />
      </div>
    </main>
  )
}

function Head({ title, description, errors, feed, islands = [] }: PageProps) {
  const { assetUrl } = useView()
  const prefix = listErrors(errors).length > 0 ? `${t('Erreur :')} ` : ''
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${prefix}${t(title)} — Cauri`}</title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      {description && <meta name="description" content={t(description)} />}
      <meta name="theme-color" content="#0b4a35" />
      <link rel="icon" href={assetUrl('favicon.svg')} />
      <link rel="stylesheet" href={assetUrl('index.css')} />
      {feed && <link rel="alternate" type="application/atom+xml" title={t(title)} href={feed} />}
      {islands.map((name) => (
        <Island key={name} name={name} />
      ))}
    </head>
  )
}

function Heading({ title, kicker, lead }: PageProps) {
  return (
    <>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1>{t(title)}</h1>
      {lead && <p class="lead">{t(lead)}</p>}
    </>
  )
}

function Body({ aside, children }: PageProps) {
  if (!aside) return children
  return (
    <div class="split">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}

const flashKinds = { success: 'success', error: 'danger', info: 'info' } as const

function FlashMessage() {
  const { flash } = useView()
  if (!flash) return null
  return (
    <Notice kind={flashKinds[flash.kind]} role={flash.kind === 'error' ? 'alert' : 'status'}>
      <p>{t(flash.text)}</p>
    </Notice>
  )
}
