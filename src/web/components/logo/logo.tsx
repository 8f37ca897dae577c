/** The cowrie: the shell that was West Africa's coin, seen from its opening. */
export function Cowrie() {
  return (
    <svg class="cowrie" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path class="shell" d="M16 1c8 0 12 7 12 15s-5 15-12 15S4 24 4 16 8 1 16 1z" />
      <path class="lips" d="M17 4c-5 6-5 18-1 24M17 4c3 6 3 18-1 24" />
      <path
        class="teeth"
        d="M13 9l-4-1M12 13l-4-.5M12 17H8M12 21l-3.500 1M19.500 9l4-1M20 13l4-.5M20 17h4M19.500 21l3.500 1"
      />
    </svg>
  )
}

export function Logo() {
  return (
    <a class="logo" href="/">
      <Cowrie />
      Cauri
    </a>
  )
}
