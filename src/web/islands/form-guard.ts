/** Keeps a form from being sent twice, leads to the errors, and counts characters while they are typed. */
export {}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
  form.addEventListener('submit', (event) => {
    // After the browser has read which button was pressed: a disabled button is not sent.
    setTimeout(() => setDisabled(form, !event.defaultPrevented))
  })
}

/** A page brought back by « Précédent » must be usable again. */
addEventListener('pageshow', () => {
  for (const form of document.forms) if (form.dataset.guard !== undefined) setDisabled(form, false)
})

function setDisabled(form: HTMLFormElement, isDisabled: boolean): void {
  for (const button of form.querySelectorAll('button')) button.disabled = isDisabled
}

document.getElementById('erreurs')?.focus()

for (const area of document.querySelectorAll<HTMLTextAreaElement>('[data-limit]')) {
  const counter = area.parentElement?.querySelector<HTMLElement>('[data-count]')
  const count = () => {
    const { length } = area.value.trim()
    if (!counter) return
    counter.textContent = (counter.dataset.count ?? '')
      .replace('{count}', String(length))
      .replace('{limit}', area.dataset.limit ?? '')
    counter.classList.toggle('err', length > Number(area.dataset.limit))
  }
  area.addEventListener('input', count)
  if (area.value) count()
}
