import { Checkbox, choicesOf, RadioGroup, TextField } from '#web/components/index.tsx'
import { apdpLabels, hostingLabels } from '../../labels.ts'
import type { SectionFieldsProps } from './section.schema.ts'

export function DataFields({ values, errors }: SectionFieldsProps<'hebergement'>) {
  return (
    <>
      <RadioGroup
        name="hosting"
        label="Où sont les données ?"
        options={choicesOf(hostingLabels)}
        value={values.hosting}
        error={errors.hosting}
      />
      <TextField
        name="hostingPlace"
        label="Lieu et hébergeur"
        value={values.hostingPlace}
        error={errors.hostingPlace}
      />
      <Checkbox
        name="handlesPersonalData"
        label="La solution traite des données personnelles"
        hint="Noms, téléphones, numéros d’identification, photos : de citoyens comme d’agents."
        value={values.handlesPersonalData}
        error={errors.handlesPersonalData}
      />
      <RadioGroup
        name="apdpStatus"
        label="Auprès de l’APDP"
        hint="Le code du numérique demande une déclaration ou une autorisation pour traiter des données personnelles."
        options={choicesOf(apdpLabels)}
        value={values.apdpStatus}
        error={errors.apdpStatus}
      />
      <TextField
        name="apdpNumber"
        label="Numéro de déclaration ou d’autorisation"
        hint="Une fois la déclaration faite ou l’autorisation reçue."
        required={false}
        value={values.apdpNumber}
        error={errors.apdpNumber}
      />
    </>
  )
}
