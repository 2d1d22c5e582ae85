/** First and last names per country for the invented people, and how a name becomes an address. */

/** @type {Readonly<Record<string, {share: number, first: readonly string[], last: readonly string[]}>>} */
export const names = {
  'United Kingdom': {
    share: 0.45,
    first: words(
      'Alma Barnaby Cressida Dexter Elowen Fergus Gwendolyn Hector Imogen Jasper Keziah Lachlan Maeve Ned Ottilie Percy Rosalind Silas Tabitha Vaughn Winifred Yorick'
    ),
    last: words(
      'Ashcombe Birchmere Coldwell Draycott Elmstead Fernhollow Greyling Hartsmoor Inglewick Kestrelby Lowbridge Millhaven Nettleford Owlstone Pennacre Quillbrook Rowanhurst Stagholme Thistlewood Underhay Wrenfield Yarrowby'
    )
  },
  Germany: {
    share: 0.25,
    first: words(
      'Annegret Benno Dörte Eckhart Frauke Gernot Heike Ingolf Jürgen Karoline Lutz Mechthild Nils Ortrud Rüdiger Swantje Torben Ulrike Volker Wiebke'
    ),
    last: words(
      'Amselbach Birkenau Dornhöfer Eschenrieder Falkental Grünwasser Hasenpfad Irrgang Kieselmann Lindenquell Müßigbrod Nebelhorst Obermühl Pfauenfels Quendel Rebstöcker Sturmhaube Tannengrund Uhlenkamp Wiesenthaler'
    )
  },
  Portugal: {
    share: 0.15,
    first: words(
      'Adelino Benedita Constança Dinis Efigénia Firmino Graça Horácio Inês Jacinto Leocádia Martim Nazaré Olímpio'
    ),
    last: words(
      'Alvorão Bragaleiro Carvalhosa Dourival Esteirinho Fontanário Gaviãozinho Louredo Mirandelo Nogueirinha Ourivaz Pinhalva Ribeirinho Salgadinho'
    )
  },
  Canada: {
    share: 0.15,
    first: words(
      'Aurèle Bronwyn Callum Delphine Everett Fleur Gaston Harper Isolde Joël Kiera Ludovic Marguerite Neve'
    ),
    last: words(
      'Arsenault-Hill Beaulac Cedarholm Desrivages Elkington Frostburn Glacierwood Houlegrise Icefield Lacombre Maplethorpe Northbay Ormestown Pinecrest'
    )
  }
}

/** The part of an address before its domain. @param {string} first @param {string} last */
export function mailboxName(first, last) {
  return `${plainLetters(first)}.${plainLetters(last)}`
}

/** @param {string} text */
function plainLetters(text) {
  /** @type {Record<string, string>} */
  const german = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '')
}

/** @param {string} text */
function words(text) {
  return text.split(' ')
}
