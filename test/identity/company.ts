/** An invented company for the tests of masking: people of many languages, how directories list them, and plain prose. */
import type { KnownPerson } from '../../src/main/identity/variants.ts'

export interface Colleague {
  readonly first: string
  readonly last: string
  readonly address: string
  readonly account: string
  readonly sid: string
  readonly objectId: string
  readonly record: KnownPerson
}

const LANGUAGES: readonly { readonly first: string; readonly last: string }[] = [
  {
    first: 'Alma Barnaby Cressida Dexter Elowen Fergus Imogen Jasper Will Rose Mark Grace Tabitha Winifred',
    last: 'Ashcombe Coldwell Draycott Hartsmoor Green Young Cook Brown March Long Thistlewood Underhay Wrenfield Quillbrook'
  },
  {
    first: 'Dörte Jürgen Rüdiger Annegret Heike Volker Anna-Lena Karl-Heinz Björn Mechthild',
    last: 'Dornhöfer Müßigbrod Rebstöcker Grünwasser Tannengrund Müller-Lindenquell Weiß Köhlerhain Pfauenfels Öhmichen'
  },
  {
    first: 'Constança Inês João Horácio Efigénia Dinis Leocádia',
    last: 'Gaviãozinho|Carvalhosa Pinhalva|Fontanário|dos Ribeirais|Salgadinho|Alvorão'
  },
  {
    first: 'Aurèle Délphine Gaston Joël Marguerite François Anaïs',
    last: "Beaulac|d'Arcembourg|Desrivages|de la Fontanelle|Houlegrise|Lacombrey|L'Hérault"
  },
  { first: 'Seán Aoife Niamh Declan Siobhán', last: "O'Brannagh|O'Shaughlin|McInverary|MacDunmore|Fitzwilder" },
  {
    first: 'Jan Pieter Sanne Willemijn Joost',
    last: 'van der Duinen|van den Brinkhof|de Wittenaar|ter Hovenkamp|Kloosterveld'
  },
  {
    first: 'Łukasz Małgorzata Żaneta Wojciech Zdzisława',
    last: 'Wiśniowiecka|Brzęczkowski|Źródlany|Gżegżółkiewicz|Śliwowicz'
  },
  { first: 'Søren Åse Bjørg Gunnhild Mikkel', last: 'Ødegårdsen|Kærhøj|Strømsvik|Ångbergström|Fjällquist' },
  { first: 'Çağla İlker Şebnem Özgür Tuğba', last: 'Yıldızhan|Çınaroğlu|Şahinbey|Gürsoylu|Ağaçdalı' },
  { first: 'Zdeněk Šárka Ondřej Růžena Lubomír', last: 'Křenovský|Šťastnický|Žďárek|Vlčkovec|Hlubočepy' },
  { first: 'Αγγελική Θεόδωρος Ελευθερία', last: 'Παπαλουκάς|Καραμπελιάς|Σταυρινίδης' },
  { first: 'Светлана Григорий Людмила', last: 'Березовская|Щегловитов|Тихомиренко' },
  { first: 'Li Bo Xiaoming Yan', last: 'Zhengwei|Na|Ouyangfu|Xu' }
]

/** Deterministic: the same people, numbers and order in every run. */
export function company(): Colleague[] {
  const found = LANGUAGES.flatMap(({ first, last }) => {
    const lasts = last.includes('|') ? last.split('|') : last.split(' ')
    return first.split(' ').flatMap((one) => lasts.map((other) => ({ first: one, last: other })))
  })
  return found.map(({ first, last }, index) => colleague(first, last, index))
}

function colleague(first: string, last: string, index: number): Colleague {
  const local = `${latin(first)}.${latin(last)}`
  const address = `${local}@heronsgate.example`
  // As in most companies, an account is an initial and a last name, numbered when it is taken.
  const account = `${latin(first).charAt(0)}${latin(last)
    .replace(/[^a-z]/g, '')
    .slice(0, 12)}${index}`
  const sid = `S-1-5-21-1840027733-920551041-3306140028-${1100 + index}`
  const objectId = `7d3f${String(index).padStart(4, '0')}-52b1-4c0e-9a7d-1f00aa55${String(index).padStart(4, '0')}`
  const aliases = [account, sid, objectId, `HERONSGATE\\${account}`]
  const records: readonly KnownPerson[] = [
    { identity: address, displayName: `${last}, ${first}`, aliases },
    { identity: address.toUpperCase(), displayName: `${first} ${last}`, aliases },
    { identity: `i:0#.f|membership|${address}`, displayName: `${first} ${last} (Heronsgate)`, aliases },
    { identity: address, firstName: first, lastName: last, aliases: [...aliases, `smtp:${address}`] }
  ]
  return {
    first,
    last,
    address,
    account,
    sid,
    objectId,
    record: records[index % records.length] ?? { identity: address }
  }
}

