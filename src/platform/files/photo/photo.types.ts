/** A photo written anew from the parts that draw it; null for what is not one. */
export interface Cleaned {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

export type Cleaner = (bytes: Buffer) => Cleaned | null
