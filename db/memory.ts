import type { Memory } from '../core/store.ts'
import { codesOf, prepareCodes } from './codes.ts'
import { devicesOf, prepareDevices } from './devices.ts'
import { evidenceOf, prepareEvidence } from './evidence.ts'
import { inboxOf, prepareInbox } from './inbox.ts'
import { checkLease, type Lease } from './lease.ts'
import { lettersOf, prepareLetters } from './letters.ts'
import { peopleOf, preparePeople } from './people.ts'
import type { Db, Use } from './queries.ts'
import type { Seal } from './seal.ts'
import { prepareSessions, sessionsOf } from './sessions.ts'
import { prepareTickets, ticketsOf } from './tickets.ts'

/** Every query of the memory, prepared once a connection. */
export const prepareMemory = (db: Db) => ({
  inbox: prepareInbox(db),
  people: preparePeople(db),
  sessions: prepareSessions(db),
  tickets: prepareTickets(db),
  letters: prepareLetters(db),
  evidence: prepareEvidence(db),
  codes: prepareCodes(db),
  devices: prepareDevices(db),
})

/** The memory of one unit; it ends with the lease. */
export function memoryOf(prepared: ReturnType<typeof prepareMemory>, seal: Seal, lease: Lease): Memory {
  const use = <Queries>(queries: Queries): Use<Queries> => ({
    seal,
    q: () => {
      checkLease(lease)
      return queries
    },
  })
  return {
    inbox: inboxOf(use(prepared.inbox)),
    people: peopleOf(use(prepared.people)),
    sessions: sessionsOf(use(prepared.sessions)),
    tickets: ticketsOf(use(prepared.tickets)),
    letters: lettersOf(use(prepared.letters)),
    evidence: evidenceOf(use(prepared.evidence)),
    codes: codesOf(use(prepared.codes)),
    devices: devicesOf(use(prepared.devices)),
  }
}
