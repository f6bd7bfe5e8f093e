/** The languages the desk speaks; the first is spoken unless a person chooses otherwise. */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

/** The same short text in every language: names, labels and notes that come with the city's data. */
export type Both = Readonly<Record<Language, string>>
