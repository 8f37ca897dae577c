/** The catalogue of services as a search narrows it, and set in the order of their domains. */
import { foldWords } from '#platform/tables/fold.rules.ts'

export interface ListedService {
  readonly code: string
  readonly label: string
  readonly domain: string
  readonly description: string
  readonly lifeEvent: string
  readonly targets: readonly string[]
}

export interface ServiceFilter {
  readonly words: string
  readonly lifeEvent: string | null
  readonly target: string | null
}

/** Every word typed begins a word of the name or of the description, whatever the accents. */
export function filterServices<Service extends ListedService>(
  services: readonly Service[],
  { words, lifeEvent, target }: ServiceFilter,
): Service[] {
  const typed = foldWords(words).split(' ').filter(Boolean)
  return services.filter((service) => {
    if (lifeEvent !== null && service.lifeEvent !== lifeEvent) return false
    if (target !== null && !service.targets.includes(target)) return false
    const text = ` ${foldWords(`${service.label} ${service.description}`)}`
    return typed.every((word) => text.includes(` ${word}`))
  })
}

export interface DomainGroup<Service> {
  readonly domain: string
  readonly services: readonly Service[]
}

/** In the order of `domains`, each group by name. */
export function groupByDomain<Service extends Pick<ListedService, 'domain' | 'label'>>(
  services: readonly Service[],
  domains: readonly string[],
): DomainGroup<Service>[] {
  return domains.flatMap((domain) => {
    const found = services.filter((service) => service.domain === domain)
    found.sort((one, other) => one.label.localeCompare(other.label, 'fr'))
    return found.length > 0 ? [{ domain, services: found }] : []
  })
}
