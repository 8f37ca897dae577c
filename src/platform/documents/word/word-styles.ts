/** Word's own styles, so that whoever edits the paper finds headings, lists and a contents table where Word keeps them. */
import {
  AlignmentType,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx'

const ink = '1A211D'
const accent = '0A5B40'
/** Comes with Word; Liberation Serif takes its place elsewhere. */
const font = 'Cambria'

const heading = (size: number, color: string, before: number) => ({
  run: { font, size, bold: true, color },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font, size: 40, bold: true, color: ink },
      paragraph: { spacing: { before: 60, after: 120 }, keepNext: true },
    },
    heading1: heading(27, accent, 360),
    heading2: heading(23, ink, 280),
    heading3: heading(22, ink, 220),
    heading4: { ...heading(22, ink, 200), run: { font, size: 22, italics: true, color: ink } },
  },
  paragraphStyles: [
    style('Kicker', { size: 17, bold: true, color: accent, allCaps: true }, { before: 480 }),
    style('Subtitle', { size: 25, color: '545D56' }, { after: 160 }),
    style('Letterhead', { size: 19 }, { after: 40 }),
    style('Cell', { size: 19 }, { before: 50, after: 50 }),
    style('Small', { size: 16, color: '545D56' }, { after: 0 }),
  ],
}

function style(id: string, run: object, spacing: object) {
  return { id, name: id, basedOn: 'Normal', run: { font, ...run }, paragraph: { spacing } }
}

const level = (format: ILevelsOptions['format'], text: string): ILevelsOptions => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 500, hanging: 300 } } },
})

export const numbering = {
  config: [
    { reference: 'bullets', levels: [level(LevelFormat.BULLET, '–')] },
    { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] },
  ],
}
