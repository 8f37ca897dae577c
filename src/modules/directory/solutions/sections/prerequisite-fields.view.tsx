import { t } from '#platform/i18n.ts'
import {
  Checkbox,
  CheckboxGroup,
  choicesOf,
  Notice,
  NumberField,
  RadioGroup,
  TextArea,
} from '#web/components/index.tsx'
import { categoryLabels, connectivityLabels } from '../../labels.ts'
import type { SectionFieldsProps } from './section.schema.ts'

export function PrerequisiteFields(props: SectionFieldsProps<'prerequis'>) {
  return (
    <>
      <Notice>
        <p>
          {t(
            'Dites ce qu’il faut vraiment : une commune à qui il manque un prérequis le voit avant de vous contacter.',
          )}
        </p>
      </Notice>
      <NetworkFields {...props} />
      <MeansFields {...props} />
      <AudienceFields {...props} />
    </>
  )
}

function NetworkFields({ values, errors }: SectionFieldsProps<'prerequis'>) {
  return (
    <>
      <RadioGroup
        name="minConnectivity"
        label="Connexion nécessaire, au moins"
        options={choicesOf(connectivityLabels)}
        value={values.minConnectivity}
        error={errors.minConnectivity}
      />
      <Checkbox
        name="worksOffline"
        label="Le travail continue pendant une coupure de réseau"
        hint="Les données saisies sont gardées et transmises au retour de la connexion."
        value={values.worksOffline}
        error={errors.worksOffline}
      />
    </>
  )
}

function MeansFields({ values, errors }: SectionFieldsProps<'prerequis'>) {
  return (
    <>
      <NumberField
        name="minWorkstations"
        label="Postes de travail nécessaires"
        value={values.minWorkstations}
        error={errors.minWorkstations}
      />
      <NumberField
        name="minItStaff"
        label="Agents informatiques nécessaires"
        hint="0 si la commune n’a besoin de personne."
        value={values.minItStaff}
        error={errors.minItStaff}
      />
      <TextArea
        name="hardware"
        label="Matériel"
        hint="Ordinateurs, téléphones, imprimantes, terminaux, alimentation électrique."
        rows={3}
        limit={1000}
        required={false}
        value={values.hardware}
        error={errors.hardware}
      />
      <TextArea
        name="staffNote"
        label="Personnel et formation"
        rows={3}
        limit={1000}
        required={false}
        value={values.staffNote}
        error={errors.staffNote}
      />
    </>
  )
}

function AudienceFields({ values, errors }: SectionFieldsProps<'prerequis'>) {
  return (
    <>
      <CheckboxGroup
        name="categories"
        label="Communes visées"
        hint="Aucune case cochée : toutes."
        required={false}
        options={choicesOf(categoryLabels)}
        value={values.categories}
        error={errors.categories}
      />
      <NumberField
        name="populationMin"
        label="À partir de"
        suffix="habitants"
        required={false}
        value={values.populationMin}
        error={errors.populationMin}
      />
      <NumberField
        name="populationMax"
        label="Jusqu’à"
        suffix="habitants"
        required={false}
        value={values.populationMax}
        error={errors.populationMax}
      />
    </>
  )
}
