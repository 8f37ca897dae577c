/** Buttons that move a screen or a question, or take it out: they act on the draft as it is now. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { action, fields } from '#platform/web.ts'
import { findField, moveElement, removeElement } from './edit-definition.rules.ts'
import {
  type Drafting,
  editorOf,
  editorPath,
  keepDraft,
  loadDraft,
  mayWrite,
} from './load-draft.ts'

const element = fields.text({ max: 60 })

/** The page that lists this screen or question among its neighbours. */
function findList(drafting: Drafting, code: string): string {
  const place = findField(drafting.definition, code)
  const base = editorOf(drafting)
  if (!place) return base
  return place.block ? `${base}/questions/${place.block.code}` : `${base}/ecrans/${place.page.code}`
}

export const moveElementAction = action(`${editorPath}/deplacer`, {
  load: loadDraft,
  allow: mayWrite,
  input: z.object({ element, way: fields.choice(['up', 'down']) }),
  back: editorOf,
  act: (drafting, { element, way }, context) =>
    keepDraft(context, drafting, {
      definition: moveElement(drafting.definition, element, way),
      from: drafting.version,
      to: findList(drafting, element),
      said: t('L’ordre est changé.'),
    }),
})

export const removeElementAction = action(`${editorPath}/retirer`, {
  load: loadDraft,
  allow: mayWrite,
  input: z.object({ element }),
  back: editorOf,
  act: (drafting, { element }, context) =>
    keepDraft(context, drafting, {
      definition: removeElement(drafting.definition, element),
      from: drafting.version,
      to: findList(drafting, element),
      said: t('C’est retiré du brouillon.'),
    }),
})
