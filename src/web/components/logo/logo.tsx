/** The cowrie: the shell that was West Africa's coin, seen from its opening. */
export function Cowrie() {
  return (
    <svg class="cowrie" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path class="shell" d="M16 2c7 0 11 6.5 11 14s-4 14-11 14S5 23.5 5 16 9 2 16 2z" />
      <path class="teeth" d="M16 6.500c1.5 7-1.5 12 0 19" />
      <path class="lip" d="M16 5c1.5 7-1.5 15 0 22" />
      <path class="slit" d="M16.3 4c2.8 9-2.2 15-.6 24-3.6-8-.6-15 .6-24z" />
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
