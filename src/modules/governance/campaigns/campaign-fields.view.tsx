/** The fields of a campaign, in the order one thinks of them: what, about what, for whom, when. */
import { categoryLabels, domainLabels } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import type { Submission } from '#platform/web.ts'
import {
  CheckboxGroup,
  choicesOf,
  DateTimeField,
  Form,
  FormSection,
  Hidden,
  type Option,
  Page,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { meansLabels, measuredAxisLabels, stuckLabels, teamRoleLabels } from './campaign.labels.ts'
import type { Campaign, CampaignValues } from './campaign.schema.ts'
import { campaignAddress, campaignsHome } from './campaign-address.ts'

export interface Choices {
  readonly solutions: readonly Option[]
  readonly departments: readonly Option[]
}

type Fields = Submission<CampaignValues>
type Props = Fields & { readonly choices: Choices; readonly campaign: Campaign | null }

export function EditCampaign({ choices, campaign, values, errors }: Props) {
  const back = campaign
    ? { href: campaignAddress(campaign), label: campaign.title }
    : { href: campaignsHome, label: 'Campagnes' }
  return (
    <Page
      title={campaign ? 'Modifier la campagne' : 'Préparer une campagne'}
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form submit="Enregistrer le brouillon" secondary={{ label: 'Annuler', href: back.href }}>
        <Hidden name="version" value={String(campaign?.version ?? 0)} />
        <FormSection title="Ce qu’elle dit">
          <WordFields values={values} errors={errors} />
        </FormSection>
        <FormSection title="Ce dont elle parle">
          <SubjectFields values={values} errors={errors} choices={choices} />
        </FormSection>
        <FormSection title="À quelles communes">
          <p class="soft">
            {t(
              'Une commune est choisie quand elle remplit toutes les conditions ; une condition vide ne demande rien.',
            )}
          </p>
          <AudienceFields values={values} errors={errors} choices={choices} />
          <MaturityFields values={values} errors={errors} />
        </FormSection>
        <FormSection title="Quand">
          <DateTimeField
            name="sendAt"
            label="Pas avant"
            hint="Vide : dès que le secrétariat l’approuve."
            value={values.sendAt}
            error={errors.sendAt}
            required={false}
          />
        </FormSection>
      </Form>
    </Page>
  )
}

function WordFields({ values, errors }: Fields) {
  return (
    <>
      <TextField name="title" label="Titre" value={values.title} error={errors.title} />
      <TextArea
        name="body"
        label="Message"
        hint="Des paragraphes ; une ligne qui commence par un tiret devient un point de liste."
        value={values.body}
        error={errors.body}
        rows={8}
        limit={4000}
      />
      <CheckboxGroup
        name="channels"
        label="Par quels moyens"
        hint="Chacun reçoit par celui qu’il a choisi ; à défaut, par e-mail, et par SMS s’il n’a pas d’adresse électronique."
        options={choicesOf(meansLabels)}
        value={values.channels}
        error={errors.channels}
      />
      <TextArea
        name="sms"
        label="Texte du SMS"
        hint="Sans accents rares ni émojis. Il doit tenir en deux parties avec son lien."
        value={values.sms}
        error={errors.sms}
        required={false}
        rows={3}
        limit={300}
      />
    </>
  )
}

type WithChoices = Fields & Pick<Props, 'choices'>

function SubjectFields({ values, errors, choices }: WithChoices) {
  return (
    <>
      <CheckboxGroup
        name="solutionIds"
        label="Solutions"
        options={choices.solutions}
        value={values.solutionIds}
        error={errors.solutionIds}
        required={false}
      />
      <CheckboxGroup
        name="domains"
        label="Domaines"
        options={choicesOf(domainLabels)}
        value={values.domains}
        error={errors.domains}
        required={false}
      />
      <TextField
        name="page"
        label="Page à lire ensuite"
        hint="Une page de Cauri, telle qu’elle s’écrit après le nom du site : une ressource, un événement, un appel."
        value={values.page}
        error={errors.page}
        required={false}
      />
    </>
  )
}

function AudienceFields({ values, errors, choices }: WithChoices) {
  const optional = { required: false }
  return (
    <>
      <CheckboxGroup
        name="categories"
        label="Catégorie"
        options={choicesOf(categoryLabels)}
        value={values.categories}
        error={errors.categories}
        {...optional}
      />
      <CheckboxGroup
        name="departments"
        label="Département"
        options={choices.departments}
        value={values.departments}
        error={errors.departments}
        {...optional}
      />
      <CheckboxGroup
        name="needDomains"
        label="Qui ont publié un besoin en"
        options={choicesOf(domainLabels)}
        value={values.needDomains}
        error={errors.needDomains}
        {...optional}
      />
      <CheckboxGroup
        name="roles"
        label="Et dans ces communes"
        options={choicesOf(teamRoleLabels)}
        value={values.roles}
        error={errors.roles}
      />
    </>
  )
}

function MaturityFields({ values, errors }: Fields) {
  return (
    <>
      <Select
        name="axis"
        label="Maturité"
        empty="Peu importe"
        options={choicesOf(measuredAxisLabels)}
        value={values.axis}
        error={errors.axis}
        required={false}
      />
      <TextField
        name="atLeast"
        label="Niveau le plus bas"
        hint="De 0 à 5. Une commune sans diagnostic ne remplit aucun niveau."
        value={values.atLeast}
        error={errors.atLeast}
        required={false}
      />
      <TextField
        name="atMost"
        label="Niveau le plus haut"
        value={values.atMost}
        error={errors.atMost}
        required={false}
      />
      <Select
        name="stage"
        label="Arrêtées à une étape de l’adoption"
        empty="Peu importe"
        options={choicesOf(stuckLabels)}
        value={values.stage}
        error={errors.stage}
        required={false}
      />
    </>
  )
}
