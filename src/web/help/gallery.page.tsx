/** The living page of the design system: every component, in each of its states. */
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { action, page, seeOther } from '#platform/web.ts'
import { Page } from '../components/index.tsx'
import { ActSamples } from './gallery-acts.view.tsx'
import { FieldSamples } from './gallery-fields.view.tsx'
import { MapSample } from './gallery-map.view.tsx'
import { MatchSamples } from './gallery-match.view.tsx'
import { ReadingSamples } from './gallery-reading.view.tsx'

export const galleryPage = page('/aide/composants', {
  load: () => null,
  allow: everyone,
  isPublic: true,
  view: () => <Gallery />,
})

/** The buttons of the page change nothing; they show what an act looks like. */
export const gallerySampleAction = action('/aide/composants', {
  load: () => null,
  allow: everyone,
  input: z.object({}),
  limit: { points: 20, seconds: 60 },
  back: () => '/aide/composants',
  act: async () => seeOther('/aide/composants', 'Voici le message que l’on voit après une action.'),
})

const parts: readonly [string, string, () => ComponentChildren][] = [
  ['lire', 'Lire', ReadingSamples],
  ['comparer', 'Comparer et suivre', MatchSamples],
  ['carte', 'La carte', MapSample],
  ['ecrire', 'Écrire', FieldSamples],
  ['agir', 'Agir', ActSamples],
]

function Gallery() {
  return (
    <Page
      title="Composants"
      lead="Tout ce dont les pages de Cauri sont faites. Les exemples sont inventés."
      breadcrumbs={[{ label: 'Aide', href: '/aide' }]}
      wide
    >
      {parts.map(([id, title, Samples]) => (
        <section key={id} id={id}>
          <h2>{t(title)}</h2>
          <Samples />
        </section>
      ))}
    </Page>
  )
}
