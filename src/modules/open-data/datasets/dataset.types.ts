/** What is told of a set of open data: its page, the catalogue for machines and its files all read this. */
import type { PublishedTable } from '#platform/tables/published-table.ts'

/** Themes of the European data portals' vocabulary, which national portals share. */
export type Theme = 'GOVE' | 'TECH' | 'ECON' | 'REGI' | 'SOCI'

/** How soon what changes is seen. */
export type Frequency = 'continuous' | 'daily' | 'irregular'

/** Where it is read as it stands now, by a program or a browser. */
export interface Door {
  readonly title: string
  /** Within the site: /signalements/donnees.csv */
  readonly address: string
  readonly mediaType: string
}

export interface Dataset {
  /** Its page is /donnees/{slug}; it does not change. */
  readonly slug: string
  readonly title: string
  /** One sentence, for the list. */
  readonly summary: string
  /** What one row is, and what is left out, in French. */
  readonly holds: string
  /** Who says it, in French. */
  readonly source: string
  readonly keywords: readonly string[]
  readonly theme: Theme
  readonly frequency: Frequency
  /** Where the site shows it to readers. */
  readonly page: string
  /** Its fields and rows, written to files; none for what follows a standard of its own, read at its doors. */
  readonly table?: PublishedTable
  readonly standard?: { readonly name: string; readonly url: string }
  readonly doors: readonly Door[]
}
