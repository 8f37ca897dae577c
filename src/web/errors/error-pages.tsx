/** The pages of failure: what happened, in plain words, and what to do next. */
import { t } from '#platform/i18n.ts'
import type { FailureViews } from '#platform/web/failures.ts'
import { useView } from '#platform/web.ts'
import { Actions, ButtonLink, Notice, Page } from '../components/index.tsx'

export const failureViews: FailureViews = {
  notFound: (keptAt) => <NotFound keptAt={keptAt} />,
  forbidden: (keptAt) => <Forbidden keptAt={keptAt} />,
  conflict: (message) => <Conflict message={message} />,
  tooLarge: () => <TooLarge />,
  tooMany: () => <TooMany />,
  broken: (reference) => <Broken reference={reference} />,
}

interface Kept {
  keptAt?: string
}

/** What was typed is never lost, even where it may not be sent. */
function KeptForm({ keptAt }: Kept) {
  if (!keptAt) return null
  return (
    <Notice kind="info" title="Ce que vous aviez écrit est gardé un jour">
      <p>
        {t('Choisissez de nouveau pour qui vous l’écriviez, puis revenez-y.')}{' '}
        <a href={keptAt}>{t('Retrouver ce que vous aviez écrit')}</a>
      </p>
    </Notice>
  )
}

function NotFound({ keptAt }: Kept) {
  return (
    <Page
      title="Cette page n’existe pas"
      lead="L’adresse est peut-être incomplète, ou la page a été retirée."
    >
      <KeptForm keptAt={keptAt} />
      <p>{t('Vérifiez l’adresse si vous l’avez tapée. Sinon, partez d’une de ces pages :')}</p>
      <WhereToGo />
    </Page>
  )
}

function Forbidden({ keptAt }: Kept) {
  const { actor } = useView()
  if (actor.assistance) return <LeftToCommune keptAt={keptAt} />
  return (
    <Page
      title="Vous n’avez pas accès à cette page"
      lead="Elle est réservée à d’autres personnes, ou à une autre de vos organisations."
    >
      <KeptForm keptAt={keptAt} />
      <p>
        {t(
          'Si vous travaillez pour plusieurs organisations, choisissez celle pour laquelle vous agissez, puis revenez ici.',
        )}
      </p>
      <Actions>
        <ButtonLink href="/espace/organisations">Changer d’organisation</ButtonLink>
        <ButtonLink href="/espace" kind="quiet">
          Mon espace
        </ButtonLink>
      </Actions>
      <p>
        {t(
          'Si vous pensez que cet accès vous revient, demandez-le au responsable de votre organisation.',
        )}
      </p>
    </Page>
  )
}

function LeftToCommune({ keptAt }: Kept) {
  return (
    <Page
      title="Cette page n’est pas ouverte pendant une assistance"
      lead="Elle revient à la commune elle-même, ou à vos autres activités."
    >
      <KeptForm keptAt={keptAt} />
      <p>
        {t('Vous rédigez et répondez pour le compte de la commune ; elle approuve et décide.')}{' '}
        {t('Pour retrouver vos pages, arrêtez l’assistance.')}
      </p>
      <Actions>
        <ButtonLink href="/espace">Mon espace</ButtonLink>
      </Actions>
    </Page>
  )
}

function Conflict({ message }: { message: string }) {
  return (
    <Page title="Cette action n’est plus possible">
      <Notice kind="warning">
        <p>{t(message)}</p>
      </Notice>
      <p>
        {t(
          'Revenez à la page précédente et rechargez-la : elle montrera l’état actuel du dossier.',
        )}
      </p>
      <WhereToGo />
    </Page>
  )
}

function TooLarge() {
  return (
    <Page
      title="L’envoi est trop lourd"
      lead="Un des fichiers, ou l’ensemble, dépasse la taille acceptée."
    >
      <p>
        {t(
          'Revenez en arrière avec le bouton de votre navigateur : ce que vous avez écrit y est encore.',
        )}
      </p>
      <ul>
        <li>{t('Une photo prise au téléphone peut être réduite avant l’envoi.')}</li>
        <li>{t('Un document numérisé pèse moins en noir et blanc, à 150 points par pouce.')}</li>
        <li>{t('Plusieurs fichiers peuvent être envoyés l’un après l’autre.')}</li>
      </ul>
    </Page>
  )
}

function TooMany() {
  return (
    <Page
      title="Trop d’essais en peu de temps"
      lead="Par sécurité, attendez quelques minutes avant de recommencer."
    >
      <p>
        {t(
          'Rien n’a été modifié. Si plusieurs personnes partagent votre connexion, leurs essais comptent avec les vôtres.',
        )}
      </p>
      <WhereToGo />
    </Page>
  )
}

function Broken({ reference }: { reference: string }) {
  return (
    <Page
      title="Une erreur est survenue de notre côté"
      lead="Rien n’a été enregistré à moitié. Vous pouvez recommencer."
    >
      <Notice kind="danger" title="Référence à donner si vous nous écrivez">
        <p>
          <code>{reference}</code>
        </p>
      </Notice>
      <p>
        {t(
          'Revenez en arrière avec le bouton de votre navigateur et envoyez de nouveau. Si l’erreur revient, donnez la référence au secrétariat de l’association.',
        )}
      </p>
      <WhereToGo />
    </Page>
  )
}

function WhereToGo() {
  return (
    <Actions>
      <ButtonLink href="/">Accueil</ButtonLink>
      <ButtonLink href="/communes" kind="quiet">
        Communes
      </ButtonLink>
      <ButtonLink href="/solutions" kind="quiet">
        Solutions
      </ButtonLink>
      <ButtonLink href="/aide" kind="quiet">
        Aide
      </ButtonLink>
    </Actions>
  )
}
