/** A sheet with the name and the domain that the directory gives its service. */
import { domainLabels, serviceDomains, serviceLabels } from '#modules/directory/index.ts'
import type { Sheet } from './service.schema.ts'
import { groupByDomain, type ListedService } from './service-list.rules.ts'

export function toListed({ serviceCode, description, lifeEvent, targets }: Sheet): ListedService {
  return {
    code: serviceCode,
    label: nameService(serviceCode),
    domain: serviceDomains[serviceCode] ?? '',
    description,
    lifeEvent,
    targets,
  }
}

export function nameService(code: string): string {
  return serviceLabels[code] ?? code
}

/** Services set under their domains, in the order of the directory. */
export function groupServices<Service extends Pick<ListedService, 'domain' | 'label'>>(
  services: readonly Service[],
) {
  return groupByDomain(services, Object.keys(domainLabels))
}
