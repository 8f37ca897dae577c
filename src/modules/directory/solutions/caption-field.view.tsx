import { TextField } from '#web/components/index.tsx'
import type { FileKind } from './solution-file.schema.ts'

interface Props {
  kind: FileKind
  value?: string
  error?: string
}

/** What a document is called, or what an image shows. */
export function CaptionField({ kind, value, error }: Props) {
  return (
    <TextField
      name="caption"
      label={kind.captionLabel}
      hint={kind.captionHint}
      maxLength={200}
      value={value}
      error={error}
    />
  )
}
