/** The page of the editor where a problem or a change is looked at: by the code of its screen or its question. */
import type { Definition } from '../procedures/procedure.types.ts'
import { findField } from './edit-definition.rules.ts'

export interface EditorPlace {
  /** Below the address of the procedure. */
  readonly path: string
  readonly label: string
}

export function findEditorOf(definition: Definition, code: string | null): EditorPlace | undefined {
  if (code === null) return undefined
  const screen = definition.pages.find((page) => page.code === code)
  if (screen) return { path: `ecrans/${code}`, label: screen.label }
  const place = findField(definition, code)
  return place && { path: `questions/${code}`, label: place.field.label }
}
