/**
 * The events that Inward knows by name, by log: what each is called in an activity, and how its data is laid out. Names
 * are short and our own, close to those of Windows; an id that is not listed goes by its provider and number.
 */

/** How the data of an event is laid out, and so which part of it matters. */
export type EventShape =
  | 'logon'
  | 'explicit-logon'
  | 'account'
  | 'member'
  | 'file'
  | 'share'
  | 'process'
  | 'device'
  | 'print'
  | 'network'
  | 'task'
  | 'service'
  | 'transfer'
  | 'other'

export interface KnownEvent {
  readonly name: string
  readonly shape: EventShape
  /** Set where the id alone says that it did not succeed. */
  readonly isFailure?: true
}

type Table = Readonly<Record<number, KnownEvent>>
type Named = readonly (readonly [id: number, name: string])[]

function tableOf(...groups: readonly (readonly [shape: EventShape, events: Named, failure?: 'failure'])[]): Table {
  const table: Record<number, KnownEvent> = {}
  for (const [shape, events, failure] of groups)
    for (const [id, name] of events)
      table[id] = failure === undefined ? { name, shape } : { name, shape, isFailure: true }
  return table
}

export const SECURITY_EVENTS: Table = tableOf(
  [
    'logon',
    [
      [4624, 'Logon'],
      [4634, 'Logoff'],
      [4647, 'Logoff by the user'],
      [4768, 'Kerberos ticket requested'],
      [4769, 'Kerberos service ticket requested'],
      [4770, 'Kerberos service ticket renewed'],
      [4776, 'Credentials validated'],
      [4774, 'Account mapped for logon'],
      [4778, 'Session reconnected'],
      [4779, 'Session disconnected'],
      [4800, 'Workstation locked'],
      [4801, 'Workstation unlocked'],
      [4802, 'Screen saver invoked'],
      [4803, 'Screen saver dismissed'],
      [6272, 'Network policy server granted access']
    ]
  ],
  [
    'logon',
    [
      [4625, 'Logon failed'],
      [4771, 'Kerberos pre-authentication failed'],
      [4772, 'Kerberos ticket request failed'],
      [4773, 'Kerberos service ticket request failed'],
      [4777, 'Credentials not validated'],
      [4825, 'Remote desktop access denied'],
      [6273, 'Network policy server denied access']
    ],
    'failure'
  ],
  ['explicit-logon', [[4648, 'Logon with explicit credentials']]],
  [
    'account',
    [
      [4720, 'A user account was created'],
      [4722, 'A user account was enabled'],
      [4723, 'An attempt was made to change a password'],
      [4724, 'An attempt was made to reset a password'],
      [4725, 'A user account was disabled'],
      [4726, 'A user account was deleted'],
      [4738, 'A user account was changed'],
      [4740, 'A user account was locked out'],
      [4741, 'A computer account was created'],
      [4742, 'A computer account was changed'],
      [4743, 'A computer account was deleted'],
      [4765, 'SID history was added to an account'],
      [4767, 'A user account was unlocked'],
      [4781, 'The name of an account was changed'],
      [4782, 'The password hash of an account was accessed'],
      [4794, 'Directory restore password was set'],
      [4798, 'Group membership of a user was listed']
    ]
  ],
  [
    'member',
    [
      [4727, 'A global group was created'],
      [4728, 'A member was added to a global group'],
      [4729, 'A member was removed from a global group'],
      [4730, 'A global group was deleted'],
      [4731, 'A local group was created'],
      [4732, 'A member was added to a local group'],
      [4733, 'A member was removed from a local group'],
      [4734, 'A local group was deleted'],
      [4735, 'A local group was changed'],
      [4737, 'A global group was changed'],
      [4746, 'A member was added to a distribution group'],
      [4751, 'A member was added to a global distribution group'],
      [4756, 'A member was added to a universal group'],
      [4757, 'A member was removed from a universal group'],
      [4761, 'A member was added to a universal distribution group'],
      [4799, 'Membership of a local group was listed']
    ]
  ],
  [
    'file',
    [
      [4656, 'Handle to an object requested'],
      [4657, 'Registry value modified'],
      [4658, 'Handle to an object closed'],
      [4659, 'Handle requested with intent to delete'],
      [4660, 'Object deleted'],
      [4661, 'Handle to a directory object requested'],
      [4662, 'Operation on a directory object'],
      [4663, 'Object accessed'],
      [4664, 'Hard link attempted'],
      [4670, 'Permissions changed'],
      [4985, 'State of a transaction changed']
    ]
  ],
  [
    'share',
    [
      [5140, 'Network share accessed'],
      [5142, 'Network share added'],
      [5143, 'Network share modified'],
      [5144, 'Network share deleted'],
      [5145, 'Network share object checked']
    ]
  ],
  ['share', [[5168, 'Service name check for a share failed']], 'failure'],
  [
    'process',
    [
      [4688, 'Process created'],
      [4689, 'Process ended'],
      [4696, 'Primary token assigned']
    ]
  ],
  [
    'device',
    [
      [6416, 'External device recognised'],
      [6419, 'Device disable requested'],
      [6420, 'Device disabled'],
      [6421, 'Device enable requested'],
      [6422, 'Device enabled'],
      [6424, 'Forbidden device was allowed']
    ]
  ],
  ['device', [[6423, 'Device forbidden by policy']], 'failure'],
  [
    'task',
    [
      [4698, 'Scheduled task created'],
      [4699, 'Scheduled task deleted'],
      [4700, 'Scheduled task enabled'],
      [4701, 'Scheduled task disabled'],
      [4702, 'Scheduled task updated']
    ]
  ],
  ['service', [[4697, 'Service installed']]],
  [
    'network',
    [
      [5154, 'Listening permitted'],
      [5156, 'Connection permitted'],
      [5158, 'Binding to a port permitted']
    ]
  ],
  [
    'network',
    [
      [5152, 'Packet blocked'],
      [5155, 'Listening blocked'],
      [5157, 'Connection blocked'],
      [5159, 'Binding to a port blocked']
    ],
    'failure'
  ],
  [
    'other',
    [
      [1100, 'Event logging service shut down'],
      [1102, 'Audit log cleared'],
      [4616, 'System time changed'],
      [4672, 'Special privileges assigned'],
      [4673, 'Privileged service called'],
      [4674, 'Operation on a privileged object'],
      [4704, 'User right assigned'],
      [4719, 'Audit policy changed'],
      [4886, 'Certificate requested'],
      [4887, 'Certificate issued'],
      [5058, 'Key file operation'],
      [5061, 'Cryptographic operation'],
      [5136, 'Directory object modified'],
      [5137, 'Directory object created'],
      [5141, 'Directory object deleted'],
      [5379, 'Stored credentials read']
    ]
  ]
)

