import {
  Checkbox,
  CheckboxGroup,
  CodeField,
  DateField,
  DateTimeField,
  EmailField,
  Facets,
  Fieldset,
  FileField,
  FormSection,
  GetForm,
  MoneyField,
  NumberField,
  PasswordField,
  PhoneField,
  RadioGroup,
  SearchBox,
  Select,
  TextArea,
  TextField,
  UrlField,
} from '../components/index.tsx'

const answers = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non', hint: 'Nous vous aiderons à le préparer.' },
]

export function FieldSamples() {
  return (
    <>
      <GetForm action="/aide/composants">
        <SearchBox label="Chercher une solution" name="mot" value="marché" />
        <Facets
          legend="Domaine"
          name="domaine"
          options={[
            { value: 'recettes', label: 'Recettes locales', count: 14, checked: true },
            { value: 'etat-civil', label: 'État civil', count: 6, checked: false },
          ]}
        />
      </GetForm>
      <ContactSamples />
      <ProjectSamples />
    </>
  )
}

function ContactSamples() {
  return (
    <FormSection title="Vous joindre" hint="Aucun de ces champs n’est envoyé.">
      <TextField name="nom" label="Nom et prénoms" value="Exemple" autocomplete="off" />
      <EmailField
        name="courriel"
        label="Adresse électronique"
        error="Indiquez une adresse complète"
        value="nom@"
        autocomplete="off"
      />
      <PhoneField name="telephone" label="Téléphone" required={false} autocomplete="off" />
      <PasswordField
        name="secret"
        label="Mot de passe"
        hint="Douze caractères au moins"
        autocomplete="off"
      />
      <CodeField name="code" label="Code reçu par SMS" />
      <UrlField name="site" label="Site" required={false} autocomplete="off" />
    </FormSection>
  )
}

function ProjectSamples() {
  return (
    <Fieldset legend="Le projet">
      <TextArea
        name="probleme"
        label="Le problème"
        limit={800}
        rows={3}
        value="Les files d’attente."
      />
      <NumberField name="postes" label="Postes de travail" suffix="postes" value={4} />
      <MoneyField name="budget" label="Budget" value="1 500 000" />
      <DateField name="date" label="Souhaité pour le" value="2026-12-31" />
      <DateTimeField name="heure" label="Démonstration" value="2026-12-01T10:00" />
      <Select name="connexion" label="Connexion" options={answers} value="oui" />
      <RadioGroup
        name="hors-ligne"
        label="Doit marcher hors ligne ?"
        options={answers}
        value="non"
      />
      <CheckboxGroup
        name="langues"
        label="Réponses possibles"
        options={answers}
        value={['oui']}
        error="Choisissez une réponse"
      />
      <Checkbox name="accord" label="Les informations sont exactes" value="on" />
      <FileField
        name="piece"
        label="Pièce"
        accept="application/pdf"
        maxMegabytes={5}
        values={{ piece: 'label.pdf', 'piece.kept': 'exemple' }}
      />
    </Fieldset>
  )
}
