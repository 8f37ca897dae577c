/** Help: the guides, and the page of each. */

import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { ButtonLink, Card, CardList, Page } from '../components/index.tsx'
import { accountGuide } from './account-guide.ts'
import { associationGuide } from './association-guide.ts'
import { citizenGuide } from './citizen-guide.ts'
import { communeGuide } from './commune-guide.ts'
import type { Guide, Question } from './guides.ts'
import { startupGuide } from './startup-guide.ts'

export const guides = [communeGuide, startupGuide, citizenGuide, associationGuide, accountGuide]

export const helpPage = page('/aide', {
  load: () => guides,
  allow: everyone,
  isPublic: true,
  view: (all) => <Help guides={all} />,
})

export const guidePages = guides.map((guide) =>
  page(`/aide/${guide.slug}`, {
    load: () => guide,
    allow: everyone,
    isPublic: true,
    view: (shown) => <GuideText guide={shown} />,
  }),
)

function Help({ guides: shown }: { guides: readonly Guide[] }) {
  return (
    <Page
      title="Aide"
      lead="Choisissez ce qui vous ressemble. Chaque page répond aux questions les plus fréquentes."
      description="L’aide de Cauri pour les communes, les startups et les habitants."
      wide
    >
      <CardList>
        {shown.map(({ slug, title, summary }) => (
          <Card key={slug} title={title} href={`/aide/${slug}`}>
            <p>{t(summary)}</p>
          </Card>
        ))}
      </CardList>
      <h2>{t('Les mots de Cauri')}</h2>
      <Words />
      <h2>{t('Vous ne trouvez pas ?')}</h2>
      <p>
        {t(
          'Demandez à la personne qui vous a invité, ou au secrétariat de l’ANCB (coordonnées à confirmer). Si une page affiche une référence d’erreur, donnez-la : elle permet de retrouver ce qui s’est passé.',
        )}
      </p>
    </Page>
  )
}

const words: readonly [string, string][] = [
  ['Besoin', 'Un problème qu’une commune veut résoudre, publié pour que des startups y répondent.'],
  ['Besoin groupé', 'Un besoin que plusieurs communes partagent.'],
  ['Solution', 'Un produit ou un service qu’une startup vérifiée propose aux communes.'],
  ['Usage confirmé', 'Une commune a dit elle-même qu’elle utilise la solution.'],
  [
    'Mise en relation',
    'Le contact entre une commune et une startup, de la demande à la démonstration.',
  ],
  ['SE, RSI', 'Secrétaire exécutif ; responsable du système d’information d’une commune.'],
]

function Words() {
  return (
    <dl class="facts">
      {words.map(([word, meaning]) => (
        <div key={word}>
          <dt>{t(word)}</dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}

function GuideText({ guide }: { guide: Guide }) {
  return (
    <Page title={guide.title} lead={guide.summary} breadcrumbs={[{ label: 'Aide', href: '/aide' }]}>
      <ul>
        {guide.questions.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{t(title)}</a>
          </li>
        ))}
      </ul>
      {guide.questions.map((question) => (
        <Answer key={question.id} question={question} />
      ))}
    </Page>
  )
}

function Answer({ question: { id, title, steps, answer = [], link } }: { question: Question }) {
  return (
    <section id={id}>
      <h2>{t(title)}</h2>
      {steps && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      )}
      {answer.map((paragraph) => (
        <p key={paragraph}>{t(paragraph)}</p>
      ))}
      {link && (
        <ButtonLink kind="quiet" href={link.href}>
          {link.label}
        </ButtonLink>
      )}
    </section>
  )
}
