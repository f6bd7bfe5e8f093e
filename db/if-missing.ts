/** Answers `none` when an error of the file system says that there is no such file; lets every other one pass. */
export const ifMissing =
  <None>(none: None) =>
  (error: unknown): None => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return none
    throw error
  }