export const SYSMON_EVENTS: Table = tableOf(
  [
    'process',
    [
      [1, 'Process created'],
      [5, 'Process ended'],
      [6, 'Driver loaded'],
      [7, 'Image loaded'],
      [8, 'Remote thread created'],
      [9, 'Raw disk read'],
      [10, 'Process accessed'],
      [25, 'Process tampering']
    ]
  ],
  [
    'file',
    [
      [2, 'File creation time changed'],
      [11, 'File created'],
      [15, 'File stream created'],
      [23, 'File deleted and archived'],
      [26, 'File deleted'],
      [29, 'Executable file created']
    ]
  ],
  [
    'file',
    [
      [27, 'Executable file blocked'],
      [28, 'File shredding blocked']
    ],
    'failure'
  ],
  [
    'network',
    [
      [3, 'Network connection'],
      [22, 'DNS query']
    ]
  ],
  [
    'other',
    [
      [4, 'Service state changed'],
      [12, 'Registry object created or deleted'],
      [13, 'Registry value set'],
      [14, 'Registry object renamed'],
      [16, 'Configuration changed'],
      [17, 'Pipe created'],
      [18, 'Pipe connected'],
      [19, 'WMI filter registered'],
      [20, 'WMI consumer registered'],
      [21, 'WMI consumer bound'],
      [24, 'Clipboard changed']
    ]
  ],
  ['other', [[255, 'Error']], 'failure']
)

export const PRINT_EVENTS: Table = tableOf(
  [
    'print',
    [
      [307, 'Document printed'],
      [310, 'Document resumed or deleted'],
      [805, 'Print job rendered']
    ]
  ],
  [
    'print',
    [
      [315, 'Printer could not be shared'],
      [372, 'Document failed to print']
    ],
    'failure'
  ]
)

/** Arrival and removal of devices in the logs of their drivers. */
export const DRIVER_EVENTS: Table = tableOf([
  'device',
  [
    [2003, 'Device connected'],
    [2004, 'Device driver loaded'],
    [2100, 'Device power or plug request'],
    [2101, 'Device request completed'],
    [2102, 'Device request forwarded'],
    [2105, 'Device request ended'],
    [2106, 'Device removed']
  ]
])

export const PARTITION_EVENTS: Table = tableOf(['device', [[1006, 'Disk connected or removed']]])

export const PLUG_AND_PLAY_EVENTS: Table = tableOf(
  [
    'device',
    [
      [400, 'Device configured'],
      [410, 'Device started'],
      [420, 'Device deleted'],
      [430, 'Device needs further installation'],
      [20001, 'Device driver installed'],
      [20003, 'Device service added']
    ]
  ],
  [
    'device',
    [
      [401, 'Device not configured'],
      [411, 'Device not started']
    ],
    'failure'
  ]
)

export const TERMINAL_EVENTS: Table = tableOf([
  'logon',
  [
    [21, 'Remote session logon'],
    [22, 'Remote session shell started'],
    [23, 'Remote session logoff'],
    [24, 'Remote session disconnected'],
    [25, 'Remote session reconnected']
  ]
])

export const TRANSFER_EVENTS: Table = tableOf(
  [
    'transfer',
    [
      [3, 'Transfer job created'],
      [4, 'Transfer job completed'],
      [59, 'Transfer started'],
      [60, 'Transfer stopped'],
      [16_403, 'Transfer job created with a local file']
    ]
  ],
  ['transfer', [[61, 'Transfer stopped with an error']], 'failure']
)

export const SYSTEM_EVENTS: Table = tableOf(
  ['service', [[7045, 'Service installed']]],
  ['other', [[104, 'Event log cleared']]]
)
