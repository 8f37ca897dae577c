/** The top of every page: where one is, and for whom one acts. */
import { t } from '#platform/i18n.ts'
import { useView } from '#platform/web.ts'
import { Hidden } from '../components/hidden/hidden.tsx'
import { Logo } from '../components/logo/logo.tsx'

const sections = [
  ['/communes', 'Communes'],
  ['/besoins', 'Besoins'],
  ['/appels', 'Appels'],
  ['/projets', 'Projets'],
  ['/solutions', 'Solutions'],
  ['/startups', 'Startups'],
  ['/aide', 'Aide'],
] as const

export function Header() {
  const { actor } = useView()
  return (
    <header class="top">
      <div class="wrap wide">
        <Logo />
        {actor.kind === 'person' && <NavLink href="/espace" label="Mon espace" className="home" />}
        <nav class="nav" aria-label={t('Rubriques')}>
          {sections.map(([href, label]) => (
            <NavLink key={href} href={href} label={label} />
          ))}
        </nav>
        {actor.kind === 'person' ? <Account /> : <VisitorLinks />}
      </div>
    </header>
  )
}

function NavLink({ href, label, className }: { href: string; label: string; className?: string }) {
  return (
    <a class={className} href={href} aria-current={currentMark(useView().url, href)}>
      {t(label)}
    </a>
  )
}

/** 'page' on the page itself, 'true' anywhere below it. */
function currentMark(url: string, href: string): 'page' | 'true' | undefined {
  const path = url.split('?')[0] ?? ''
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

function VisitorLinks() {
  return (
    <div class="me">
      <NavLink href="/connexion" label="Se connecter" />
      <NavLink href="/inscription" label="Créer un compte" />
    </div>
  )
}

function Account() {
  const { actor, csrfToken } = useView()
  return (
    <div class="me">
      <span class="who">
        <b>{actor.assistance ? `${actor.name} (ANCB)` : actor.name}</b>
        {actor.organisation && <span>{actor.organisation.name}</span>}
      </span>
      <a href="/espace/organisations">{t('Changer')}</a>
      <form method="post" action="/deconnexion">
        <Hidden name="_csrf" value={csrfToken()} />
        <button type="submit">{t('Se déconnecter')}</button>
      </form>
    </div>
  )
}
