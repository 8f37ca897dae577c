interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A text with what was taken out struck through and what was put in underlined: readable without colour. */
export function Difference({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p class="prose difference">
      {pieces.map(({ kind, text }, index) =>
        kind === 'removed' ? (
          <del key={index}>{text}</del>
        ) : kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : (
          text
        ),
      )}
    </p>
  )
}
