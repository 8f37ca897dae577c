/** What every view may know of the request it answers, without it being handed down by each page. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Actor, visitor } from '../actor.ts'

export interface Flash {
  readonly kind: 'success' | 'error' | 'info'
  readonly text: string
}

export interface ViewContext {
  readonly actor: Actor
  readonly locale: string
  /** Path and query of the page shown. */
  readonly url: string
  readonly now: Date
  readonly flash: Flash | null
  /** Asking for it makes the page uncacheable: it belongs to one browser. */
  readonly csrfToken: () => string
  readonly idempotencyKey: () => string
  /** The address of a built file: assetUrl('index.css'). */
  readonly assetUrl: (name: string) => string
  /** True when messages are only recorded, and can be read on /courrier-sortant. */
  readonly hasOutboxPage: boolean
}

export const blankView: ViewContext = {
  actor: visitor,
  locale: 'fr',
  url: '/',
  now: new Date(0),
  flash: null,
  csrfToken: () => '',
  idempotencyKey: () => '',
  assetUrl: (name) => `/assets/${name}`,
  hasOutboxPage: false,
}

export const View = createContext<ViewContext>(blankView)

export function useView(): ViewContext {
  return useContext(View)
}
