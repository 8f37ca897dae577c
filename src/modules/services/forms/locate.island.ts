/** Fills in where the phone is, when whoever holds it asks for it. */
for (const frame of document.querySelectorAll<HTMLElement>('[data-locate]'))
  if ('geolocation' in navigator) addButton(frame)

function addButton(frame: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn quiet'
  button.textContent = frame.dataset.label ?? ''
  const status = document.createElement('p')
  status.className = 'hint'
  status.setAttribute('role', 'status')
  frame.before(button, status)
  const say = (text = '') => {
    status.textContent = text
  }
  button.addEventListener('click', () => {
    say(frame.dataset.searching)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill(frame, 'latitude', coords.latitude)
        fill(frame, 'longitude', coords.longitude)
        say()
      },
      () => say(frame.dataset.failed),
      { enableHighAccuracy: true, timeout: 30_000 },
    )
  })
}

/** Five decimals are a metre: more would say what no phone knows. */
function fill(frame: HTMLElement, part: string, degrees: number): void {
  const name = `${frame.dataset.locate}.${part}`
  const field = frame.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (!field) return
  field.value = degrees.toFixed(5).replace('.', ',')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
