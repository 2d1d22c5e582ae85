/** `Pseudonym` and `Identity` are different types on purpose: no function turns one into the other but the vault. */
import { z } from 'zod'

export const PSEUDONYM_PATTERN = /^ANON-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2,}$/

export const Pseudonym = z.string().regex(PSEUDONYM_PATTERN).brand<'Pseudonym'>()
export type Pseudonym = z.infer<typeof Pseudonym>

declare const identityBrand: unique symbol
/** A name, address or other identifier of a real person. Lives in the engine only. */
export type Identity = string & { readonly [identityBrand]: true }
