import { chosen } from '../choose.ts'
import type { Value } from '../reply.ts'

/** The entry of a list that a text names: by its id, its number as shown, or its label in any language. */
export function named<T extends { readonly id: string; readonly label: Value }>(
  list: readonly T[],
  text: string,
): T | undefined {
  const id = text.trim().toLowerCase()
  const wanted = list.find((one) => one.id.toLowerCase() === id)?.id ?? chosen(list, text)
  return list.find((one) => one.id === wanted)
}
