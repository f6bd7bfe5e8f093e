import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, so that no core waits for them at the end. */
const long = ['conversations/indonesian', 'web/chat', 'web/service', 'service/start-up', 'conversations/', 'service/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = (file: TestSpecification) => [...long, ''].findIndex((part) => file.moduleId.includes(part))
    return [...files].sort((a, b) => places(a) - places(b))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/tools/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
