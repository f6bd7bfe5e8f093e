/** Measured values of one thing, run by run. */
export type Figures = readonly number[]

/** The value in the middle. */
export const median = (figures: Figures): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

/** Run by run how much of another thing this one is, so that what disturbs a run disturbs both. */
export const ratios = (figures: Figures, others: Figures): Figures =>
  figures.map((figure, run) => figure / (others[run] ?? Number.NaN))

/** One line for readers: name, median and the smallest and largest of all runs. */
export const line = (name: string, figures: Figures, digits: number): string =>
  [
    name.padEnd(46),
    median(figures).toFixed(digits).padStart(9),
    `(${Math.min(...figures).toFixed(digits)} to ${Math.max(...figures).toFixed(digits)})`,
  ].join('  ')
