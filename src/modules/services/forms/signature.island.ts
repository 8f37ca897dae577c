/** Lets whoever signs draw their signature under their name; what is kept is the line, not a picture. */
const size = { width: 320, height: 120 }
/** As long a line as an answer may be. */
const longest = 7900

for (const frame of document.querySelectorAll<HTMLElement>('[data-sign]')) {
  const field = frame.querySelector<HTMLInputElement>('input')
  if (field) addPad(frame, field)
}

function addPad(frame: HTMLElement, field: HTMLInputElement): void {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', frame.dataset.label ?? '')
  const clear = document.createElement('button')
  clear.type = 'button'
  clear.className = 'btn quiet'
  clear.textContent = frame.dataset.clear ?? ''
  const hint = document.createElement('p')
  hint.className = 'hint'
  hint.textContent = frame.dataset.label ?? ''
  frame.append(hint, canvas, clear)
  draw(canvas, field.value)
  listen(canvas, field)
  clear.addEventListener('click', () => {
    write(field, '')
    draw(canvas, '')
  })
}

function listen(canvas: HTMLCanvasElement, field: HTMLInputElement): void {
  let isDrawing = false
  const point = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect()
    const x = Math.round(((event.clientX - box.left) * size.width) / box.width)
    const y = Math.round(((event.clientY - box.top) * size.height) / box.height)
    return `${Math.max(0, x)},${Math.max(0, y)}`
  }
  const add = (step: string) => {
    if (field.value.length + step.length > longest) return
    write(field, field.value + step)
    draw(canvas, field.value)
  }
  canvas.addEventListener('pointerdown', (event) => {
    isDrawing = true
    canvas.setPointerCapture(event.pointerId)
    add(`M${point(event)}`)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (isDrawing) add(`L${point(event)}`)
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, () => {
      isDrawing = false
    })
}

/** Told to the form, which saves what changes. */
function write(field: HTMLInputElement, stroke: string): void {
  field.value = stroke
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function draw(canvas: HTMLCanvasElement, stroke: string): void {
  const brush = canvas.getContext('2d')
  if (!brush) return
  brush.clearRect(0, 0, size.width, size.height)
  brush.lineWidth = 2
  brush.lineCap = 'round'
  brush.stroke(new Path2D(stroke))
}
