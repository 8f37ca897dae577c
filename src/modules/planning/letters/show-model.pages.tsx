/** The model letter for everybody: the text in force, the former ones, and the letters of the State that were recorded. */
import { NotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Notice, Page, Prose, Table, Tag } from '#web/components/index.tsx'
import { showDay } from './model-letter.paper.ts'
import { getModelByNumber, getModelInForce, listModels } from './model-letter.queries.ts'
import type { FullModel, ModelDate, ModelLetter } from './model-letter.schema.ts'
import { listStateLetters, type StateLetter } from './state-letter.queries.ts'

const showModelPage = page('/lettre-de-cadrage', {
  load: async (_, { db }) => ({
    full: await getModelInForce(db),
    former: (await listModels(db)).filter(({ status }) => status === 'superseded'),
    stateLetters: await listStateLetters(db),
  }),
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowModel {...shown} />,
})

const showFormerPage = page('/lettre-de-cadrage/versions/:number', {
  load: ({ number }, { db }) => {
    if (!/^\d{1,4}$/.test(number)) throw new NotFound()
    return getModelByNumber(db, Number(number))
  },
  allow: everyone,
  isPublic: true,
  view: (full) => <ShowModel full={full} former={[]} stateLetters={[]} />,
})

interface Props {
  readonly full: FullModel
  readonly former: readonly ModelLetter[]
  readonly stateLetters: readonly StateLetter[]
}

function ShowModel({ full, former, stateLetters }: Props) {
  const { model, sections, dates } = full
  const paper = `/lettre-de-cadrage/versions/${model.number}/modele`
  return (
    <Page
      title={model.title}
      kicker={t('Version {number}', { number: model.number ?? 0 })}
      lead="Par cette lettre, un maire fixe les orientations du budget et nomme les lignes numériques une à une."
      breadcrumbs={
        model.status === 'superseded'
          ? [{ label: 'La lettre de cadrage modèle', href: '/lettre-de-cadrage' }]
          : []
      }
    >
      <Notice kind="info">
        <p>
          {t(
            'Aucun texte trouvé ne définit la lettre de cadrage : ce modèle est une proposition de l’association, que chaque commune adapte.',
          )}
        </p>
      </Notice>
      {model.publishedAt && (
        <p class="meta">{t('Publiée le {date}.', { date: formatDate(model.publishedAt) })}</p>
      )}
      <p>
        <a href={`${paper}.pdf`}>{t('Le modèle en PDF')}</a>{' '}
        <a href={`${paper}.docx`}>{t('le modèle dans Word')}</a>
      </p>
      <p class="soft">{model.reason}</p>
      <ModelText sections={sections} />
      <h2>{t('Le calendrier')}</h2>
      <Dates dates={dates} />
      <h2>{t('Les services qui reçoivent un plafond')}</h2>
      <ul>
        {model.departments.map((department) => (
          <li key={department}>{department}</li>
        ))}
      </ul>
      {stateLetters.length > 0 && <StateLetters letters={stateLetters} />}
      {former.length > 0 && <Former versions={former} />}
    </Page>
  )
}

function ModelText({ sections }: Pick<FullModel, 'sections'>) {
  return (
    <>
      {sections.map(({ key, title, body }) => (
        <section key={key}>
          <h2>{title}</h2>
          <Prose text={body.replace(/\{(\w+)\}/g, '…')} />
        </section>
      ))}
    </>
  )
}

function Dates({ dates }: { dates: readonly ModelDate[] }) {
  return (
    <Table
      caption="Calendrier du budget, l’année qui le précède"
      isCaptionHidden
      columns={[
        { key: 'title', label: 'Étape' },
        { key: 'day', label: 'Au plus tard le' },
        { key: 'source', label: 'D’où vient la date' },
      ]}
      rows={dates.map((date) => ({
        title: date.title,
        day: showDay(date),
        source: (
          <>
            {date.source} {!date.isConfirmed && <Tag tone="warning">{t('à confirmer')}</Tag>}
          </>
        ),
      }))}
    />
  )
}

function StateLetters({ letters }: { letters: readonly StateLetter[] }) {
  return (
    <section>
      <h2>{t('Les lettres de l’État aux communes')}</h2>
      <p class="soft">{t('Telles que l’association les a reçues et résumées.')}</p>
      {letters.map(({ id, year, issuer, reference, signedOn, summary }) => (
        <article key={id}>
          <h3>{t('Budget {year} : {issuer}', { year, issuer })}</h3>
          <p class="meta">
            {t('{reference} du {date}', { reference, date: formatDate(signedOn) })}
          </p>
          <Prose text={summary} />
        </article>
      ))}
    </section>
  )
}

function Former({ versions }: { versions: readonly ModelLetter[] }) {
  return (
    <section>
      <h2>{t('Versions précédentes')}</h2>
      <ul>
        {versions.map(({ id, number, publishedAt }) => (
          <li key={id}>
            <a href={`/lettre-de-cadrage/versions/${number}`}>
              {t('Version {number}', { number: number ?? 0 })}
            </a>{' '}
            {publishedAt && formatDate(publishedAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}

export const showModelPages = [showModelPage, showFormerPage]
