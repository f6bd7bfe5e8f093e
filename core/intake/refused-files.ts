import type { RefusedFile } from '../pages.ts'
import { type Sentence, say } from '../reply.ts'
import type { Limits } from '../world.ts'

const megabyte = 1024 * 1024

/** Why files were not kept and what to do instead, each reason once. */
export const refusedFiles = (refused: readonly RefusedFile[], limits: Limits): Sentence[] =>
  [...new Set(refused)].map((reason) => say(`file.${reason}`, dataOf(limits)))

const dataOf = ({ fileBytes, dayBytes, dayFiles, filesPerReport }: Limits) => ({
  file: Math.round(fileBytes / megabyte),
  day: Math.round(dayBytes / megabyte),
  files: dayFiles,
  most: filesPerReport,
})
