/** The association's model letter, to read or to work on. */
import {
  body,
  type DocumentModel,
  notice,
  pageBreak,
  paragraph,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import type { FullModel, ModelDate } from './model-letter.schema.ts'

export function writeModelLetter(full: FullModel, associationName: string): DocumentModel {
  const { model, sections, dates } = full
  return inLocale('fr', () => ({
    issuer: { kind: 'organisation', name: associationName },
    kicker: 'Lettre de cadrage modèle',
    title: model.title,
    subtitle: model.addressees,
    reference: `LCM-${model.number ?? 'projet'}`,
    date: model.publishedAt ?? model.updatedAt,
    ...(model.status === 'draft' && { mention: 'Projet' }),
    body: body(
      notice('Un modèle, pas un texte officiel', writtenBy),
      ...sections.map(({ title, body: text }, index) =>
        section(`${index + 1}. ${title}`, prose(blank(text))),
      ),
      signatures([{ capacity: model.signatory }], { place: '………………' }),
      pageBreak(),
      section(
        'Annexe 1. Plafonds par service',
        table({
          columns: [
            { label: 'Service', width: 3 },
            { label: 'Fonctionnement', kind: 'money' },
            { label: 'Investissement', kind: 'money' },
            { label: 'Dont numérique', kind: 'money' },
          ],
          rows: model.departments.map((department) => [department, null, null, null]),
        }),
      ),
      section(
        'Annexe 2. Lignes numériques',
        paragraph(
          'Une ligne par dépense, sous son nom : montant, section, service, source et justification.',
        ),
      ),
      section(
        'Annexe 3. Calendrier',
        table({
          columns: [
            { label: 'Étape', width: 3 },
            'Au plus tard le',
            { label: 'Origine', width: 2 },
          ],
          rows: dates.map((date) => [date.title, showDay(date), tellSource(date)]),
        }),
      ),
    ),
  }))
}

const writtenBy =
  'Aucun texte trouvé ne définit la lettre de cadrage. L’association propose ce modèle pour que les communes nomment leurs dépenses numériques ; chacune l’adapte, et garde ce qui lui sert.'

/** What the commune fills in. */
function blank(text: string): string {
  return text.replace(/\{(\w+)\}/g, '………')
}

const months =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** « 15 août » of the year before the budget. */
export function showDay({ day, month }: Pick<ModelDate, 'day' | 'month'>): string {
  return `${day === 1 ? '1er' : day} ${months[month - 1] ?? ''}`
}

export function tellSource({ source, isConfirmed }: ModelDate): string {
  const doubt = isConfirmed || source.includes('confirmer') ? '' : 'à confirmer'
  return [source, doubt].filter(Boolean).join(', ')
}
