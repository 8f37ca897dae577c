/** The two kinds of files of a solution: what each may be, and what its caption must say. */
import { fields, mediaTypes } from '#platform/web.ts'
import type { SolutionFile } from './solution.schema.ts'

const documents = {
  path: 'document',
  types: [mediaTypes.pdf] as readonly string[],
  maxMegabytes: 5,
  caption: fields.text({ min: 3, max: 200, missing: 'Dites ce que contient le document' }),
  captionLabel: 'Titre du document',
  captionHint: 'Par exemple « Guide de l’agent » ou « Conditions du support ».',
}

export type FileKind = typeof documents

export const fileKinds: Readonly<Record<SolutionFile['kind'], FileKind>> = {
  document: documents,
  screenshot: {
    path: 'capture',
    types: [mediaTypes.png, mediaTypes.jpeg, mediaTypes.webp],
    maxMegabytes: 2,
    /** A reader who cannot see the image must still know what it shows. */
    caption: fields.text({ min: 10, max: 200, missing: 'Décrivez ce que montre l’image' }),
    captionLabel: 'Description de l’image',
    captionHint: 'Pour ceux qui ne la voient pas. Aucune donnée personnelle réelle dans l’image.',
  },
}
