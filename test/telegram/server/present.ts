/** The same object without the keys whose value is undefined, as the platform leaves out what is not there. */
export const present = <T extends object>(given: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T
