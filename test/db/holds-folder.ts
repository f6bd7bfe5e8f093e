import { lockFolder } from '../../db/lock.ts'

// Holds the folder of its first argument until it is killed, and says so.
lockFolder(process.argv[2]!)
process.send!('held')
setInterval(() => {}, 60_000)
