import type { Limits } from '../core/world.ts'

const megabyte = 1024 * 1024

/** The limits of every desk in tests: the ordinary ones, without floors for the disk. */
export const testLimits: Limits = {
  reportsPerHour: 5,
  fileBytes: 20 * megabyte,
  dayBytes: 100 * megabyte,
  dayFiles: 30,
  filesPerReport: 10,
  descriptionCharacters: 4000,
  wrongCodes: 5,
  wrongCodesOverall: 50,
  evidenceFloor: 0,
  reportFloor: 0,
}
