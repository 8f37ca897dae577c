/** The questions about a company, the same when it registers and when it edits its file. */
import type { FormErrors, FormValues } from '#platform/web.ts'
import { mediaTypes } from '#platform/web.ts'
import {
  CheckboxGroup,
  choicesOf,
  DateField,
  EmailField,
  FileField,
  FormSection,
  NumberField,
  type Option,
  PhoneField,
  Select,
  TextArea,
  TextField,
  UrlField,
} from '#web/components/index.tsx'
import { domainLabels, legalFormLabels } from '../labels.ts'
import type { Registration } from './startup.schema.ts'

export interface StartupFieldsProps {
  readonly values: FormValues<Registration>
  readonly errors: FormErrors<Registration>
  readonly communes: readonly Option[]
}

export function StartupFields(props: StartupFieldsProps) {
  return (
    <>
      <LegalFields {...props} />
      <ContactFields {...props} />
      <ActivityFields {...props} />
      <LabelFields {...props} />
    </>
  )
}

function LegalFields({ values, errors }: StartupFieldsProps) {
  return (
    <FormSection
      title="L’entreprise"
      hint="Comme au registre du commerce : l’association compare avec vos pièces."
    >
      <TextField
        name="name"
        label="Nom ou raison sociale"
        autocomplete="organization"
        value={values.name}
        error={errors.name}
      />
      <Select
        name="legalForm"
        label="Forme juridique"
        options={choicesOf(legalFormLabels)}
        value={values.legalForm}
        error={errors.legalForm}
      />
      <TextField
        name="ifu"
        label="Numéro IFU"
        hint="Identifiant fiscal unique : 13 chiffres."
        value={values.ifu}
        error={errors.ifu}
      />
      <TextField
        name="rccm"
        label="Numéro RCCM"
        hint="Par exemple RB/COT/24 B 12345."
        value={values.rccm}
        error={errors.rccm}
      />
      <DateField
        name="foundedOn"
        label="Date de création"
        required={false}
        value={values.foundedOn}
        error={errors.foundedOn}
      />
    </FormSection>
  )
}

function ContactFields({ values, errors, communes }: StartupFieldsProps) {
  return (
    <FormSection
      title="Où et comment vous joindre"
      hint="Un téléphone ou une adresse électronique au moins."
    >
      <Select
        name="communeId"
        label="Commune du siège"
        options={communes}
        value={values.communeId}
        error={errors.communeId}
      />
      <TextField
        name="address"
        label="Adresse"
        hint="Quartier, rue, repère connu."
        autocomplete="street-address"
        value={values.address}
        error={errors.address}
      />
      <PhoneField
        name="phone"
        label="Téléphone"
        required={false}
        value={values.phone}
        error={errors.phone}
      />
      <EmailField
        name="email"
        label="Adresse électronique"
        required={false}
        value={values.email}
        error={errors.email}
      />
      <UrlField
        name="website"
        label="Site web"
        required={false}
        value={values.website}
        error={errors.website}
      />
    </FormSection>
  )
}

function ActivityFields({ values, errors }: StartupFieldsProps) {
  return (
    <FormSection title="Ce que vous faites">
      <TextArea
        name="presentation"
        label="Présentation"
        hint="Ce que vous apportez aux communes, en quelques phrases simples."
        limit={3000}
        value={values.presentation}
        error={errors.presentation}
      />
      <CheckboxGroup
        name="domains"
        label="Domaines"
        options={choicesOf(domainLabels)}
        value={values.domains}
        error={errors.domains}
      />
      <NumberField
        name="teamSize"
        label="Effectif"
        required={false}
        suffix="personnes"
        value={values.teamSize}
        error={errors.teamSize}
      />
    </FormSection>
  )
}

function LabelFields({ values, errors }: StartupFieldsProps) {
  return (
    <FormSection
      title="Label startup"
      hint="Si vous l’avez obtenu (décret 2023-095). Sans label, laissez vide : il n’est pas exigé."
    >
      <TextField
        name="labelNumber"
        label="Numéro du label"
        required={false}
        value={values.labelNumber}
        error={errors.labelNumber}
      />
      <DateField
        name="labelIssuedOn"
        label="Délivré le"
        required={false}
        value={values.labelIssuedOn}
        error={errors.labelIssuedOn}
      />
      <DateField
        name="labelExpiresOn"
        label="Valable jusqu’au"
        hint="Laissé vide : trois ans après la délivrance."
        required={false}
        value={values.labelExpiresOn}
        error={errors.labelExpiresOn}
      />
      <FileField
        name="labelFile"
        label="Décision d’attribution du label, en PDF"
        required={false}
        accept={mediaTypes.pdf}
        maxMegabytes={5}
        values={values}
        error={errors.labelFile}
      />
    </FormSection>
  )
}
