/** What may be done with the procedure now. */
import { t } from '#platform/i18n.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { editorOf } from './load-draft.ts'
import type { Overview } from './overview.types.ts'

export function DraftActs({ overview }: { readonly overview: Overview }) {
  const { procedure, problems, changes, stopped, may, slug } = overview
  const base = editorOf(overview)
  const { status, serviceCode } = procedure
  const differs = changes === null || changes.length > 0
  const isReady = problems.length === 0 && stopped === null && differs
  return (
    <>
      {isReady && !may.publish && (
        <p class="soft">
          {t('Le secrétaire exécutif ou le responsable informatique publie la démarche.')}
        </p>
      )}
      <Actions>
        {isReady && may.publish && status !== 'suspended' && <Publish overview={overview} />}
        <ButtonLink kind="quiet" href={`${base}/essai`}>
          Essayer comme un usager
        </ButtonLink>
        {status === 'open' && (
          <ButtonLink kind="quiet" href={`${base}/guichet`}>
            Saisir au guichet
          </ButtonLink>
        )}
        {status !== 'draft' && (
          <ButtonLink kind="quiet" href={`/communes/${slug}/demarches/${serviceCode}`}>
            Voir la page publique
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={`${base}/demarche.json`} download={`${serviceCode}.json`}>
          Exporter
        </ButtonLink>
        {status === 'open' && may.suspend && (
          <ButtonLink kind="danger" href={`${base}/suspendre`}>
            Suspendre
          </ButtonLink>
        )}
        {status === 'suspended' && may.resume && (
          <ActionButton action={`${base}/reprendre`} label="Rouvrir la démarche" kind="primary" />
        )}
      </Actions>
    </>
  )
}

function Publish({ overview }: { readonly overview: Overview }) {
  const isFirst = overview.procedure.revision === 0
  return (
    <ActionButton
      kind="primary"
      action={`${editorOf(overview)}/publier`}
      label={isFirst ? 'Publier la démarche' : 'Publier les changements'}
      confirm={
        isFirst
          ? 'La démarche paraît aussitôt, et tout le monde peut la lire.'
          : 'Les nouvelles demandes suivront cette version ; celles qui sont en cours gardent la leur.'
      }
    />
  )
}
