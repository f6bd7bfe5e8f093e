/** Everything that is wrong with the configuration, each with its remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const list = problems.map((problem) => `  - ${problem}`)
    super(`The configuration has ${problems.length} problem(s):\n${list.join('\n')}`)
    this.problems = problems
  }
}
