/** A browser without a window and without scripts: keeps cookies, follows redirects, fills forms by their names. */

export interface Answer {
  readonly status: number
  readonly url: string
  readonly html: string
  readonly headers: Headers
}

export class Client {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  forgetCookie(name: string): void {
    this.#cookies.delete(name)
  }

  get(path: string): Promise<Answer> {
    return this.#fetch('GET', path)
  }

  /** Sends fields as a form would, with the hidden fields of the page that holds it. */
  async submit(
    page: string | Answer,
    action: string,
    fields: Record<string, string | string[]>,
  ): Promise<Answer> {
    const shown = typeof page === 'string' ? await this.get(page) : page
    return this.post(action, { ...readHidden(shown.html, action), ...fields })
  }

  post(path: string, fields: Record<string, string | string[]>): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    return this.#fetch('POST', path, body)
  }

  async signIn(email: string, password = 'cauri-demo'): Promise<Answer> {
    return this.submit('/connexion', '/connexion', { identifiant: email, motDePasse: password })
  }

  async #fetch(method: 'GET' | 'POST', path: string, body?: URLSearchParams): Promise<Answer> {
    const headers = {
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }
    const response = await fetch(new URL(path, this.#origin), {
      method,
      headers,
      body,
      redirect: 'manual',
    })
    this.#keepCookies(response)
    const location = response.headers.get('location')
    if (response.status === 303 && location) {
      await response.arrayBuffer()
      return this.#fetch('GET', location)
    }
    return {
      status: response.status,
      url: path,
      html: await response.text(),
      headers: response.headers,
    }
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line))
        this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}

/** The hidden fields of the form that posts to this address, or else of the one that posts to the page it is on. */
export function readHidden(html: string, action: string): Record<string, string> {
  const forms = [...html.matchAll(/(<form\b[^>]*>)[\s\S]*?<\/form>/g)]
  const [form] =
    forms.find(([, opening]) => opening?.includes(`action="${action}"`)) ??
    forms.find(([, opening]) => opening?.includes('method="post"') && !/ action="/.test(opening)) ??
    []
  const hidden = [...(form ?? '').matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    decode(/name="([^"]*)"/.exec(tag)?.[1] ?? ''),
    decode(/value="([^"]*)"/.exec(tag)?.[1] ?? ''),
  ])
  return Object.fromEntries(hidden)
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
