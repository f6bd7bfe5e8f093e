/** Notes one event for operators by name; facts are counts, kinds and reasons, never persons, texts, codes or tokens. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void
