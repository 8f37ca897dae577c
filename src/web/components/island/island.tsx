import { useView } from '#platform/web.ts'

/** A small script, 'autosave.js', that improves what already works without it. Browsers run a module once, however often it is named. */
export function Island({ name }: { name: string }) {
  return <script type="module" src={useView().assetUrl(name)} />
}
