/** The fields of each guided step of a call. */
import type { ComponentType } from 'preact'
import { t } from '#platform/i18n.ts'
import {
  Checkbox,
  DateTimeField,
  Details,
  Fieldset,
  MoneyField,
  NumberField,
  RadioGroup,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { shareRuleLabels } from './call.labels.ts'
import { type CallSection, criterionRows, lotRows, shareRules } from './call.schema.ts'

export interface SectionProps {
  readonly values: Readonly<Record<string, string | string[] | undefined>>
  readonly errors: Readonly<Record<string, string | undefined>>
  /** Several communes call together. */
  readonly isGrouped: boolean
}

/** What a field shows: its name, what was typed, and what is wrong with it. */
function of({ values, errors }: SectionProps, name: string) {
  const value = values[name]
  return { name, value: typeof value === 'string' ? value : undefined, error: errors[name] }
}

export const callSectionIntroductions: Readonly<Record<CallSection, string>> = {
  object:
    'Repris de votre besoin : relisez, précisez. Décrivez le problème et le résultat, jamais un produit.',
  lots: 'Un lot peut être attribué sans les autres. Un seul lot suffit le plus souvent ; laissez les lignes vides.',
  criteria:
    'Dites d’avance comment vous jugerez. Les poids font 100 ensemble, le prix compris. Chaque critère est noté sur 100.',
  calendar:
    'Laissez le temps de bien répondre. Un changement tardif, après publication, repoussera la date limite.',
  money: 'Montrer le budget évite des propositions hors de portée.',
}

export const callSectionViews: Readonly<Record<CallSection, ComponentType<SectionProps>>> = {
  object: (props) => (
    <>
      <TextField {...of(props, 'title')} label="Titre de l’appel" />
      <TextArea
        {...of(props, 'purpose')}
        label="L’objet"
        hint="Le problème, la situation, le résultat attendu."
        rows={12}
      />
      <TextArea
        {...of(props, 'requirements')}
        label="Ce que la réponse doit contenir et respecter"
        rows={10}
      />
    </>
  ),
  lots: (props) => (
    <>
      {lotRows.map((row) => (
        <LotFields key={row} row={row} props={props} />
      ))}
    </>
  ),
  criteria: (props) => (
    <>
      {criterionRows.map((row) => (
        <CriterionFields key={row} row={row} props={props} />
      ))}
      <Fieldset legend="Le prix">
        <NumberField
          {...of(props, 'priceWeight')}
          label="Poids du prix"
          hint="Calculé : l’offre la moins chère a 100, les autres en proportion. Vide : le prix ne compte pas."
          suffix="%"
        />
      </Fieldset>
      <NumberField
        {...of(props, 'minimumScore')}
        label="Note totale minimale"
        hint="Sur 100. En dessous, une proposition est écartée. Zéro : pas de minimum."
      />
    </>
  ),
  calendar: (props) => (
    <>
      <DateTimeField
        {...of(props, 'questionsUntil')}
        label="Fin des questions"
        hint="Heure du Bénin."
      />
      <DateTimeField
        {...of(props, 'deadline')}
        label="Date et heure limites des propositions"
        hint="À la seconde, à l’heure de la plateforme. Jusque-là, personne ne peut lire une proposition."
      />
      <NumberField
        {...of(props, 'standstillDays')}
        label="Délai d’attente après la décision"
        hint="Le temps de recevoir les réclamations."
        suffix="jours"
      />
      <NumberField
        {...of(props, 'committeeSize')}
        label="Membres du comité, au moins"
        hint="Sans conflit d’intérêts. En dessous, l’évaluation s’arrête."
      />
      <Checkbox
        {...of(props, 'isAnonymous')}
        label="Noter sans les noms"
        hint="À l’ouverture, chaque proposition reçoit un numéro tiré au sort ; les noms sont montrés après le consensus."
      />
    </>
  ),
  money: (props) => (
    <>
      <MoneyField {...of(props, 'budgetMin')} label="Budget, au moins" />
      <MoneyField {...of(props, 'budgetMax')} label="Budget, au plus" />
      <Checkbox {...of(props, 'showsBudget')} label="Montrer le budget dans l’appel" />
      {props.isGrouped && (
        <RadioGroup
          {...of(props, 'shareRule')}
          label="Partage du montant entre les communes"
          hint="Annoncé dans l’appel. Le montant se partage entre les communes qui retiennent le résultat."
          options={shareRules.map((value) => ({ value, ...shareRuleLabels[value] }))}
        />
      )}
    </>
  ),
}

interface RowProps {
  readonly row: number
  readonly props: SectionProps
}

function LotFields({ row, props }: RowProps) {
  const fields = (
    <>
      <TextField {...of(props, `title${row}`)} label="Nom du lot" />
      <TextArea {...of(props, `description${row}`)} label="Ce qu’il comprend" rows={3} />
      <MoneyField {...of(props, `budgetMax${row}`)} label="Budget du lot, au plus" />
    </>
  )
  return (
    <Row props={props} title={t('Lot {row}', { row })} filled={`title${row}`} isFirst={row === 1}>
      {fields}
    </Row>
  )
}

function CriterionFields({ row, props }: RowProps) {
  const fields = (
    <>
      <TextField {...of(props, `label${row}`)} label="Critère" />
      <TextArea
        {...of(props, `guidance${row}`)}
        label="Ce qui donne une bonne note"
        hint="Public : les startups répondent mieux à ce qu’elles connaissent."
        rows={2}
      />
      <NumberField {...of(props, `weight${row}`)} label="Poids" suffix="%" />
      <NumberField
        {...of(props, `minimumScore${row}`)}
        label="Note minimale"
        hint="Sur 100, facultative."
      />
    </>
  )
  return (
    <Row
      props={props}
      title={t('Critère {row}', { row })}
      filled={`label${row}`}
      isFirst={row === 1}
    >
      {fields}
    </Row>
  )
}

interface RowFrame {
  readonly props: SectionProps
  readonly title: string
  /** The field that tells whether the row is used: an unused one is folded. */
  readonly filled: string
  readonly isFirst: boolean
  readonly children: preact.ComponentChildren
}

function Row({ props, title, filled, isFirst, children }: RowFrame) {
  if (isFirst || props.values[filled]) return <Fieldset legend={title}>{children}</Fieldset>
  return (
    <Details summary={t('Ajouter : {title}', { title })}>
      <Fieldset legend={title}>{children}</Fieldset>
    </Details>
  )
}
