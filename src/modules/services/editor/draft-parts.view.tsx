/** The parts of a procedure, each with what it says in brief and the way to change it. */
import { t } from '#platform/i18n.ts'
import { Actions, ButtonLink, DefinitionList, Table } from '#web/components/index.tsx'
import type { Definition, FormPage } from '../procedures/procedure.types.ts'
import { tellCondition } from '../procedures/tell-condition.rules.ts'
import { isText } from '../procedures/visible.rules.ts'
import { type Drafting, editorOf } from './load-draft.ts'
import { MoveButtons } from './move-buttons.view.tsx'

export function DraftParts(drafting: Drafting) {
  const base = editorOf(drafting)
  const { definition } = drafting
  return (
    <>
      <h2>{t('Les questions')}</h2>
      <Table
        caption="Écrans du formulaire, dans l’ordre"
        isCaptionHidden
        columns={[
          { key: 'label', label: 'Écran' },
          { key: 'count', label: 'Questions', numeric: true },
          { key: 'when', label: 'Montré' },
          { key: 'move', label: 'Ordre' },
        ]}
        rows={definition.pages.map((page, index) => ({
          label: <a href={`${base}/ecrans/${page.code}`}>{page.label}</a>,
          count: page.fields.filter((field) => !isText(field)).length,
          when: tellWhen(definition, page),
          move: (
            <MoveButtons
              base={base}
              element={page}
              isFirst={index === 0}
              isLast={index === definition.pages.length - 1}
            />
          ),
        }))}
      />
      <Actions>
        <ButtonLink kind="quiet" href={`${base}/ecrans/nouveau`}>
          Ajouter un écran
        </ButtonLink>
      </Actions>
      <h2>{t('Le reste de la démarche')}</h2>
      <DefinitionList items={listParts(definition, base)} />
    </>
  )
}

function tellWhen(definition: Definition, { when }: FormPage): string {
  return when ? tellCondition(definition, when) : t('Toujours')
}

function listParts(definition: Definition, base: string) {
  const { outcome, documents, regulations, fee, routing, timeLimit, act } = definition
  const change = (path: string, told: string, name: string) => (
    <>
      {told}{' '}
      <a href={`${base}/${path}`}>
        {t('Modifier')} <span class="hide">{t(name)}</span>
      </a>
    </>
  )
  return [
    { term: 'Présentation', value: change('presentation', outcome, 'la présentation') },
    {
      term: 'Pièces et textes',
      value: change(
        'pieces',
        t(
          '{documents, plural, =0 {Aucune pièce} one {# pièce} other {# pièces}}, {texts, plural, =0 {aucun texte} one {# texte} other {# textes}}',
          { documents: documents.length, texts: regulations.length },
        ),
        'les pièces et les textes',
      ),
    },
    { term: 'Ce qui est payé', value: change('tarifs', tellFeeRule(fee), 'ce qui est payé') },
    {
      term: 'Service qui répond',
      value: change('service', routing.department, 'le service qui répond'),
    },
    {
      term: 'Délai',
      value: change(
        'delai',
        timeLimit === null
          ? t('À confirmer')
          : t('{days, plural, one {# jour} other {# jours}}', { days: timeLimit.days }),
        'le délai',
      ),
    },
    {
      term: 'Acte délivré',
      value: change('acte', act ? act.title : t('Aucun modèle'), 'le modèle d’acte'),
    },
  ]
}

function tellFeeRule(fee: Definition['fee']): string {
  if (fee.kind === 'free') return t('Gratuit')
  if (fee.kind === 'unknown') return t('À confirmer')
  return fee.lines.map(({ tariff }) => tariff).join(' ; ')
}
