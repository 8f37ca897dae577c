/** The paper that the demonstration's citizen sends: a drawing that shows nobody. */
import { createHash } from 'node:crypto'
import { drawScreen } from './screen.ts'

const bytes = drawScreen({ title: 'SPECIMEN', layout: 'list', lines: ['CARTE', 'DEMONSTRATION'] })

export const requestFile = {
  bytes,
  answer: {
    name: 'specimen.png',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    mediaType: 'image/png',
  },
}
