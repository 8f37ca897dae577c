export function Hidden({ name, value }: { name: string; value?: string | number | null }) {
  return <input type="hidden" name={name} value={value ?? ''} />
}
