/** The fields of each guided step of a need. */
import type { ComponentType } from 'preact'
import {
  connectivityLabels,
  domainLabels,
  languageLabels,
  serviceLabels,
} from '#modules/directory/index.ts'
import {
  Checkbox,
  CheckboxGroup,
  choicesOf,
  DateField,
  Details,
  MoneyField,
  NumberField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { needHostingLabels, urgencyLabels } from './need.labels.ts'
import type { NeedSection } from './need.schema.ts'

interface Props {
  readonly values: Readonly<Record<string, string | string[] | undefined>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

/** What a field shows: its name, what was typed, and what is wrong with it. */
function of({ values, errors }: Props, name: string) {
  const value = values[name]
  return { name, value: typeof value === 'string' ? value : undefined, error: errors[name] }
}

function listOf({ values, errors }: Props, name: string) {
  const value = values[name]
  return {
    name,
    value: value === undefined || value === '' ? [] : [value].flat(),
    error: errors[name],
  }
}

export const sectionIntroductions: Record<NeedSection, string> = {
  problem:
    'Dites le problème avant le produit : qui souffre de quoi, depuis quand, et ce que cela coûte à la commune et aux habitants.',
  people:
    'Dites pour qui, et ce qui aura changé quand le problème sera résolu. Un résultat que l’on peut compter se vérifie mieux.',
  scope:
    'Les domaines et les services servent à trouver les solutions. Choisissez-en peu, mais les bons.',
  constraints:
    'Ce que la commune a, et ce qu’elle n’a pas. Une solution qui ne tient pas ces contraintes sera signalée, jamais cachée.',
  means:
    'Un ordre de grandeur suffit. Il aide à écarter ce qui est hors de portée et à choisir la bonne procédure.',
}

export const sectionViews: Record<NeedSection, ComponentType<Props>> = {
  problem: (props) => (
    <>
      <TextField
        {...of(props, 'title')}
        label="Le besoin en une phrase"
        hint="Par exemple : encaisser les droits de place sans perdre de recettes."
      />
      <TextArea
        {...of(props, 'problem')}
        label="Quel est le problème ?"
        hint="Décrivez le problème, pas le logiciel que vous imaginez."
        rows={7}
      />
      <TextArea
        {...of(props, 'currentSituation')}
        label="Comment faites-vous aujourd’hui ?"
        hint="Outils, papiers, temps passé, ce qui se perd."
        rows={6}
      />
    </>
  ),
  people: (props) => (
    <>
      <TextArea
        {...of(props, 'beneficiaries')}
        label="Qui est concerné ?"
        hint="Agents, habitants, commerçants, quartiers…"
        rows={4}
      />
      <TextArea
        {...of(props, 'expectedOutcome')}
        label="Quel résultat attendez-vous ?"
        hint="Par exemple : un reçu pour chaque paiement, et le total du jour connu le soir même."
        rows={6}
      />
      <NumberField {...of(props, 'users')} label="Combien d’agents l’utiliront ?" />
      <NumberField
        {...of(props, 'population')}
        label="Combien d’habitants sont concernés ?"
        hint="Repris de la population de la commune ; corrigez si une partie seulement est concernée."
      />
    </>
  ),
  scope: (props) => (
    <>
      <CheckboxGroup
        {...listOf(props, 'domains')}
        label="Domaines"
        options={choicesOf(domainLabels)}
      />
      <Details
        summary="Services municipaux concernés"
        open={listOf(props, 'services').value.length > 0}
      >
        <CheckboxGroup
          {...listOf(props, 'services')}
          label="Services"
          options={choicesOf(serviceLabels)}
        />
      </Details>
    </>
  ),
  constraints: (props) => (
    <>
      <Select
        {...of(props, 'connectivity')}
        label="Connexion la meilleure dont vous disposez vraiment"
        options={[{ value: '', label: 'Je ne sais pas' }, ...choicesOf(connectivityLabels)]}
      />
      <Checkbox
        {...of(props, 'mustWorkOffline')}
        label="Doit fonctionner sans connexion"
        hint="Cochez si le travail doit continuer pendant les coupures."
      />
      <NumberField {...of(props, 'workstations')} label="Postes de travail disponibles" />
      <NumberField
        {...of(props, 'itStaff')}
        label="Agents informaticiens"
        hint="Zéro est une réponse fréquente et utile."
      />
      <CheckboxGroup
        {...listOf(props, 'languages')}
        label="Langues nécessaires"
        options={choicesOf(languageLabels)}
      />
      <RadioGroup
        {...of(props, 'hosting')}
        label="Où les données doivent-elles être hébergées ?"
        options={choicesOf(needHostingLabels)}
      />
      <Checkbox
        {...of(props, 'handlesPersonalData')}
        label="Des données personnelles seront traitées"
        hint="Noms, téléphones, état civil… La déclaration à l’APDP sera vérifiée."
      />
      <TextArea {...of(props, 'otherConstraints')} label="Autres contraintes" rows={4} />
    </>
  ),
  means: (props) => (
    <>
      <MoneyField {...of(props, 'budgetMin')} label="Budget, au moins" />
      <MoneyField
        {...of(props, 'budgetMax')}
        label="Budget, au plus"
        hint="Première année comprise. Laissez vide si vous ne savez pas."
      />
      <TextField
        {...of(props, 'budgetSource')}
        label="D’où viendrait l’argent ?"
        hint="Fonds propres, FIC, partenaire… ou « à rechercher »."
      />
      <RadioGroup {...of(props, 'urgency')} label="Urgence" options={choicesOf(urgencyLabels)} />
      <DateField {...of(props, 'wantedBy')} label="Souhaité pour le" />
    </>
  ),
}
