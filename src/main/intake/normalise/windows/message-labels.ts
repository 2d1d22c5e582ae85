/** Labels of rendered messages and the names that the same values have in the data of the event, by language. */

/** Headings whose labels speak of who did it. */
export const SUBJECT_SECTIONS: ReadonlySet<string> = new Set([
  ...['subject', 'creator subject', 'user', 'sujet', 'sujet du créateur', 'utilisateur'],
  ...['antragsteller', 'erstellersubjekt', 'benutzer']
])

/** Headings whose labels speak of the account that it was done to or with. */
export const TARGET_SECTIONS: ReadonlySet<string> = new Set([
  ...['new logon', 'account for which logon failed', 'account information', 'target account', 'new account'],
  ...['account whose credentials were used', 'account that was locked out', 'target subject', 'deleted group'],
  ...['group', 'target computer', 'new computer account', 'account'],
  ...['nouvelle ouverture de session', 'informations sur le compte', 'compte cible', 'nouveau compte', 'groupe'],
  ...[
    "compte pour lequel l'ouverture de session a échoué",
    "compte dont les informations d'identification ont été utilisées"
  ],
  ...['neue anmeldung', 'kontoinformationen', 'zielkonto', 'neues konto', 'gruppe', 'gesperrtes konto'],
  ...['konto, für das die anmeldung fehlgeschlagen ist', 'konto, dessen anmeldeinformationen verwendet wurden']
])

/** Headings under which nothing is about an account; they end what stands before them in a folded message. */
export const OTHER_SECTIONS: ReadonlySet<string> = new Set([
  ...['network information', 'process information', 'failure information', 'detailed authentication information'],
  ...['additional information', 'access request information', 'share information', 'service information', 'object'],
  ...['logon information', 'attributes', 'changed attributes', 'application information', 'filter information']
])

export const MEMBER_SECTIONS: ReadonlySet<string> = new Set(['member', 'membre', 'mitglied'])

/** Ends of data names that need `Subject`, `Target` or `Member` in front. */
export const ACCOUNT_LABELS: ReadonlyMap<string, 'UserName' | 'DomainName' | 'UserSid'> = new Map([
  ['account name', 'UserName'],
  ['user name', 'UserName'],
  ['group name', 'UserName'],
  ['account domain', 'DomainName'],
  ['group domain', 'DomainName'],
  ['domain', 'DomainName'],
  ['security id', 'UserSid'],
  ['nom du compte', 'UserName'],
  ['nom de compte', 'UserName'],
  ['domaine du compte', 'DomainName'],
  ['domaine de compte', 'DomainName'],
  ['id de sécurité', 'UserSid'],
  ['kontoname', 'UserName'],
  ['kontodomäne', 'DomainName'],
  ['sicherheits-id', 'UserSid']
])

export const VALUE_LABELS: ReadonlyMap<string, string> = new Map([
  ['logon type', 'LogonType'],
  ['logon account', 'TargetUserName'],
  ['supplied realm name', 'TargetDomainName'],
  ['user id', 'TargetSid'],
  ['source network address', 'IpAddress'],
  ['source address', 'IpAddress'],
  ['client address', 'IpAddress'],
  ['network address', 'IpAddress'],
  ['caller ip', 'IpAddress'],
  ['client ip', 'IpAddress'],
  ['workstation name', 'WorkstationName'],
  ['source workstation', 'WorkstationName'],
  ['caller computer name', 'WorkstationName'],
  ['status', 'Status'],
  ['result code', 'Status'],
  ['error code', 'Status'],
  ['failure code', 'Status'],
  ['failure reason', 'FailureReason'],
  ['object type', 'ObjectType'],
  ['object name', 'ObjectName'],
  ['object server', 'ObjectServer'],
  ['accesses', 'AccessList'],
  ['access mask', 'AccessMask'],
  ['share name', 'ShareName'],
  ['share path', 'ShareLocalPath'],
  ['relative target name', 'RelativeTargetName'],
  ['new process name', 'NewProcessName'],
  ['process command line', 'CommandLine'],
  ['creator process name', 'ParentProcessName'],
  ['process name', 'ProcessName'],
  ['task name', 'TaskName'],
  ['service name', 'ServiceName'],
  ['service file name', 'ServiceFileName'],
  ['device id', 'DeviceId'],
  ['device name', 'DeviceDescription'],
  ['class name', 'ClassName'],
  ['requester', 'Requester'],
  ["type d'ouverture de session", 'LogonType'],
  ['nom du domaine kerberos fourni', 'TargetDomainName'],
  ['adresse du réseau source', 'IpAddress'],
  ['adresse du client', 'IpAddress'],
  ['nom de la station de travail', 'WorkstationName'],
  ["nom de l'objet", 'ObjectName'],
  ["type d'objet", 'ObjectType'],
  ['nom du nouveau processus', 'NewProcessName'],
  ['ligne de commande du processus', 'CommandLine'],
  ['nom du processus', 'ProcessName'],
  ['code de résultat', 'Status'],
  ['état', 'Status'],
  ['demandeur', 'Requester'],
  ['anmeldetyp', 'LogonType'],
  ['quellnetzwerkadresse', 'IpAddress'],
  ['clientadresse', 'IpAddress'],
  ['arbeitsstationsname', 'WorkstationName'],
  ['objektname', 'ObjectName'],
  ['objekttyp', 'ObjectType'],
  ['neuer prozessname', 'NewProcessName'],
  ['prozessbefehlszeile', 'CommandLine'],
  ['prozessname', 'ProcessName'],
  ['ergebniscode', 'Status']
])
