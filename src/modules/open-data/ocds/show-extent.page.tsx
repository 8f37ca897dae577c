/** What the contracting data is, on what terms, and how much there is: for whoever wants to use it. */
import { formatDateTime, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { openLicence } from '#platform/tables/open-licence.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Figure, Grid, Notice, Page, Table } from '#web/components/index.tsx'
import { type Stage, stages } from './ocds.types.ts'
import { type Extent, measureExtent } from './release.queries.ts'

interface Shown {
  readonly extent: Extent
  readonly prefix: Context['platform']['config']['ocdsPrefix']
}

export const showExtentPage = page('/donnees/ocds', {
  load: async (_, { db, platform }): Promise<Shown> => ({
    extent: await measureExtent(db),
    prefix: platform.config.ocdsPrefix,
  }),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowExtent {...shown} />,
})

const stageLabels: Readonly<Record<Stage, string>> = {
  planning: 'Au stade du besoin',
  tender: 'Appel en cours ou sans suite',
  award: 'Attribués',
  contract: 'Sous convention',
  implementation: 'En réalisation ou réalisés',
}

function ShowExtent({ extent, prefix }: Shown) {
  return (
    <Page
      title="Des besoins aux contrats, en données"
      lead="Tout ce que le registre public montre de chaque processus, du besoin à la clôture, au format que lisent les outils du monde entier : OCDS 1.1.5."
      breadcrumbs={[{ label: 'Données ouvertes', href: '/donnees' }]}
    >
      <Grid>
        {stages.map((stage) => (
          <Figure
            key={stage}
            value={extent.byStage.get(stage) ?? 0}
            label={t(stageLabels[stage])}
          />
        ))}
      </Grid>
      <Doors years={extent.years} />
      <HowToRead />
      <h2>{t('Ce qu’il faut savoir')}</h2>
      <DefinitionList items={listTerms({ extent, prefix })} />
      {!prefix.isRegistered && (
        <Notice kind="warning" title="Préfixe à confirmer">
          <p>
            {t(
              'L’Open Contracting Partnership attribue un préfixe à chaque éditeur. Celui de Cauri n’est pas encore attribué : {prefix} est provisoire, et les identifiants changeront une fois avec lui. Les références (BES, APP, CNV, DOS, PRJ) ne changeront pas.',
              { prefix: prefix.value },
            )}
          </p>
        </Notice>
      )}
    </Page>
  )
}

const base = '/donnees/ocds'

function Doors({ years }: Pick<Extent, 'years'>) {
  const doors = [
    {
      ...{ href: `${base}/releases.json`, what: t('Publications (releases), cent par page') },
      format: 'JSON',
    },
    {
      ...{ href: `${base}/records.json`, what: t('Dossiers (records), compilés et versionnés') },
      format: 'JSON',
    },
    {
      ...{ href: `${base}/releases.jsonl`, what: t('Toutes les publications, une par ligne') },
      format: 'JSON Lines',
    },
    {
      ...{ href: `${base}/releases.jsonl.gz`, what: t('Les mêmes, compressées') },
      format: 'gzip',
    },
    ...years.map((year) => ({
      href: `${base}/releases.jsonl?annee=${year}`,
      what: t('Publications de {year}', { year: String(year) }),
      format: 'JSON Lines',
    })),
  ]
  return (
    <>
      <h2>{t('Les fichiers')}</h2>
      <Table
        caption="Les fichiers"
        isCaptionHidden
        columns={[
          { key: 'what', label: 'Contenu' },
          { key: 'format', label: 'Format' },
        ]}
        rows={doors.map(({ href, what, format }) => ({ what: <a href={href}>{what}</a>, format }))}
      />
    </>
  )
}

function HowToRead() {
  return (
    <>
      <h2>{t('Comment les lire')}</h2>
      <ul class="prose">
        <li>
          {t(
            'Chaque changement donne une publication qui ne change plus : un besoin publié, un appel modifié, une attribution, un avenant, un jalon accepté, un paiement.',
          )}
        </li>
        <li>
          {t(
            'Le dossier d’un processus réunit ses publications, ce qu’elles disent ensemble aujourd’hui, et l’histoire de chaque champ.',
          )}
        </li>
        <li>
          {t(
            'Pour suivre : gardez l’adresse de la dernière page lue (links.next mène à la suivante) ; une réponse qui n’a pas changé répond 304 à son ETag.',
          )}
        </li>
        <li>
          {t(
            'Un processus se trouve aussi par la référence que montrent les pages : /donnees/ocds/processus/ suivi de la référence.',
          )}
        </li>
        <li>
          {t(
            'Une publication retirée par sa commune n’est plus donnée. Aucune personne n’est nommée ; les propositions restent scellées jusqu’à l’ouverture et ne sont que comptées, après la décision.',
          )}
        </li>
      </ul>
    </>
  )
}

function listTerms({ extent, prefix }: Shown) {
  const { processes, releases, lastAt } = extent
  return [
    { term: 'Processus', value: formatNumber(processes) },
    { term: 'Publications', value: formatNumber(releases) },
    { term: 'Dernier changement', value: lastAt && formatDateTime(lastAt) },
    {
      term: 'Préfixe des identifiants',
      value: prefix.isRegistered
        ? prefix.value
        : t('{prefix} (à confirmer)', { prefix: prefix.value }),
    },
    { term: 'Monnaie', value: t('Franc CFA (XOF)') },
    { term: 'Licence', value: t(openLicence.terms) },
    {
      term: 'Standard',
      value: <a href="https://standard.open-contracting.org/1.1/fr/">OCDS 1.1.5</a>,
    },
    {
      term: 'Extensions',
      value: t('Statistiques des offres (bids), lots'),
    },
  ]
}
