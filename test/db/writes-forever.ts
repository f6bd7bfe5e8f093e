import { openStore } from '../../db/open.ts'
import { testSeal } from '../store.ts'
import { heardFrom } from './samples.ts'

// Writes messages n0, n1, ... into the store of its first argument, and tells each number once it is kept.
const store = openStore({ file: process.argv[2]!, seal: testSeal })
for (let number = 0; ; number += 1) {
  await store.together(({ inbox }) => inbox.put([{ heard: heardFrom('ani', 'Halo', { key: `n${number}` }), due: 0 }]))
  process.send!(number)
}
