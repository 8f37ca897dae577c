/** Needs on pages of other modules: the newest on the home page, a commune's own on its page. */
import {
  type CommuneSection,
  type HomeSection,
  listCommuneNames,
} from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { ButtonLink, CardList } from '#web/components/index.tsx'
import { NeedCard } from './list-needs.page.tsx'
import { listPublishedNeeds } from './need.queries.ts'

const everything = { words: '', domain: null, communeId: null, isGrouped: false }

/** A full row of cards on a wide screen. */
const shownNeeds = 3

export const latestNeedsSection: HomeSection = async (db) => {
  const needs = (await listPublishedNeeds(db, everything, null, shownNeeds)).slice(0, shownNeeds)
  if (needs.length === 0) return null
  const names = await listCommuneNames(
    db,
    needs.map((need) => need.communeId),
  )
  return () => (
    <section>
      <h2>{t('Les derniers besoins publiés')}</h2>
      <CardList>
        {needs.map((need) => (
          <NeedCard key={need.id} need={need} communeName={names.get(need.communeId) ?? ''} />
        ))}
      </CardList>
      <ButtonLink href="/besoins" kind="quiet">
        Tous les besoins
      </ButtonLink>
    </section>
  )
}

export const communeNeedsSection: CommuneSection = async (db, commune) => {
  const needs = await listPublishedNeeds(db, { ...everything, communeId: commune.id }, null, 20)
  if (needs.length === 0) return null
  return () => (
    <section>
      <h2>{t('Ses besoins publiés')}</h2>
      <CardList>
        {needs.map((need) => (
          <NeedCard key={need.id} need={need} communeName={commune.name} />
        ))}
      </CardList>
    </section>
  )
}