const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  æ: 'ae',
  å: 'aa',
  ł: 'l',
  ı: 'i',
  ğ: 'g'
}
const TRANSCRIBED: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'абвгдежзийклмнопрстуфхцчшщъыьэюя',
    'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya'
  ),
  ...pairs('αβγδεζηθικλμνξοπρστυφχψως', 'a v g d e z i th i k l m n x o p r s t y f ch ps o s')
])

function pairs(letters: string, spelled: string): [string, string][] {
  const parts = spelled.split(' ')
  return Array.from(letters, (letter, index) => [letter, parts[index] ?? ''])
}

/** The letters of an address, as administrators transcribe names. */
function latin(name: string): string {
  return Array.from(name.toLowerCase().normalize('NFC'), (letter) => SPELLED[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{L}/gu, (letter) => TRANSCRIBED.get(letter) ?? letter)
    .replace(/_|[^a-z-]/g, '')
}

/** A text with one planted spelling between what must stay. */
export interface Planted {
  readonly kind: string
  readonly before: string
  readonly spelling: string
  readonly after: string
}

export function plantings({ first, last, address, account, sid, objectId }: Colleague): Planted[] {
  const site = address.replace(/[.@-]/g, '_')
  const [local = ''] = address.split('@')
  const plant = (kind: string, before: string, spelling: string, after: string) => ({ kind, before, spelling, after })
  const squeezed = `${last}${first}`.replace(/[\s'-]/g, '')
  return [
    plant('site', 'https://heronsgate-my.sharepoint.example/personal/', site, '/Documents/Budget%202026.xlsx'),
    plant('site upper case', 'https://heronsgate-my.sharepoint.example/personal/', site.toUpperCase(), '/Documents'),
    plant('profile', 'C:\\Users\\', account, '\\Downloads\\setup.exe'),
    plant('profile with domain', 'file:///C:/Users/', account, '.HERONSGATE/AppData/Local'),
    plant('profile with name', 'D:\\Users\\', `${first} ${last}`, '\\Desktop\\notes.txt'),
    plant('domain account', 'An account was logged on: HERONSGATE\\', account, ' from 10.4.7.12'),
    plant('address', 'Message from <', address, '> was delivered'),
    plant('address in capitals', 'SiteCollectionAdmin=', address.toUpperCase(), '; added'),
    plant('encoded address', 'https://portal.example/share?to=', address.replace('@', '%40'), '&role=read'),
    plant('mail link', 'mailto:', address, '?subject=hello'),
    plant('claim', 'i:0#.f|membership|', address, ''),
    plant('display name', 'Meeting with ', `${first} ${last}`, ' about the offer'),
    plant('display name in capitals', 'Owner: ', `${first} ${last}`.toUpperCase(), ' (active)'),
    plant('last name first', 'RE: ', `${last}, ${first}`, ' - leave of absence'),
    plant('decomposed', '/Volumes/Share/', `${first} ${last}`.normalize('NFD'), '/contract.pdf'),
    plant('encoded name', 'https://intranet.example/people/', encodeURIComponent(`${first} ${last}`), '/profile'),
    plant('local part', 'Export_', local, '_2026-01-05.csv'),
    plant('local part with underscores', 'backup-', local.replace('.', '_'), '.pst'),
    plant('initial', 'signed by ', `${first.charAt(0)}. ${last}`, ', as agreed'),
    plant('squeezed', 'HR/', squeezed, '.docx'),
    plant('account number', 'TargetSid: ', sid, ' added to group'),
    plant('object id', '"actor":"', objectId, '","result":"ok"'),
    plant('account', 'user=', account, ' action=print pages=12')
  ]
}

/** Words of work and of machines in which no colleague occurs, though many of them are names elsewhere. */
export const PROSE: readonly string[] = `
The will of young people to cook at home rose in march, and a long green field lay behind the brown mill.
Please mark the page with a green pen, and do not cook the books before the audit in March.
Will the long queue be shorter in the new release? It may be, but nobody can say so with certainty.
In March we will long for a brown coat; in the long run a young team needs grace under pressure.
I will be late. Young engineers asked for a longer review, and the cook prepared brown rice for lunch.
He said that he will. Green lights went on, and the long march through the institutions began again.
A rose is a rose; mark my words: grace is given, and na is a note that sheets show for missing values.
Quarterly figures, draft three: revenue rose by four percent, costs fell, and the margin is wide again.
The printer on the second floor is out of paper; the white stock is in the cabinet near the stairs.
Kindly confirm the purchase order, check the delivery address and tell the warehouse before noon.
We moved the meeting from Tuesday to Thursday because the large room is being painted this week.
All employees must renew their training on data protection until the end of the second quarter.
Attached you will find the signed contract, the annex and the price list for the coming year.
Nobody has answered the survey yet; a reminder goes out on Friday, and another one a week later.
The weather on the coast was mild, the road was clear, and the truck arrived an hour too early.
Der Müller mahlt das Korn, der Koch kocht die Suppe, und der junge Richter liest lange Akten.
Bitte prüfen Sie die Rechnung bis morgen, die lange Liste liegt auf dem grünen Ordner im weißen Schrank.
Im März war der Himmel grau und braun, aber der Winter war kurz und der Sommer wird lang und schön.
Die Besprechung wurde verschoben, weil der große Saal gestrichen wird; neue Einladung folgt heute.
Le conseil se réunit jeudi; la petite salle est fermée, la grande est libre dès neuf heures du matin.
Veuillez trouver ci-joint le contrat signé, la liste des prix et le plan de la nouvelle usine.
La reunión del jueves se aplaza una semana porque la sala grande está cerrada por obras.
De vergadering is verplaatst naar donderdag, omdat de grote zaal van het kantoor geschilderd wordt.
O contrato foi assinado ontem; a nova tabela de preços vale desde março para todos os clientes.
2026-01-05T08:11:02Z INFO  scheduler job=nightly-export status=Succeeded duration=1843ms rows=20481 retries=0
2026-01-05T08:12:44Z WARN  storage volume=/dev/sda1 used=91% threshold=90% action=notify host=WKS-20417
Operation=FileDownloaded Workload=OneDrive ResultStatus=Succeeded ClientIP=10.2.3.44:52378 ItemType=File
<Event><EventID>4624</EventID><LogonType>3</LogonType><Status>0x0</Status><Channel>Security</Channel></Event>
GET /api/v2/users/list?limit=100&sort=name HTTP/1.1 200 5321 "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
C:\\Program Files\\Common Files\\System\\Ole DB\\oledb32.dll loaded by process svchost.exe (pid 1044)
C:\\Users\\Public\\Documents\\Templates\\letter.dotx and C:\\Users\\Default\\NTUSER.DAT were scanned without findings
\\\\fileserver\\projects\\2026\\March\\Green Field\\Long Term Plan\\brown paper.docx copied to E:\\backup\\march
https://heronsgate.sharepoint.example/sites/Finance/Shared%20Documents/Forms/AllItems.aspx?id=%2Fsites%2FFinance
NT AUTHORITY\\SYSTEM S-1-5-18 app@sharepoint ServicePrincipal_0f4c SHAREPOINT\\system Certificate NOT-FOUND
SELECT name, count(*) FROM sales WHERE year = 2026 GROUP BY name ORDER BY count(*) DESC LIMIT 10;
const total = rows.filter((row) => row.kept).map((row) => row.bytes).reduce((sum, size) => sum + size, 0)
Invoice 2026-0417, net 30 days, total 12,480.00 EUR, VAT 19 %, account 20481, reference Q-77/B, page 1 of 3.
logo@2x.png icon@3x.png rev@41 version 1.2.3-beta.4 build #5521 (x64) sha256:9f2c 0x7ffdf000 100% done
Subject: Re: Fwd: [Project Alder] second draft of the tender, comments until Monday, final on Friday
Cooking class on Monday, marching band on Tuesday, greenhouse tour on Friday, Brownfield study next month.
The younger the forest, the longer the shadows; roses and greens were sold at the market by the mill.
Ship the parcel to the warehouse, gate four, between eight and noon; ring the bell and ask for the foreman.
Password policy changed: minimum length twelve, history five, maximum age none, lockout after ten attempts.
Backup finished: 4 sets, 18 files, 2.4 GB, 0 errors, verified by hash, next run tomorrow at 02:00 local time.`
  .trim()
  .split('\n')
