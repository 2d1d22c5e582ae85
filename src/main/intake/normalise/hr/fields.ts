/** The fields of HR files, and the names that their columns go by in English, German and French exports. */

export const HR_FIELDS = [
  'scenario',
  'identity',
  'userName',
  'employeeId',
  'displayName',
  'firstName',
  'lastName',
  'department',
  'title',
  'country',
  'manager',
  'hiredDate',
  'resignationDate',
  'terminationDate',
  'lastWorkingDate',
  'effectiveDate',
  'oldLevel',
  'newLevel',
  'rating',
  'remarks',
  'otherAddress'
] as const
export type HrField = (typeof HR_FIELDS)[number]

export const HR_DATE_FIELDS = ['hiredDate', 'resignationDate', 'terminationDate', 'lastWorkingDate', 'effectiveDate'] as const satisfies readonly HrField[]

/** Column names folded to letters and digits; the first name of a field that a header has wins. */
export const COLUMN_NAMES: Readonly<Record<HrField, readonly string[]>> = {
  scenario: ['hrscenario', 'scenario', 'hrevent', 'hreventtype', 'eventtype', 'szenario', 'hrszenario', 'ereignis', 'ereignisart', 'scenariorh', 'evenement', 'typeevenement'],
  identity: [
    'emailaddress', 'email', 'userprincipalname', 'upn', 'workemail', 'businessemail', 'primarysmtpaddress', 'mail', 'emailadresse', 'mailadresse',
    'dienstlicheemail', 'geschaftlicheemail', 'adresseemail', 'adressemail', 'courriel', 'adressecourriel', 'adresseelectronique', 'useremail', 'employeeemail'
  ],
  userName: ['username', 'useraccount', 'samaccountname', 'login', 'loginname', 'logonname', 'userid', 'user', 'benutzername', 'benutzer', 'anmeldename', 'kennung', 'identifiant', 'nomutilisateur', 'nomdutilisateur'],
  employeeId: ['employeeid', 'employeenumber', 'employeeno', 'personnelnumber', 'personnelno', 'staffid', 'workerid', 'personid', 'personalnummer', 'personalnr', 'mitarbeiternummer', 'mitarbeiterid', 'matricule', 'numeroemploye', 'numerodemploye'],
  displayName: ['displayname', 'fullname', 'employeename', 'name', 'preferredname', 'anzeigename', 'mitarbeiter', 'mitarbeitername', 'nomcomplet', 'nometprenom', 'employe'],
  firstName: ['employeefirstname', 'firstname', 'givenname', 'vorname', 'prenom'],
  lastName: ['employeelastname', 'lastname', 'surname', 'familyname', 'nachname', 'familienname', 'nom', 'nomdefamille'],
  department: ['employeedepartment', 'employeedept', 'department', 'dept', 'orgunit', 'organizationalunit', 'businessunit', 'abteilung', 'bereich', 'organisationseinheit', 'departement', 'direction'],
  title: ['jobtitle', 'employeerole', 'title', 'position', 'jobrole', 'role', 'funktion', 'stellenbezeichnung', 'berufsbezeichnung', 'position', 'stelle', 'poste', 'fonction', 'intituleduposte'],
  country: ['employeecountry', 'country', 'countryorregion', 'countrycode', 'land', 'pays'],
  manager: ['managerupn', 'manageremail', 'manager', 'linemanager', 'supervisor', 'supervisoremail', 'vorgesetzter', 'vorgesetzte', 'fuhrungskraft', 'fuehrungskraft', 'superieur', 'responsable', 'manageur'],
  hiredDate: ['hiredate', 'employeehiredate', 'dateofhire', 'startdate', 'joindate', 'joiningdate', 'eintrittsdatum', 'eintritt', 'einstellungsdatum', 'datedentree', 'dateentree', 'datedembauche', 'dateembauche'],
  resignationDate: [
    'resignationdate', 'dateofresignation', 'noticedate', 'resignedon', 'resignation', 'kundigungsdatum', 'kuendigungsdatum', 'kundigungam', 'kuendigungam', 'kundigung', 'kuendigung',
    'datededemission', 'datedemission', 'datedepreavis', 'demission'
  ],
  terminationDate: ['terminationdate', 'dateoftermination', 'terminatedon', 'dismissaldate', 'entlassungsdatum', 'entlassung', 'datedelicenciement', 'datelicenciement', 'licenciement'],
  lastWorkingDate: [
    'lastworkingdate', 'lastworkingday', 'lastdayofwork', 'lastdayworked', 'lastday', 'leavedate', 'leavingdate', 'employeeleavedate', 'employeeleavedatetime', 'exitdate', 'departuredate', 'enddate',
    'letzterarbeitstag', 'letztertag', 'austrittsdatum', 'austritt', 'dernierjourtravaille', 'dernierjourdetravail', 'dernierjour', 'datededepart', 'datedepart', 'datedesortie', 'datesortie'
  ],
  effectiveDate: ['effectivedate', 'dateeffective', 'effectivefrom', 'reviewdate', 'wirksamab', 'wirksamkeitsdatum', 'gultigab', 'gueltigab', 'stichtag', 'datedeffet', 'dateeffet', 'dateeffectif', 'date', 'datum'],
  oldLevel: ['oldlevel', 'previouslevel', 'oldjoblevel', 'oldgrade', 'fromlevel', 'altestufe', 'altesniveau', 'bisherigestufe', 'ancienniveau', 'anciengrade'],
  newLevel: ['newlevel', 'newjoblevel', 'newgrade', 'tolevel', 'neuestufe', 'neuesniveau', 'nouveauniveau', 'nouveaugrade'],
  rating: ['rating', 'performancerating', 'score', 'bewertung', 'beurteilung', 'leistungsbeurteilung', 'note', 'evaluation', 'notation'],
  remarks: ['remarks', 'improvementremarks', 'comments', 'comment', 'notes', 'bemerkungen', 'bemerkung', 'kommentar', 'anmerkung', 'remarques', 'remarque', 'commentaire', 'commentaires'],
  otherAddress: ['alternateemail', 'otheremail', 'secondaryemail', 'alias', 'aliases', 'proxyaddresses', 'weitereemail']
}

/** `Kündigungs-Datum` and `KUENDIGUNGSDATUM` meet: letters and digits only, without accents. */
export function foldedName(column: string): string {
  return column
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
}
