/** What people wrote, with its paragraphs and lists, as their papers print it; nothing of it is ever markup. */
import { prose } from '#platform/documents/blocks.ts'

export function Prose({ text }: { text: string }) {
  return (
    <>
      {prose(text).map((block, index) => {
        if (block.kind === 'paragraph')
          return (
            <p key={index} class="prose">
              {String(block.text)}
            </p>
          )
        if (block.kind !== 'list') return null
        return (
          <ul key={index}>
            {block.items.map((item, place) => (
              <li key={place}>{String(item)}</li>
            ))}
          </ul>
        )
      })}
    </>
  )
}
