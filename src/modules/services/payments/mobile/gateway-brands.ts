/** The gateways there are, as people know them. */
export const gatewayBrands = { fedapay: 'FedaPay', kkiapay: 'KKiaPay' } as const

export type GatewayName = keyof typeof gatewayBrands
