/** Lets a passkey fill the forms that wait for one; where the browser has none, they stay hidden. */
export {}

const forms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]')

if (window.PublicKeyCredential) {
  for (const form of forms) prepare(form)
  document.querySelector('[data-passkey-missing]')?.remove()
}

function prepare(form: HTMLFormElement): void {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    answer(form).catch((error: Error) => say(form, error))
  })
}

async function answer(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form)
  const reply = await fetch(form.dataset.options ?? '', {
    method: 'POST',
    body: new URLSearchParams([...data] as [string, string][]),
    headers: { 'x-csrf-token': String(data.get('_csrf')) },
  })
  const options = await reply.json()
  if (!reply.ok) throw new Error(options.message)
  const credential = form.dataset.passkey === 'create' ? await create(options) : await read(options)
  const field = form.querySelector<HTMLInputElement>('[name=reponse]')
  if (field) field.value = JSON.stringify(toJson(credential as PublicKeyCredential))
  form.submit()
}

/** The server's own words when it refused; otherwise the key was not read, or the network is away. */
function say(form: HTMLFormElement, error: Error): void {
  const status = form.querySelector<HTMLElement>('[role=status]')
  if (!status) return
  const { refused = '', offline = '' } = status.dataset
  const isOurs = error.constructor === Error && error.message
  status.textContent = isOurs ? error.message : error instanceof TypeError ? offline : refused
}

function create(options: PublicKeyCredentialCreationOptionsJSON) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: options.excludeCredentials?.map((one) => ({ ...one, id: toBytes(one.id) })),
  } as PublicKeyCredentialCreationOptions
  return navigator.credentials.create({ publicKey })
}

function read(options: PublicKeyCredentialRequestOptionsJSON) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: [],
  } as PublicKeyCredentialRequestOptions
  return navigator.credentials.get({ publicKey })
}

/** Written out by hand: older phones have passkeys without toJSON(). */
function toJson({ id, rawId, type, response }: PublicKeyCredential) {
  const given = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  return {
    id,
    type,
    rawId: toText(rawId),
    clientExtensionResults: {},
    response: {
      clientDataJSON: toText(given.clientDataJSON),
      attestationObject: toText(given.attestationObject),
      authenticatorData: toText(given.authenticatorData),
      signature: toText(given.signature),
      userHandle: toText(given.userHandle),
      transports: given.getTransports?.(),
    },
  }
}

function toBytes(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

function toText(bytes: ArrayBuffer | null | undefined): string | undefined {
  if (!bytes) return undefined
  const binary = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
