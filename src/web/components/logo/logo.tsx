/** The cowrie: the shell that was West Africa's coin, seen from its opening. */
export function Cowrie() {
  return (
    <svg class="cowrie" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path class="shell" d="M16 1c8 0 12 7 12 15s-5 15-12 15S4 24 4 16 8 1 16 1z" />
      <path class="lips" d="M16 4c-3.5 7-3.5 17 0 24 3.5-7 3.5-17 0-24z" />
      <path d="M13 9l-3-1.3m2.4 6.300l-3.4-.5m3.4 5.500l-3.4.5m4 4.500l-3 1.300M19 9l3-1.300m-2.4 6.300l3.4-.5m-3.4 5.500l3.4.5m-4 4.500l3 1.3" />
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
