/** The screens of a request, answered by whoever asks; each is kept as it is sent, and as it is typed where scripts run. */
import { t } from '#platform/i18n.ts'
import { Notice, Page } from '#web/components/index.tsx'
import { createScreenRoutes } from '../forms/screen.routes.tsx'
import { type Asked, loadAsked, mayAnswer, placesOf, requestPath } from './load-request.ts'
import { keepAnswers } from './submit-request.actions.ts'

export const answerRequestRoutes = createScreenRoutes(requestPath, {
  load: loadAsked,
  allow: mayAnswer,
  keepsFiles: true,
  keep: (context, { request, definition }, answers) =>
    keepAnswers(context, request, definition, answers),
  frame: (asked, errors, screen) => (
    <Page
      title={asked.definition.title}
      kicker={asked.commune.name}
      errors={errors}
      breadcrumbs={requestCrumbs(asked)}
    >
      {asked.request.status === 'incomplete' && (
        <Notice kind="warning" title="Demande à compléter">
          <p>
            <a href={asked.base}>{t('Lire ce que la mairie demande')}</a>
          </p>
        </Notice>
      )}
      {screen}
    </Page>
  ),
})

export function requestCrumbs({ request }: Pick<Asked, 'request'>) {
  const { reference, requesterId } = request
  const { list, href } = placesOf(request)
  const label = requesterId === null ? 'Demandes reçues' : 'Mes demandes'
  return [{ label, href: list }, ...(reference ? [{ label: reference, href }] : [])]
}
