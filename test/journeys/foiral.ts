/** « Foiral Clair », a solution that a startup describes section by section. */
import type { Page } from 'playwright-core'

export const solutionName = 'Foiral Clair'

const answers = {
  presentation: async (page: Page) => {
    await page.fill(
      '[name=summary]',
      'Suivre chaque vente du marché à bétail, et la taxe qui lui revient.',
    )
    await page.fill(
      '[name=problem]',
      'Au marché à bétail, les ventes se concluent à la parole. La commune ne sait ni combien de têtes passent, ni ce qui devait être perçu.',
    )
    await page.check('[name=domains][value=markets]')
    await page.check('[name=domains][value=local-revenue]')
    await page.check('[name=maturity][value=pilot]')
    await page.fill('[name=demoUrl]', 'https://foiral.example/essai')
  },
  fonctions: async (page: Page) => {
    await page.fill(
      '[name=description]',
      'L’agent inscrit chaque vente au téléphone : vendeur, acheteur, tête, prix.\nLe reçu part par SMS.\nLe soir, la commune lit le total par espèce et le rapproche de la caisse.',
    )
    await page.check('[name=services][value=market-fee]')
    await page.check('[name=languages][value=fr]')
    await page.check('[name=languages][value=fon]')
    await page.fill(
      '[name=interoperability]',
      'Exports CSV ; raccordement prévu à la caisse de la commune.',
    )
  },
  prerequis: async (page: Page) => {
    await page.check('[name=minConnectivity][value="2g"]')
    await page.check('[name=worksOffline]')
    await page.fill('[name=minWorkstations]', '1')
    await page.fill('[name=minItStaff]', '0')
    await page.fill('[name=hardware]', 'Un téléphone par agent et une batterie solaire.')
    await page.fill('[name=staffNote]', 'Deux jours de formation pour trois agents.')
    await page.check('[name=categories][value=ordinaire]')
    await page.fill('[name=populationMin]', '20 000')
    await page.fill('[name=populationMax]', '400 000')
  },
  prix: async (page: Page) => {
    await page.fill('[name=priceSetup]', '500 000')
    await page.fill('[name=priceYearly]', '600 000 FCFA')
    await page.fill('[name=pricePerInhabitant]', '5')
    await page.fill('[name=pricePerUser]', '12 000')
    await page.fill(
      '[name=priceNote]',
      'La formation est comprise ; les téléphones ne le sont pas.',
    )
  },
  hebergement: async (page: Page) => {
    await page.check('[name=hosting][value=benin]')
    await page.fill('[name=hostingPlace]', 'Parakou, salle de serveurs louée')
    await page.check('[name=handlesPersonalData]')
    await page.check('[name=apdpStatus][value=toDeclare]')
  },
  reversibilite: async (page: Page) => {
    await page.fill(
      '[name=reversibility]',
      'Un fichier CSV de toutes les ventes, remis en cinq jours et sans frais.',
    )
    await page.check('[name=licence][value=openSource]')
    await page.fill('[name=licenceName]', 'EUPL 1.2')
    await page.fill('[name=support]', 'Par téléphone, de 7 h à 19 h les jours de marché.')
  },
} as const

export type Section = keyof typeof answers
export const sections = Object.keys(answers) as Section[]

export async function fillSection(page: Page, section: Section): Promise<void> {
  await page.waitForURL(`**/modifier/${section}`)
  await answers[section](page)
}
